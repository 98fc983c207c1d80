import PostModel

extension Platform {
  /// Posts of Truth Social: frames and links; nearly always quoted in prose instead.
  static let truthSocial = Platform(
    id: "truthsocial", name: "Truth Social", hosts: ["truthsocial.com"],
    syntax: ["handle": TokenSyntax(.word, 1...30), "id": TokenSyntax(.digits, 10...20)],
    permalinks: ["/@{handle}/posts/{id}/**", "/@{handle}/{id}", "/users/{handle}/statuses/{id}"],
    frames: ["/@{handle}/{id}/embed/**"],
    canonical: "https://truthsocial.com/@{handle}/posts/{id}",
    others: [Other("/@{handle}", "an account's page")],
    embeds: [
      EmbedPattern(
        EmbedPattern.Selector(class: "truthsocial-embed"), kind: .frame,
        references: [
          .address(attribute: "src"), .address(attribute: "data-src"), .lastLink,
        ], fallback: .attribution)
    ],
    time: PostClock.mastodon, profile: "https://truthsocial.com/@{handle}",
    examples: [
      Example(
        "https://truthsocial.com/@colby/108779000807761862/embed", id: "108779000807761862",
        handle: "colby", permalink: "https://truthsocial.com/@colby/posts/108779000807761862",
        platform: "truthsocial"),
      Example(none: "https://truthsocial.com/@colby"),
    ])
}
