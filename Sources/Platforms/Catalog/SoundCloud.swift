import PostModel

extension Platform {
  /// Tracks and playlists of SoundCloud: player frames that name them by the API's address.
  static let soundCloud = Platform(
    id: "soundcloud", name: "SoundCloud", hosts: ["soundcloud.com"],
    syntax: [
      "handle": TokenSyntax(.base64URL, 2...40), "id": TokenSyntax(.digits, 4...14),
      "track": TokenSyntax(.base64URL, 2...160),
    ],
    permalinks: [
      URLTemplate("api.soundcloud.com/tracks/{id}/**", canonical: tracks),
      URLTemplate("api.soundcloud.com/tracks/*:{id}/**", canonical: tracks),
      URLTemplate(
        "api.soundcloud.com/playlists/{id}/**", id: "playlists/{id}",
        canonical: "https://api.soundcloud.com/playlists/{id}"),
      URLTemplate(
        "/{handle}/sets/{track}", id: "{handle}/sets/{track}",
        canonical: "https://soundcloud.com/{handle}/sets/{track}"),
      URLTemplate(
        "/{handle}/{track}", id: "{handle}/{track}",
        canonical: "https://soundcloud.com/{handle}/{track}"),
    ],
    canonical: tracks,
    others: [
      Other("/{handle}/sets", "an account's page"), Other("/{handle}/tracks", "an account's page"),
      Other("/you/**", "an account's page"), Other("/search/**", "a search"),
    ],
    embeds: [
      .element("amp-soundcloud", [.id(attribute: "data-trackid")]),
      .classed("soundcloud_player", [.id(attribute: "data-playable-id")]),
    ],
    profile: "https://soundcloud.com/{handle}",
    examples: [
      Example(
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/764296225",
        id: "764296225", permalink: "https://api.soundcloud.com/tracks/764296225",
        platform: "soundcloud"),
      Example(none: "https://soundcloud.com/harbour"),
    ])

  private static let tracks = "https://api.soundcloud.com/tracks/{id}"
}
