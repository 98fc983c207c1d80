import PostModel

extension Platform {
  /// Films of Vimeo: player frames.
  static let vimeo = Platform(
    id: "vimeo", name: "Vimeo", hosts: ["vimeo.com"],
    syntax: ["id": TokenSyntax(.digits, 5...12)],
    permalinks: ["/{id}/**", "/channels/*/{id}", "/groups/*/videos/{id}"],
    frames: ["player.vimeo.com/video/{id}/**"],
    canonical: "https://vimeo.com/{id}",
    embeds: [.element("amp-vimeo", [.id(attribute: "data-videoid")])],
    examples: [
      Example(
        "//player.vimeo.com/video/32246206?title=0", id: "32246206",
        permalink: "https://vimeo.com/32246206", platform: "vimeo"),
      Example(none: "https://vimeo.com/harbour"),
    ])
}
