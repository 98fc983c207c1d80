import PostModel

extension Platform {
  /// Films and photographs of TikTok: `blockquote.tiktok-embed`, player frames, `amp-tiktok`.
  static let tiktok = Platform(
    id: "tiktok", name: "TikTok", hosts: ["tiktok.com", "tiktokv.com"],
    syntax: [
      "handle": TokenSyntax(.name, 1...80), "id": TokenSyntax(.digits, 15...20),
      "code": TokenSyntax(.alphanumeric, 6...14),
    ],
    permalinks: [
      "/@{handle}/video/{id}/**", "/@{handle}/photo/{id}/**", "/v/{id}", "/v/{id}.html",
      "/share/video/{id}/**",
      URLTemplate("/t/{code}/**", id: "t/{code}", canonical: "https://www.tiktok.com/t/{code}/"),
      URLTemplate("vm.tiktok.com/{code}/**", id: "t/{code}", canonical: short),
      URLTemplate("vt.tiktok.com/{code}/**", id: "t/{code}", canonical: short),
    ],
    frames: ["/embed/{id}/**", "/embed/*/{id}/**", "/player/v1/{id}/**"],
    canonical: "https://www.tiktok.com/@{handle}/video/{id}",
    canonicalWithoutHandle: "https://www.tiktok.com/embed/{id}",
    others: [
      Other("/@{handle}", "an account's page"), Other("/tag/**", "a tag's page"),
      Other("/music/**", "a sound's page"), Other("/embed/@{handle}", "an account's box"),
    ],
    embeds: [
      .furniture(attribute: "data-embed-type", value: "creator"),
      .blockquote(
        class: "tiktok-embed", [.address(attribute: "cite"), .id(attribute: "data-video-id")],
        .soundtrack),
      .element("lite-tiktok", [.id(attribute: "videoid"), .id(attribute: "video-id")]),
      .mediaEmbed("tiktok", address: "https://www.tiktok.com/embed/"),
      .element(
        "amp-tiktok", [.id(attribute: "data-src"), .address(attribute: "data-src")]),
    ],
    payloads: [
      PayloadPattern(
        types: ["tiktok"], keys: ["videoId", "video_id", "tiktokId", "id"],
        TokenSyntax(.digits, 18...20), address: "https://www.tiktok.com/embed/{id}")
    ],
    time: PostClock.tiktok, profile: "https://www.tiktok.com/@{handle}",
    mentions: .dotted,
    examples: [
      Example(
        "https://www.tiktok.com/@harbour.light/video/6748451240264420610?lang=en",
        id: "6748451240264420610", handle: "harbour.light",
        permalink: "https://www.tiktok.com/@harbour.light/video/6748451240264420610",
        platform: "tiktok"),
      Example(
        "https://m.tiktok.com/v/6748451240264420610.html", id: "6748451240264420610",
        permalink: "https://www.tiktok.com/embed/6748451240264420610", platform: "tiktok"),
      Example(none: "https://www.tiktok.com/music/original-sound-6748451240264420610"),
    ])

  private static let short = "https://vm.tiktok.com/{code}/"
}
