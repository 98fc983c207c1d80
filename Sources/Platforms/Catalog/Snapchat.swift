import PostModel

extension Platform {
  /// Spotlights, lenses and stories of Snapchat: `blockquote.snapchat-embed`.
  static let snapchat = Platform(
    id: "snapchat", name: "Snapchat", hosts: ["snapchat.com"],
    syntax: [
      "id": TokenSyntax(.base64URL, 8...120), "kind": TokenSyntax(.alphanumeric, 1...12),
      "handle": TokenSyntax(.name, 3...30),
    ],
    permalinks: [
      item("/spotlight/{id}/**", "spotlight"), item("/lens/{id}/**", "lens"),
      item("/p/{id}/**", "p"),
      URLTemplate(
        "/@{handle}/spotlight/{id}/**", canonical: "https://www.snapchat.com/spotlight/{id}"),
    ],
    canonical: "https://www.snapchat.com/spotlight/{id}",
    others: [Other("/add/**", "an account's page"), Other("/share", "a share dialog")],
    embeds: [
      .attribute(
        "data-snapchat-embed-url", [.address(attribute: "data-snapchat-embed-url")],
        kind: .blockquote),
      .blockquote(class: "snapchat-embed", [.lastLink], .none),
    ],
    examples: [
      Example(
        "https://www.snapchat.com/lens/20fb6fa0d5ed42e597a7bc1a1fddbea2/embed",
        id: "20fb6fa0d5ed42e597a7bc1a1fddbea2",
        permalink: "https://www.snapchat.com/lens/20fb6fa0d5ed42e597a7bc1a1fddbea2",
        platform: "snapchat"),
      Example(none: "https://www.snapchat.com/add/harbour"),
    ])

  private static func item(_ pattern: String, _ kind: String) -> URLTemplate {
    URLTemplate(pattern, canonical: "https://www.snapchat.com/\(kind)/{id}")
  }
}
