public import PostModel

/// An address, and what a platform's declaration must read in it.
public struct Example: Sendable {
  /// The address.
  public let link: String
  /// What is read: `nil` for no post of this platform.
  public let reference: PostReference?

  /// An address of a post.
  public init(
    _ link: String, id: String?, handle: String? = nil, permalink: String, platform: PlatformID
  ) {
    self.link = link
    reference = PostReference(platform: platform, id: id, handle: handle, permalink: permalink)
  }

  /// An address that is no post.
  public init(none link: String) {
    self.link = link
    reference = nil
  }
}
