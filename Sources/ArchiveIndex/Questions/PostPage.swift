public import PostModel

/// A part of the answer to a question.
public struct PostPage: Sendable {
  /// Where the next part begins.
  public struct Cursor: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    /// The cursor as text that can be given back.
    public let rawValue: String

    /// Takes a cursor that a page gave.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The cursor as text.
    public var description: String { rawValue }
  }

  /// The posts.
  public var posts: [MergedPost]
  /// Where to go on, `nil` when nothing is left.
  public var next: Cursor?

  /// Makes a page.
  public init(posts: [MergedPost], next: Cursor?) {
    self.posts = posts
    self.next = next
  }
}

/// An article with what it cites of a post.
public struct CitingArticle: Sendable {
  /// The article.
  public var article: Article
  /// Its citations of the post, in the order of their places.
  public var citations: [Citation]
  /// Whether it is a copy of another article that cites the post.
  public var isCopy: Bool

  /// Makes an article with its citations.
  public init(article: Article, citations: [Citation], isCopy: Bool = false) {
    self.article = article
    self.citations = citations
    self.isCopy = isCopy
  }
}
