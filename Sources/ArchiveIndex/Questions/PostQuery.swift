public import PostModel

/// A question to an index, by conditions on posts and on their citations.
///
/// Every condition must hold. The conditions on citations (site, form, confidence, date and
/// language of the article) that are not negated must hold for one and the same citation of the post; a negated one
/// holds where no citation is so.
public struct PostQuery: Hashable, Sendable {
  /// In what order posts are given.
  public enum Order: String, Sendable, CaseIterable {
    /// The youngest first, undated posts last.
    case newest
    /// The oldest first, undated posts last.
    case oldest
    /// The one that most articles cite first, copies of an article counted once.
    case mostCited = "most-cited"
    /// As the archive first has them.
    case archive
  }

  /// What must hold.
  public var conditions: [Condition] = []
  /// Whether posts of which no day is known are given although there is a condition on the date;
  /// where a bound is known, it counts.
  public var includesUndated = false
  /// In what order.
  public var order = Order.newest
  /// How many posts at most.
  public var limit = 50
  /// Where to go on: what `PostPage.next` gave for the same question.
  public var cursor: PostPage.Cursor?

  /// Asks for all posts.
  public init() {}

  /// Asks for posts of which all conditions hold.
  public init(_ conditions: Condition.Kind...) {
    self.conditions = conditions.map { Condition($0) }
  }
}

extension PostQuery {
  /// One thing that must hold, or must not.
  public struct Condition: Hashable, Sendable {
    /// What must hold.
    public var kind: Kind
    /// Whether it must not.
    public var isNegated: Bool

    /// Makes a condition.
    public init(_ kind: Kind, isNegated: Bool = false) {
      self.kind = kind
      self.isNegated = isNegated
    }

    /// What can be asked of a post; of several values, one must hold.
    public enum Kind: Hashable, Sendable {
      /// A word of the post, or several as they stand.
      case words(String)
      /// Who wrote it, with or without `@`, in any case.
      case handle([String])
      /// The social network.
      case platform([PlatformID])
      /// Not published before this period: an EDTF year, month, day or moment.
      case since(String)
      /// Not published after this period; its end belongs to it.
      case until(String)
      /// The host of a citing article, or one above it: `example.com` matches `news.example.com`.
      case site([String])
      /// When a citing article was published, else captured: between two EDTF periods, both in it;
      /// `nil` for an open end. A period that cannot be read holds for no article.
      case cited(since: String?, until: String?)
      /// How an article cites it.
      case form([Citation.Form])
      /// The language of the post's words; `pt` matches `pt-BR`.
      case language([LanguageTag])
      /// The language of a citing article.
      case articleLanguage([LanguageTag])
      /// The least confidence of a citation, from 0 to 1.
      case minimumConfidence(Double)
      /// A hashtag, with or without `#`, in any case.
      case hashtag([String])
      /// That something of the post is known.
      case has([Part])
      /// The least number of citing articles, copies of an article counted once.
      case articles(Int)
      /// A post by any of its names.
      case post([String])
    }

    /// What may be known of a post.
    public enum Part: String, Sendable, CaseIterable {
      /// The platform's own identifier.
      case id
      /// Words.
      case text
      /// A picture or film.
      case media
      /// An address in the words.
      case link
      /// A day, month or year of publication; more than a bound.
      case date
      /// The handle of its author.
      case handle
      /// A hashtag.
      case hashtag
    }
  }
}
