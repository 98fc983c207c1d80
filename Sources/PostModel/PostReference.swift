/// What a post's address says: which post of which platform, and by whom.
public struct PostReference: Hashable, Sendable {
  /// The social network.
  public var platform: PlatformID
  /// The platform's own identifier, always text; `nil` where the address hides it (share links).
  public var id: String?
  /// What identifies the post on its platform: the id, unless that is unique only within an instance
  /// or a thread (`mastodon.example/123`).
  public var identity: String?
  /// The handle in the address, without `@`.
  public var handle: String?
  /// The canonical address, without tracking.
  public var permalink: String

  /// Makes a reference of the parts of an address.
  public init(
    platform: PlatformID, id: String?, handle: String? = nil, permalink: String,
    identity: String? = nil
  ) {
    self.platform = platform
    self.id = id
    self.identity = identity ?? id
    self.handle = handle
    self.permalink = permalink
  }
}
