import Platforms

/// Words without which a script holds no post.
enum ScriptMarkers {
  /// Whether a script may hold a post of any platform at all.
  static func mayHoldPost(_ script: String) -> Bool {
    words.occur(in: script)
  }

  private static let words = ByteNeedleSet([
    "twitter.com", "x.com/", "twitter-tweet", "/status/", "instagram.com", "instagram-media",
    "instagram_id",
    "facebook.com", "youtube", "youtu.be", "tiktok.com", "threads.net", "threads.com",
    "bsky.app", "bluesky-embed", "reddit.com", "t.me/", "vk.com", "VK.Widgets", "ok.ru/",
    "linkedin.com", "pinterest.", "tumblr.com", "truthsocial.com", "mastodon-embed", "/embed",
    "imgur.com", "giphy.com", "flickr.com", "vimeo.com", "dailymotion", "twitch.tv",
    "soundcloud.com", "spotify.com", "streamable.com", "umble", "odysee.com", "snapchat",
    "substack", "gab.com", "gettr.com", "weibo", "vine.co", "medium.com/media",
  ])
}
