import PostModel

extension Platform {
  /// Films of Rumble: player frames; the player's id is not the page's.
  static let rumble = Platform(
    id: "rumble", name: "Rumble", hosts: ["rumble.com"],
    syntax: ["id": TokenSyntax(.alphanumeric, 4...10), "slug": TokenSyntax(.any, 1...200)],
    permalinks: [
      URLTemplate("/v{id}-{slug}", id: "v{id}", canonical: "https://rumble.com/v{id}-{slug}")
    ],
    frames: [
      URLTemplate("/embed/v{id}.*/**", id: "embed/v{id}", canonical: player),
      URLTemplate("/embed/*.v{id}/**", id: "embed/v{id}", canonical: player),
      URLTemplate("/embed/v{id}/**", id: "embed/v{id}", canonical: player),
    ],
    canonical: "https://rumble.com/{id}",
    others: [Other("/c/**", "a channel"), Other("/user/**", "a channel")],
    widgets: [WidgetCall("Rumble", "https://rumble.com/embed/{video}/")],
    examples: [
      Example(
        "https://rumble.com/embed/v1abcde/?pub=4", id: "embed/v1abcde",
        permalink: "https://rumble.com/embed/v1abcde/", platform: "rumble"),
      Example(none: "https://rumble.com/c/harbour"),
    ])

  private static let player = "https://rumble.com/embed/v{id}/"
}
