/// A picture or film that belongs to a post.
public struct Media: Hashable, Sendable {
  /// What a medium is, as far as the markup says so.
  public enum Kind: String, Sendable, Codable {
    /// A still picture.
    case photo
    /// A film.
    case video
    /// An attachment of a kind that the article does not tell.
    case attachment
  }

  /// The address, `https://pic.twitter.com/CODE` for instance.
  public var url: String
  /// What it is, if known.
  public var kind: Kind?

  /// Names a medium by its address.
  public init(url: String, kind: Kind? = nil) {
    self.url = url
    self.kind = kind
  }
}
