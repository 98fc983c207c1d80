import PostModel

extension Platform {
  /// Posts of Threads: `blockquote.text-post-media`, which holds neither words nor date.
  static let threads = Platform(
    id: "threads", name: "Threads", hosts: ["threads.com", "threads.net"],
    syntax: ["handle": TokenSyntax(.name, 1...30), "id": TokenSyntax(.base64URL, 5...40)],
    permalinks: ["/@{handle}/post/{id}/**", "/t/{id}/**"],
    canonical: "https://www.threads.com/@{handle}/post/{id}",
    canonicalWithoutHandle: "https://www.threads.com/t/{id}",
    others: [
      Other("/@{handle}", "an account's page"), Other("/intent/**", "a share dialog"),
      Other("/share/**", "a share link that hides its post"),
    ],
    embeds: [
      .blockquote(
        class: "text-post-media",
        [.address(attribute: "data-text-post-permalink"), .lastLink], .postBy),
      .attribute(
        "data-text-post-permalink", [.address(attribute: "data-text-post-permalink")],
        kind: .blockquote, .postBy),
      .mediaEmbed("threads", address: "https://www.threads.com/t/"),
    ],
    payloads: [
      PayloadPattern(
        types: ["threads"], keys: ["threadsId", "shortcode"], TokenSyntax(.base64URL, 10...12),
        address: "https://www.threads.com/t/{id}")
    ],
    time: PostClock.instagram, profile: "https://www.threads.com/@{handle}",
    mentions: .dotted,
    examples: [
      Example(
        "https://www.threads.net/@harbour.light/post/CuZrQ2osUpi/embed", id: "CuZrQ2osUpi",
        handle: "harbour.light",
        permalink: "https://www.threads.com/@harbour.light/post/CuZrQ2osUpi", platform: "threads"),
      Example(none: "https://www.threads.net/@harbour.light"),
    ])
}
