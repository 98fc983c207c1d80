/// Which rule gave a field of a post, and from what it was read.
public struct Evidence: Hashable, Sendable {
  /// The field as the archive line names it: `published`, `author.handle`, `text`.
  public var field: String
  /// The rule, `PLATFORM.NAME` or `READER.NAME`: `x.snowflake`, `text.attribution-line`.
  public var rule: String
  /// What the rule read.
  public var value: String

  /// Names a field, a rule and what the rule read.
  public init(field: String, rule: String, value: String) {
    self.field = field
    self.rule = rule
    self.value = value
  }
}

/// Something odd about a citation that its user should know.
///
/// An open set: archives of a newer version may hold others.
public struct Finding: RawRepresentable, Hashable, Sendable {
  /// The finding's name in archives.
  public let rawValue: String

  /// Wraps a name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The day printed beside the post is not the day that its id says.
  public static let printedDateDiffersFromID = Finding(rawValue: "printed-date-differs-from-id")
  /// The handle shown is not the handle in the permalink.
  public static let handleDiffersFromPermalink = Finding(rawValue: "handle-differs-from-permalink")
  /// The id's time lies after the article was captured or published.
  public static let idInFuture = Finding(rawValue: "id-in-future")
  /// The article shows a placeholder for a post that is gone.
  public static let deletedPostPlaceholder = Finding(rawValue: "deleted-post-placeholder")
  /// The platform cut the words ("…").
  public static let textCutByPlatform = Finding(rawValue: "text-cut-by-platform")
}
