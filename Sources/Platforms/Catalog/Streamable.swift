import PostModel

extension Platform {
  /// Films of Streamable: player frames.
  static let streamable = Platform(
    id: "streamable", name: "Streamable", hosts: ["streamable.com"],
    syntax: ["id": TokenSyntax(.alphanumeric, 4...8)],
    permalinks: ["/{id}"], frames: ["/e/{id}/**", "/o/{id}/**", "/s/{id}/**"],
    canonical: "https://streamable.com/{id}",
    others: [
      Other("/login", "a login page"), Other("/signup", "a login page"),
      Other("/terms", "terms of use"),
    ],
    examples: [
      Example(
        "https://streamable.com/e/moo12?autoplay=1", id: "moo12",
        permalink: "https://streamable.com/moo12", platform: "streamable"),
      Example(none: "https://streamable.com/login"),
    ])
}
