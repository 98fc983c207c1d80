/// One page or one text, as a source yields it.
public struct Document: Sendable {
  /// How the bytes are to be read.
  public enum MediaType: Sendable {
    /// An HTML page in any character encoding.
    case html
    /// Plain text.
    case plainText
  }

  /// The content, without transfer or content encodings.
  public var bytes: [UInt8]
  /// How the bytes are to be read.
  public var mediaType: MediaType
  /// The character encoding that the transport declared (the `charset` of `Content-Type`).
  public var declaredEncoding: String?
  /// The address, where the source knows it.
  public var url: String?
  /// The title, where the source knows it.
  public var title: String?
  /// The article's date, where the source knows it.
  public var published: PostDate?
  /// The language, where the source knows it.
  public var language: LanguageTag?
  /// When the page was captured, as `YYYY-MM-DDTHH:MM:SSZ`.
  public var captured: String?
  /// Where the document came from.
  public var provenance: Provenance

  /// Makes a document of bytes; everything that the source does not know may be left out.
  public init(
    bytes: [UInt8], mediaType: MediaType, provenance: Provenance, declaredEncoding: String? = nil,
    url: String? = nil, title: String? = nil, published: PostDate? = nil,
    language: LanguageTag? = nil, captured: String? = nil
  ) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.provenance = provenance
    self.declaredEncoding = declaredEncoding
    self.url = url
    self.title = title
    self.published = published
    self.language = language
    self.captured = captured
  }
}
