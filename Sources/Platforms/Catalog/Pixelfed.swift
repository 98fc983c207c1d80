import PostModel

extension Platform {
  /// Photographs of Pixelfed's instances: a frame is told by its path under any host.
  static let pixelfed = Platform(
    id: "pixelfed", name: "Pixelfed",
    hosts: ["pixelfed.social", "pixelfed.de", "pixelfed.art", "pixelfed.uno", "pixel.tchncs.de"],
    syntax: ["handle": TokenSyntax(.name, 1...30), "id": TokenSyntax(.digits, 6...20)],
    permalinks: [
      URLTemplate("/p/{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate("/p/{handle}/{id}/embed", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/i/web/post/{id}", identity: "{host}/{id}", canonical: "https://{host}/i/web/post/{id}"),
    ],
    canonical: "https://pixelfed.social/p/{handle}/{id}",
    others: [Other("/*", "an account's page"), Other("/discover/**", "a tag's or place's page")],
    embeds: [
      EmbedPattern(
        EmbedPattern.Selector(name: "iframe", class: "pixelfed__embed"), kind: .frame,
        references: [.address(attribute: "src"), .address(attribute: "data-src")])
    ],
    anywhere: [
      URLTemplate(
        "/p/{handle}/{id}/embed", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate("/p/{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
    ],
    examples: [
      Example(
        "https://pixelfed.social/p/ines/567890123456789012", id: "567890123456789012",
        handle: "ines@pixelfed.social",
        permalink: "https://pixelfed.social/p/ines/567890123456789012", platform: "pixelfed"),
      Example(
        "https://photos.sea.example/p/ines/567890123456789012/embed?caption=true",
        id: "567890123456789012", handle: "ines@photos.sea.example",
        permalink: "https://photos.sea.example/p/ines/567890123456789012", platform: "pixelfed"),
      Example(none: "https://pixelfed.social/ines"),
    ])

  private static let link = "https://{host}/p/{handle}/{id}"
  private static let full = "{handle}@{host}"
}
