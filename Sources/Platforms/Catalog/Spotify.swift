import PostModel

extension Platform {
  /// Tracks, albums, episodes and playlists of Spotify: player frames.
  static let spotify = Platform(
    id: "spotify", name: "Spotify",
    hosts: ["open.spotify.com", "play.spotify.com", "embed.spotify.com"],
    syntax: [
      "kind": TokenSyntax(.alphanumeric, 4...10), "code": TokenSyntax(.alphanumeric, 22...22),
    ],
    permalinks: [item("/{kind}/{code}/**"), item("/*/{kind}/{code}/**")],
    frames: [item("/embed/{kind}/{code}/**"), item("/embed-podcast/{kind}/{code}/**")],
    canonical: "https://open.spotify.com/{id}",
    embeds: [
      .element("spotify-audio", [.address(attribute: "src")]),
      .classed(
        "spotify_player",
        [
          .remainder(
            attribute: "data-spotify-id", after: "", address: "https://open.spotify.com/")
        ]),
    ],
    examples: [
      Example(
        "https://open.spotify.com/embed/album/5xPxMLvzGXqfOD5hZ0h3or?theme=0",
        id: "album/5xPxMLvzGXqfOD5hZ0h3or",
        permalink: "https://open.spotify.com/album/5xPxMLvzGXqfOD5hZ0h3or", platform: "spotify"),
      Example(none: "https://open.spotify.com/search/pier"),
    ])

  private static func item(_ pattern: String) -> URLTemplate {
    URLTemplate(
      pattern, id: "{kind}/{code}", canonical: "https://open.spotify.com/{kind}/{code}")
  }
}
