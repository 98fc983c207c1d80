/// What a post's address says: which post of which platform, and by whom.
public struct PostReference: Hashable, Sendable {
  /// The social network.
  public var platform: PlatformID
  /// The platform's own identifier, always text; `nil` where the address hides it (share links).
  public var id: String?
  /// The handle in the address, without `@`.
  public var handle: String?
  /// The canonical address, without tracking.
  public var permalink: String

  /// Makes a reference of the parts of an address.
  public init(platform: PlatformID, id: String?, handle: String? = nil, permalink: String) {
    self.platform = platform
    self.id = id
    self.handle = handle
    self.permalink = permalink
  }
}
