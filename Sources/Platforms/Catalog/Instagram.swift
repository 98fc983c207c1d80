import PostModel

extension Platform {
  /// Posts and reels of Instagram: `blockquote.instagram-media` of versions 4 to 14, its hydrated
  /// frame, `amp-instagram`.
  static let instagram = Platform(
    id: "instagram", name: "Instagram", hosts: ["instagram.com", "instagr.am", "ddinstagram.com"],
    syntax: [
      "handle": TokenSyntax(.name, 1...30), "id": TokenSyntax(.base64URL, 5...60),
    ],
    permalinks: [
      "/p/{id}/**", "/reel/{id}/**", "/reels/{id}/**", "/tv/{id}/**", "/{handle}/p/{id}/**",
      "/{handle}/reel/{id}/**", "/{handle}/reels/{id}/**", "/{handle}/tv/{id}/**",
      URLTemplate("/stories/{handle}/{id}/**", canonical: stories),
    ],
    canonical: "https://www.instagram.com/p/{id}/",
    reservedHandles: ["p", "reel", "reels", "tv", "share", "explore", "stories", "accounts"],
    others: [
      Other("/explore/**", "a tag's or place's page"), Other("/reels/audio/**", "a sound's page"),
      Other("/accounts/**", "a login page"), Other("/{handle}", "an account's page"),
      Other("/share/**", "a share link that hides its post"),
      Other("/s/**", "a share link that hides its post"),
    ],
    embeds: [
      .blockquote(
        class: "instagram-media", [.address(attribute: "data-instgrm-permalink"), .lastLink],
        .sharedBy),
      .attribute(
        "data-instgrm-permalink", [.address(attribute: "data-instgrm-permalink")],
        kind: .blockquote, .sharedBy),
      .element(
        "amp-instagram", [.id(attribute: "data-shortcode"), .id(attribute: "shortcode")]),
      .mediaEmbed("instagram", address: "https://www.instagram.com/p/"),
    ],
    payloads: [
      PayloadPattern(
        types: ["instagram"], keys: ["instagram_id", "shortcode", "instagramId", "postId", "id"],
        TokenSyntax(.base64URL, 10...12), address: "https://www.instagram.com/p/{id}/")
    ],
    time: PostClock.instagram, profile: "https://www.instagram.com/{handle}/",
    mentions: .dotted,
    examples: [
      Example(
        "https://www.instagram.com/harbour.light/reel/BbYyLdVDhml/?igshid=abc", id: "BbYyLdVDhml",
        handle: "harbour.light", permalink: "https://www.instagram.com/p/BbYyLdVDhml/",
        platform: "instagram"),
      Example(
        "http://instagr.am/p/aye83DjauH", id: "aye83DjauH",
        permalink: "https://www.instagram.com/p/aye83DjauH/", platform: "instagram"),
      Example(none: "https://www.instagram.com/harbour.light/"),
      Example(none: "https://www.instagram.com/explore/tags/ferry/"),
    ])

  private static let stories = "https://www.instagram.com/stories/{handle}/{id}/"
}
