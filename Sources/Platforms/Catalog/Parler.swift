import PostModel

extension Platform {
  /// Posts of Parler: links.
  static let parler = Platform(
    id: "parler", name: "Parler", hosts: ["parler.com"],
    syntax: ["id": TokenSyntax(.base64URL, 8...40)],
    permalinks: [
      "/feed/{id}", "/post/{id}",
      URLTemplate("share.par.pw/post/{id}", canonical: "https://parler.com/post/{id}"),
    ],
    canonical: "https://parler.com/feed/{id}",
    others: [Other("/profile/**", "an account's page")],
    examples: [
      Example(
        "https://parler.com/feed/01234567-89ab-4cde-8f01-23456789abcd",
        id: "01234567-89ab-4cde-8f01-23456789abcd",
        permalink: "https://parler.com/feed/01234567-89ab-4cde-8f01-23456789abcd",
        platform: "parler"),
      Example(none: "https://parler.com/profile/harbour"),
    ])
}
