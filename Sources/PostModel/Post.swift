/// A post as one article shows it.
public struct Post: Hashable, Sendable {
  /// What identifies the post across articles.
  public var key: PostKey
  /// The social network, unless the prose leaves it open.
  public var platform: PlatformID?
  /// The platform's own identifier.
  public var id: String?
  /// The canonical address, without tracking.
  public var permalink: String?
  /// Who wrote it.
  public var author: Account?
  /// The words, white space folded, line breaks kept, without attribution, boilerplate, media links.
  public var text: String?
  /// The language of the words.
  public var language: LanguageTag?
  /// When it was published.
  public var published: PostDate?
  /// Pictures and films.
  public var media: [Media]
  /// Addresses that the words hold.
  public var links: [String]
  /// Handles that the words mention, without `@`.
  public var mentions: [String]
  /// Hashtags in the words, without `#`.
  public var hashtags: [String]
  /// Cashtags in the words, without `$`.
  public var cashtags: [String]
  /// The post that this one quotes, where the markup says so.
  public var quotes: PostKey?
  /// The post that this one answers, where the markup says so.
  public var repliesTo: PostKey?

  /// Makes a post that has only its key; the rest is set as it becomes known.
  public init(key: PostKey, platform: PlatformID? = nil) {
    self.key = key
    self.platform = platform
    media = []
    links = []
    mentions = []
    hashtags = []
    cashtags = []
  }
}
