import PostModel

extension Platform {
  /// Pins of Pinterest: `a[data-pin-do=embedPin]` and frames; buttons and boards are none.
  static let pinterest = Platform(
    id: "pinterest", name: "Pinterest",
    hosts: [
      "pinterest.com", "pinterest.de", "pinterest.fr", "pinterest.es", "pinterest.it",
      "pinterest.co.uk", "pinterest.ca", "pinterest.at", "pinterest.ch", "pinterest.jp",
      "pinterest.pt", "pinterest.se", "pinterest.ru", "pinterest.com.mx", "pinterest.com.au",
    ],
    syntax: ["id": TokenSyntax(.digits, 8...20), "code": TokenSyntax(.alphanumeric, 5...12)],
    permalinks: [
      "/pin/{id}/**", "/pin/*--{id}/**",
      URLTemplate("pin.it/{code}", id: "it/{code}", canonical: "https://pin.it/{code}"),
    ],
    frames: ["assets.pinterest.com/ext/embed.html?id={id}"],
    canonical: "https://www.pinterest.com/pin/{id}/",
    others: [Other("/pin/create/**", "a share dialog")],
    embeds: [
      .furniture(attribute: "data-pin-do", value: "buttonPin"),
      .furniture(attribute: "data-pin-do", value: "buttonBookmark"),
      .furniture(attribute: "data-pin-do", value: "buttonFollow"),
      .furniture(attribute: "data-pin-do", value: "embedBoard"),
      .furniture(attribute: "data-pin-do", value: "embedUser"),
      EmbedPattern(
        EmbedPattern.Selector(attribute: "data-pin-do", value: "embedPin"), kind: .customElement,
        references: [.address(attribute: "href")]),
      .element("amp-pinterest", [.address(attribute: "data-url")]),
    ],
    examples: [
      Example(
        "https://www.pinterest.de/pin/99360735500167749/", id: "99360735500167749",
        permalink: "https://www.pinterest.com/pin/99360735500167749/", platform: "pinterest"),
      Example(none: "https://www.pinterest.com/pin/create/button/?url=https://example.org"),
    ])
}
