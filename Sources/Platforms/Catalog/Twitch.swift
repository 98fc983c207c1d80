import PostModel

extension Platform {
  /// Films and clips of Twitch; a channel's live player is no post.
  static let twitch = Platform(
    id: "twitch", name: "Twitch", hosts: ["twitch.tv"],
    syntax: [
      "handle": TokenSyntax(.word, 2...30), "video": TokenSyntax(.digits, 5...14),
      "clip": TokenSyntax(.base64URL, 8...100),
    ],
    permalinks: [
      film("/videos/{video}"), film("/{handle}/v/{video}"), clip("/{handle}/clip/{clip}"),
      clip("clips.twitch.tv/{clip}"),
    ],
    frames: [
      film("player.twitch.tv/?video={video}"), film("player.twitch.tv/?video=v{video}"),
      clip("clips.twitch.tv/embed?clip={clip}"),
    ],
    canonical: "https://www.twitch.tv/videos/{id}",
    others: [
      Other("player.twitch.tv/?channel={handle}", "a channel's live player")
    ],
    widgets: [
      WidgetCall("Twitch.Embed", "https://www.twitch.tv/videos/{video}"),
      WidgetCall("Twitch.Player", "https://www.twitch.tv/videos/{video}"),
    ],
    examples: [
      Example(
        "https://player.twitch.tv/?video=v1234567890&parent=example.org", id: "1234567890",
        permalink: "https://www.twitch.tv/videos/1234567890", platform: "twitch"),
      Example(none: "https://player.twitch.tv/?channel=harbour"),
    ])

  private static func film(_ pattern: String) -> URLTemplate {
    URLTemplate(pattern, id: "{video}", canonical: "https://www.twitch.tv/videos/{video}")
  }

  private static func clip(_ pattern: String) -> URLTemplate {
    URLTemplate(pattern, id: "{clip}", canonical: "https://clips.twitch.tv/{clip}")
  }
}
