import PostModel

extension Platform {
  /// Posts of Gab: links.
  static let gab = Platform(
    id: "gab", name: "Gab", hosts: ["gab.com"],
    syntax: ["handle": TokenSyntax(.word, 1...40), "id": TokenSyntax(.digits, 5...20)],
    permalinks: ["/{handle}/posts/{id}/**", "/@{handle}/posts/{id}/**"],
    frames: ["/{handle}/posts/{id}/embed"],
    canonical: "https://gab.com/{handle}/posts/{id}",
    others: [Other("/{handle}", "an account's page"), Other("/compose", "a share dialog")],
    time: PostClock.mastodon, profile: "https://gab.com/{handle}",
    examples: [
      Example(
        "https://gab.com/harbour/posts/107163961867310434", id: "107163961867310434",
        handle: "harbour", permalink: "https://gab.com/harbour/posts/107163961867310434",
        platform: "gab"),
      Example(none: "https://gab.com/harbour"),
    ])
}
