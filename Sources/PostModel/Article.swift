/// The article that cites a post.
public struct Article: Hashable, Sendable {
  /// Identifies the article's content: 32 hex digits from its address and digest.
  public var id: String
  /// The canonical address.
  public var url: String?
  /// The headline.
  public var title: String?
  /// The host of the address, without `www.`.
  public var site: String?
  /// Who wrote it.
  public var authors: [String]
  /// When it was published.
  public var published: PostDate?
  /// The language that the article declares, or else seems to have.
  public var language: LanguageTag?
  /// When it was captured, as `YYYY-MM-DDTHH:MM:SSZ`.
  public var captured: String?
  /// Where the document came from.
  public var source: Provenance
  /// The digest of the document's bytes, `sha256:` and 64 hex digits.
  public var digest: String

  /// Makes an article of which only identity and origin are known.
  public init(id: String, source: Provenance, digest: String) {
    self.id = id
    self.source = source
    self.digest = digest
    authors = []
  }
}
