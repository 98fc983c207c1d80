/// The place of a citation in its article.
///
/// Follows the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model.
public struct Selector: Hashable, Sendable {
  /// The words at the place.
  public var exact: String
  /// Up to 32 characters before it.
  public var prefix: String
  /// Up to 32 characters after it.
  public var suffix: String
  /// Where it begins, in Unicode code points of the document's text.
  public var start: Int
  /// Where it ends, in Unicode code points, exclusive.
  public var end: Int
  /// The XPath of its element, HTML only.
  public var path: String?

  /// Names a place.
  public init(
    exact: String, prefix: String, suffix: String, start: Int, end: Int, path: String? = nil
  ) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.start = start
    self.end = end
    self.path = path
  }
}
