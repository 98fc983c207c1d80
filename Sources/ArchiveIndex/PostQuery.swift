public import PostModel

/// A question to an index, by conditions on posts and on their citations.
///
/// Every condition that is set must hold. The conditions on citations (site, form, confidence,
/// language of the article) must hold for one and the same citation of the post.
public struct PostQuery: Hashable, Sendable {
  /// In what order posts are given.
  public enum Order: String, Sendable, CaseIterable {
    /// The youngest first, undated posts last.
    case newest
    /// The oldest first, undated posts last.
    case oldest
    /// The one with the most citations first.
    case mostCited = "most-cited"
    /// As the archive first has them.
    case archive
  }

  /// Words that must all occur in the post, in any order; `"two words"` in quotation marks as they
  /// stand.
  public var words: String?
  /// Who wrote it, with or without `@`, in any case.
  public var handle: String?
  /// The social network.
  public var platform: PlatformID?
  /// Not published before this period: an EDTF year, month, day or moment.
  public var since: String?
  /// Not published after this period; its end belongs to it.
  public var until: String?
  /// Whether posts of which no day is known are given although there is a condition on the date;
  /// where a bound is known, it counts.
  public var includesUndated = false
  /// The host of a citing article, or one above it: `example.com` matches `news.example.com`.
  public var site: String?
  /// How an article cites it.
  public var form: Citation.Form?
  /// The language of the post's words; `pt` matches `pt-BR`.
  public var language: LanguageTag?
  /// The language of a citing article.
  public var articleLanguage: LanguageTag?
  /// The least confidence of a citation, from 0 to 1.
  public var minimumConfidence: Double?
  /// In what order.
  public var order = Order.newest
  /// How many posts at most.
  public var limit = 50
  /// Where to go on: what `PostPage.next` gave for the same question.
  public var cursor: PostPage.Cursor?

  /// Asks for all posts.
  public init() {}
}
