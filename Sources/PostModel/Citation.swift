/// One line of the archive: one post, as cited at one place of one article.
public struct Citation: Hashable, Sendable {
  /// How an article cites a post, from the strongest to the weakest.
  public enum Form: String, Sendable, Codable, CaseIterable {
    /// The article shows the post, or would once its scripts run.
    case embed
    /// Plain text that was an embed before the tags were stripped.
    case remnant
    /// Prose that quotes the post.
    case quote
    /// A hyperlink or bare address in the article's own text.
    case link
  }

  /// The version of the line's format that this build writes.
  public static let formatVersion = 1

  /// 32 hex digits derived from the document's identity, the selector and the post's key.
  public var id: CitationID
  /// How the article cites the post.
  public var form: Form
  /// How sure Roost is that this is a citation, from 0 to 1: of those at 0.9, nine in ten are.
  public var confidence: Double
  /// The post.
  public var post: Post
  /// The article.
  public var article: Article
  /// The place.
  public var selector: Selector
  /// Which rule gave each derived field, and from what.
  public var evidence: [Evidence]
  /// What is odd about the citation.
  public var findings: [Finding]

  /// Makes a citation of its parts.
  public init(
    id: CitationID, form: Form, confidence: Double, post: Post, article: Article,
    selector: Selector, evidence: [Evidence] = [], findings: [Finding] = []
  ) {
    self.id = id
    self.form = form
    self.confidence = confidence
    self.post = post
    self.article = article
    self.selector = selector
    self.evidence = evidence
    self.findings = findings
  }
}

/// Identifies a citation: 32 lower case hex digits.
public struct CitationID: RawRepresentable, Hashable, Sendable, Comparable {
  /// The digits.
  public let rawValue: String

  /// Takes an identifier; nothing is checked.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Orders by digits.
  public static func < (lhs: CitationID, rhs: CitationID) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}
