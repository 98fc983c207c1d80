import PostModel

extension Platform {
  /// Broadcasts of Periscope, which ended in 2021.
  static let periscope = Platform(
    id: "periscope", name: "Periscope", hosts: ["periscope.tv", "pscp.tv"],
    syntax: ["handle": TokenSyntax(.word, 1...30), "id": TokenSyntax(.base64URL, 12...40)],
    permalinks: ["/w/{id}", "/{handle}/{id}"],
    canonical: "https://www.pscp.tv/w/{id}",
    others: [Other("/{handle}/follow", "a button")],
    isRetired: true,
    examples: [
      Example(
        "https://www.periscope.tv/w/1OwGWQkQZkDKQ?q=harbour", id: "1OwGWQkQZkDKQ",
        permalink: "https://www.pscp.tv/w/1OwGWQkQZkDKQ", platform: "periscope"),
      Example(none: "https://www.periscope.tv/harbour"),
    ])
}
