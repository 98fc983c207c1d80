import PostModel

extension Platform {
  /// Moving pictures of Giphy: player frames.
  static let giphy = Platform(
    id: "giphy", name: "Giphy", hosts: ["giphy.com"],
    syntax: ["id": TokenSyntax(.alphanumeric, 9...40)],
    permalinks: ["/gifs/{id}/**", "/gifs/*-{id}/**", "/media/{id}/**"],
    frames: ["/embed/{id}/**"],
    canonical: "https://giphy.com/gifs/{id}",
    examples: [
      Example(
        "https://giphy.com/gifs/old-pier-3o7TKBX7vWbc7Dhxcc", id: "3o7TKBX7vWbc7Dhxcc",
        permalink: "https://giphy.com/gifs/3o7TKBX7vWbc7Dhxcc", platform: "giphy"),
      Example(none: "https://giphy.com/search/pier"),
    ])
}
