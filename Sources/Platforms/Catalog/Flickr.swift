import PostModel

extension Platform {
  /// Photographs and albums of Flickr: `a[data-flickr-embed]`.
  static let flickr = Platform(
    id: "flickr", name: "Flickr", hosts: ["flickr.com"],
    syntax: [
      "handle": TokenSyntax(.any, 1...80), "id": TokenSyntax(.digits, 5...20),
      "code": TokenSyntax(.alphanumeric, 4...12),
    ],
    permalinks: [
      URLTemplate(
        "/photos/{handle}/sets/{id}/**",
        canonical: "https://www.flickr.com/photos/{handle}/sets/{id}"),
      URLTemplate(
        "/photos/{handle}/albums/{id}/**",
        canonical: "https://www.flickr.com/photos/{handle}/sets/{id}"),
      "/photos/{handle}/{id}/**",
      URLTemplate("flic.kr/p/{code}", id: "p/{code}", canonical: "https://flic.kr/p/{code}"),
    ],
    canonical: "https://www.flickr.com/photos/{handle}/{id}/",
    others: [Other("/photos/{handle}", "an account's page")],
    embeds: [
      .attribute("data-flickr-embed", [.address(attribute: "href")], kind: .customElement, .title)
    ],
    profile: "https://www.flickr.com/photos/{handle}/",
    examples: [
      Example(
        "https://www.flickr.com/photos/harbour/6016234105/in/photostream/", id: "6016234105",
        handle: "harbour", permalink: "https://www.flickr.com/photos/harbour/6016234105/",
        platform: "flickr"),
      Example(none: "https://www.flickr.com/photos/harbour/"),
    ])
}
