import PostModel

extension Platform {
  /// Films of Odysee: player frames and links, named by channel and claim.
  static let odysee = Platform(
    id: "odysee", name: "Odysee", hosts: ["odysee.com"],
    syntax: [
      "handle": TokenSyntax(.any, 1...100), "claim": TokenSyntax(.hex, 1...40),
      "name": TokenSyntax(.any, 1...200), "hash": TokenSyntax(.hex, 1...40),
    ],
    permalinks: [
      item("/@{handle}:{claim}/{name}:{hash}", "@{handle}:{claim}/{name}:{hash}"),
      item("/{name}:{hash}", "{name}:{hash}"),
    ],
    frames: [
      item("/$/embed/@{handle}:{claim}/{name}:{hash}", "@{handle}:{claim}/{name}:{hash}"),
      item("/$/embed/{name}/{hash}", "{name}:{hash}"),
      item("/$/embed/{name}:{hash}", "{name}:{hash}"),
    ],
    canonical: "https://odysee.com/{id}",
    examples: [
      Example(
        "https://odysee.com/$/embed/@harbour%3Ac/old-pier%3A9?r=x", id: "@harbour:c/old-pier:9",
        handle: "harbour", permalink: "https://odysee.com/@harbour:c/old-pier:9",
        platform: "odysee"),
      Example(none: "https://odysee.com/$/latest"),
    ])

  private static func item(_ pattern: String, _ id: String) -> URLTemplate {
    URLTemplate(pattern, id: id, canonical: "https://odysee.com/" + id)
  }
}
