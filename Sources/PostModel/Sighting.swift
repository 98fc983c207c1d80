/// The evidence that a post stands at one place of one document.
///
/// Readers and scanners make sightings; the assembler folds those of one post into a citation.
public struct Sighting: Sendable {
  /// In what shape a post is seen.
  public enum Kind: String, Sendable, CaseIterable {
    /// The platform's own fallback quotation element.
    case blockquote
    /// A frame whose address names the post.
    case frame
    /// An element that only a script or AMP understands.
    case customElement
    /// What a consent manager or lazy loader shows instead.
    case placeholder
    /// Data that the page carries for its scripts.
    case payload
    /// A hyperlink or a bare address in the article's own text.
    case link
    /// Plain text that closes with the author, handle and date of a post.
    case attributionLine
    /// Plain text that holds a post's media or short link.
    case mediaLink
    /// Prose that quotes a post.
    case quotation
    /// Plain text that holds what a platform prints round a post.
    case boilerplate
    /// A paragraph that is a post by its manner or language.
    case bareText
  }

  /// Where a post is seen.
  public enum Location: Hashable, Sendable {
    /// At an element: its XPath, and its range in the document's text, in UTF-8 bytes.
    case element(path: String, utf8Range: Range<Int>)
    /// In the document's text, in UTF-8 bytes.
    case text(utf8Range: Range<Int>)
  }

  /// In what shape it is seen.
  public var kind: Kind
  /// Where it is seen.
  public var location: Location
  /// The social network, if it can be told.
  public var platform: PlatformID?
  /// The platform's own identifier.
  public var id: String?
  /// What identifies the post on its platform; the id, unless that is not unique there.
  public var identity: String?
  /// The canonical address.
  public var permalink: String?
  /// The handle that the permalink holds, without `@`.
  public var permalinkHandle: String?
  /// Who wrote it, as shown.
  public var author: Account
  /// The words.
  public var text: String?
  /// The language that the markup declares for the words.
  public var language: LanguageTag?
  /// Every date that was read, each with its source.
  public var dates: [PostDate]
  /// Pictures and films.
  public var media: [Media]
  /// Addresses in the words.
  public var links: [String]
  /// The post that this one quotes.
  public var quotes: PostKey?
  /// The post that this one answers.
  public var repliesTo: PostKey?
  /// How sure the reader is that this is a citation, from 0 to 1.
  public var confidence: Double
  /// Which rule gave what.
  public var evidence: [Evidence]
  /// What is odd about it.
  public var findings: [Finding]

  /// Makes a sighting of which only shape and place are known.
  public init(
    _ kind: Kind, at location: Location, platform: PlatformID? = nil, confidence: Double
  ) {
    self.kind = kind
    self.location = location
    self.platform = platform
    self.confidence = confidence
    author = Account()
    dates = []
    media = []
    links = []
    evidence = []
    findings = []
  }

  /// The range in the document's text, in UTF-8 bytes.
  public var utf8Range: Range<Int> {
    switch location {
    case .element(_, let range), .text(let range): range
    }
  }

  /// The form of the citation that such a sighting makes.
  public var form: Citation.Form {
    switch kind {
    case .blockquote, .frame, .customElement, .placeholder, .payload: .embed
    case .attributionLine, .mediaLink, .boilerplate, .bareText: .remnant
    case .quotation: .quote
    case .link: .link
    }
  }
}
