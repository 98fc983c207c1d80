import PostModel

extension Platform {
  /// Films of Vimeo: player frames.
  static let vimeo = Platform(
    id: "vimeo", name: "Vimeo", hosts: ["vimeo.com"],
    syntax: ["id": TokenSyntax(.digits, 5...12)],
    permalinks: ["/{id}/**", "/channels/*/{id}", "/groups/*/videos/{id}"],
    frames: ["player.vimeo.com/video/{id}/**"],
    canonical: "https://vimeo.com/{id}",
    embeds: [
      .element("amp-vimeo", [.id(attribute: "data-videoid")]),
      .element("lite-vimeo", [.id(attribute: "videoid"), .id(attribute: "video-id")]),
      .element("astro-embed-vimeo", [.id(attribute: "videoid"), .id(attribute: "id")]),
      .classed("vimeo_player", [.id(attribute: "videoid"), .id(attribute: "data-videoid")]),
      EmbedPattern(
        EmbedPattern.Selector(name: "embetty-video", attribute: "type", value: "vimeo"),
        kind: .customElement, references: [.id(attribute: "video-id")]),
      EmbedPattern(
        EmbedPattern.Selector(attribute: "data-plyr-provider", value: "vimeo"),
        kind: .placeholder, references: [.id(attribute: "data-plyr-embed-id")]),
      EmbedPattern(
        EmbedPattern.Selector(attribute: "data-provider-name", value: "vimeo"),
        kind: .placeholder, references: [.id(attribute: "data-video-id")]),
    ],
    payloads: [
      PayloadPattern(
        types: ["vimeo"], keys: ["videoId", "video_id", "vimeoId", "id"],
        TokenSyntax(.digits, 6...12), address: "https://vimeo.com/{id}")
    ],
    widgets: [WidgetCall("Vimeo.Player", "https://vimeo.com/{id}")],
    examples: [
      Example(
        "//player.vimeo.com/video/32246206?title=0", id: "32246206",
        permalink: "https://vimeo.com/32246206", platform: "vimeo"),
      Example(none: "https://vimeo.com/harbour"),
    ])
}
