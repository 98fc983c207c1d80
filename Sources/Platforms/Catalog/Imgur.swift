import PostModel

extension Platform {
  /// Pictures and albums of Imgur: `blockquote.imgur-embed-pub`.
  static let imgur = Platform(
    id: "imgur", name: "Imgur", hosts: ["imgur.com"],
    syntax: ["id": TokenSyntax(.alphanumeric, 5...8), "slug": TokenSyntax(.any, 1...120)],
    permalinks: [
      URLTemplate("/a/{id}/**", id: "a/{id}", canonical: "https://imgur.com/a/{id}"),
      URLTemplate("/gallery/{id}", id: "gallery/{id}", canonical: "https://imgur.com/gallery/{id}"),
      URLTemplate(
        "/gallery/*-{id}", id: "gallery/{id}", canonical: "https://imgur.com/gallery/{id}"),
      "/{id}", "/{id}/embed",
    ],
    canonical: "https://imgur.com/{id}",
    others: [
      Other("/upload", "the upload page"), Other("/about", "about Imgur"),
      Other("/search", "a search"), Other("/user/**", "an account's page"),
    ],
    embeds: [
      .blockquote(
        class: "imgur-embed-pub",
        [.template("https://imgur.com/{id}", attributes: ["id": "data-id"]), .lastLink], .title),
      .element(
        "amp-imgur", [.template("https://imgur.com/{id}", attributes: ["id": "data-imgur-id"])]),
    ],
    examples: [
      Example(
        "https://imgur.com/a/vlWfwS4", id: "a/vlWfwS4", permalink: "https://imgur.com/a/vlWfwS4",
        platform: "imgur"),
      Example(none: "https://imgur.com/search?q=pier"),
    ])
}
