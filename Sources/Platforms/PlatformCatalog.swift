public import PostModel

extension Platform {
  /// Every platform that this build knows, one line each; the first that fits an element wins.
  public static let all: [Platform] = [
    .x,
    .facebook,
    .instagram,
    .threads,
    .youtube,
    .tiktok,
    .reddit,
    .bluesky,
    .truthSocial,
    .telegram,
    .vk,
    .ok,
    .linkedIn,
    .pinterest,
    .tumblr,
    .gab,
    .gettr,
    .parler,
    .weibo,
    .imgur,
    .giphy,
    .flickr,
    .vimeo,
    .dailymotion,
    .twitch,
    .soundCloud,
    .spotify,
    .streamable,
    .rumble,
    .odysee,
    .snapchat,
    .substack,
    .medium,
    .discord,
    .vine,
    .periscope,
    .mastodon,
    .misskey,
    .pixelfed,
    .peerTube,
    .lemmy,
    .bilibili,
  ]

  /// The declaration of a platform, or `nil` where this build has none.
  public static func declared(_ id: PlatformID) -> Platform? {
    all.first { $0.id == id }
  }
}
