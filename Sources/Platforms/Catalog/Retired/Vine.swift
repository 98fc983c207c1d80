import PostModel

extension Platform {
  /// Loops of Vine, which ended in 2017: frames and links.
  static let vine = Platform(
    id: "vine", name: "Vine", hosts: ["vine.co"],
    syntax: ["id": TokenSyntax(.alphanumeric, 8...14)],
    permalinks: ["/v/{id}/**"], canonical: "https://vine.co/v/{id}",
    embeds: [
      .blockquote(class: "vine-embed", [.lastLink], .title),
      .element("amp-vine", [.id(attribute: "data-vineid")]),
    ],
    isRetired: true,
    examples: [
      Example(
        "https://vine.co/v/MdKjXez002d/embed/simple", id: "MdKjXez002d",
        permalink: "https://vine.co/v/MdKjXez002d", platform: "vine"),
      Example(none: "https://vine.co/harbour"),
    ])
}
