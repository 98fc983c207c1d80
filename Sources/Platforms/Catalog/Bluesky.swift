import PostModel

extension Platform {
  /// Posts of Bluesky: `blockquote.bluesky-embed`, frames, `at://` addresses.
  ///
  /// Permalinks hold the account's DID, the handle stands only in the words.
  static let bluesky = Platform(
    id: "bluesky", name: "Bluesky",
    hosts: ["bsky.app", "main.bsky.dev", "deer.social", "bsky.social"],
    syntax: [
      "handle": TokenSyntax(.name, 3...253), "did": TokenSyntax(.any, 10...120),
      "id": TokenSyntax(.alphanumeric, 10...15),
    ],
    permalinks: [
      "/profile/{handle}/post/{id}/**",
      URLTemplate("/profile/{did}/post/{id}/**", canonical: byDID),
    ],
    frames: [
      URLTemplate("at/{did}/app.bsky.feed.post/{id}", canonical: byDID),
      URLTemplate("embed.bsky.app/embed/{did}/app.bsky.feed.post/{id}", canonical: byDID),
    ],
    canonical: "https://bsky.app/profile/{handle}/post/{id}", canonicalWithoutHandle: byDID,
    others: [Other("/profile/*", "an account's page"), Other("/intent/**", "a share dialog")],
    embeds: [
      .blockquote(
        class: "bluesky-embed", [.address(attribute: "data-bluesky-uri"), .lastLink], .attribution),
      .attribute(
        "data-bluesky-uri", [.address(attribute: "data-bluesky-uri")], kind: .blockquote,
        .attribution),
      .mediaEmbed("bluesky", address: ""),
      .element("bluesky-post", [.address(attribute: "src")]),
      .element("bsky-embed", [.address(attribute: "src")]),
      EmbedPattern(
        EmbedPattern.Selector(name: "blockquote"), kind: .blockquote, references: [.lastLink],
        fallback: .attribution),
    ],
    payloads: [
      PayloadPattern(
        types: ["bluesky"], keys: [], TokenSyntax(.alphanumeric, 13...13), address: "at://{id}")
    ],
    time: PostClock.bluesky, profile: "https://bsky.app/profile/{handle}",
    mentions: .domain,
    examples: [
      Example(
        "https://bsky.app/profile/harbour.example/post/3l3vgf77uco2g?ref_src=embed",
        id: "3l3vgf77uco2g", handle: "harbour.example",
        permalink: "https://bsky.app/profile/harbour.example/post/3l3vgf77uco2g",
        platform: "bluesky"),
      Example(
        "at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3l3vgf77uco2g",
        id: "3l3vgf77uco2g",
        permalink:
          "https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/3l3vgf77uco2g",
        platform: "bluesky"),
      Example(none: "https://bsky.app/profile/harbour.example"),
    ])

  private static let byDID = "https://bsky.app/profile/{did}/post/{id}"
}
