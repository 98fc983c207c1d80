public import PostModel

/// Writes posts in one format: first what leads, then each post, then what closes.
///
/// It takes posts one by one and asks no question, so any source of posts can be written, however
/// many there are.
public protocol Exporter: Sendable {
  /// What stands before the first post.
  mutating func begin() -> [UInt8]
  /// One post.
  mutating func bytes(of post: MergedPost) -> [UInt8]
  /// What stands after the last post.
  mutating func end() -> [UInt8]
}

extension Exporter {
  /// Nothing.
  public mutating func begin() -> [UInt8] { [] }
  /// Nothing.
  public mutating func end() -> [UInt8] { [] }

  /// All posts, whole.
  public mutating func bytes(of posts: some Sequence<MergedPost>) -> [UInt8] {
    var bytes = begin()
    for post in posts { bytes += self.bytes(of: post) }
    return bytes + end()
  }
}
