import PostModel

extension Platform {
  /// Wall posts of VK: script-only widgets, frames, `amp-vk`.
  static let vk = Platform(
    id: "vk", name: "VK", hosts: ["vk.com", "vk.ru"],
    syntax: ["owner": TokenSyntax(.signedDigits, 1...14), "n": TokenSyntax(.digits, 1...12)],
    permalinks: [
      wall("/wall{owner}_{n}/**"), wall("/*?w=wall{owner}_{n}"), wall("/?w=wall{owner}_{n}"),
      wall("/feed?w=wall{owner}_{n}"),
    ],
    frames: [
      wall("/widget_post.php?owner_id={owner}&post_id={n}"),
      URLTemplate(
        "/video_ext.php?oid={owner}&id={n}", id: "video{owner}_{n}",
        canonical: "https://vk.com/video{owner}_{n}"),
      URLTemplate(
        "/video{owner}_{n}", id: "video{owner}_{n}",
        canonical: "https://vk.com/video{owner}_{n}"),
    ],
    canonical: "https://vk.com/wall{id}",
    others: [Other("/share.php", "a share dialog"), Other("/*", "a page or profile")],
    embeds: [
      EmbedPattern(
        EmbedPattern.Selector(name: "amp-vk", attribute: "data-post-id"), kind: .customElement,
        references: [
          .template(
            "https://vk.com/wall{owner}_{n}",
            attributes: ["owner": "data-owner-id", "n": "data-post-id"])
        ]),
      // A feed drops the script that would fill it.
      EmbedPattern(
        EmbedPattern.Selector(name: "div", attribute: "id", value: "vk_post_"),
        kind: .placeholder,
        references: [
          .remainder(attribute: "id", after: "vk_post_", address: "https://vk.com/wall")
        ]),
    ],
    widgets: [WidgetCall("VK.Widgets.Post", "https://vk.com/wall{1}_{2}")],
    examples: [
      Example(
        "https://m.vk.com/wall-20629724_918273?reply=5", id: "-20629724_918273",
        permalink: "https://vk.com/wall-20629724_918273", platform: "vk"),
      Example(none: "https://vk.com/share.php?url=https://example.org"),
    ])

  private static func wall(_ pattern: String) -> URLTemplate {
    URLTemplate(pattern, id: "{owner}_{n}", canonical: "https://vk.com/wall{owner}_{n}")
  }
}
