import PostModel

/// What the payload of a record is, as far as its headers tell.
struct Payload {
  /// What the headers call it.
  enum Kind {
    /// A page.
    case page
    /// Plain text, as servers call anything.
    case text
    /// The text of a conversion.
    case converted
    /// Nothing in particular.
    case unknown
  }

  let kind: Kind
  /// The character encoding that the headers name.
  let charset: String?

  /// Tells the payload of a record by its headers, `nil` where it can be no document.
  ///
  /// What a server sends with an error, a redirection or without content is no article.
  init?(_ header: WARCHeader, _ head: HTTPHead?) {
    guard header.kind != .other else { return nil }
    if let status = head?.status, !(200...299).contains(status) { return nil }
    let own = header.contentType.map(ContentType.init)
    if header.kind == .conversion {
      guard own?.isPlainText ?? true else { return nil }
      self.init(kind: .converted, charset: own?.charset ?? "utf-8")
      return
    }
    var type = head == nil && own?.name != "application/http" ? own : head?.contentType
    if type?.isUnknown ?? true { type = header.payloadType.map(ContentType.init) }
    let charset = head?.contentType?.charset ?? type?.charset
    guard let type, !type.isUnknown else {
      self.init(kind: .unknown, charset: charset)
      return
    }
    guard type.isPage || type.isPlainText else { return nil }
    self.init(kind: type.isPage ? .page : .text, charset: charset)
  }

  private init(kind: Kind, charset: String?) {
    self.kind = kind
    self.charset = charset
  }

  /// How the decoded bytes are to be read, `nil` where they are no document.
  func mediaType(of bytes: UnsafeBufferPointer<UInt8>) -> Document.MediaType? {
    guard kind != .converted else { return .plainText }
    let sample = InputSample(bytes: Array(bytes.prefix(1024)), isWhole: bytes.count <= 1024)
    if sample.opensWithMarkup { return .html }
    guard BinaryKind.name(of: sample) == nil else { return nil }
    return switch kind {
    case .page: .html
    case .text, .converted: .plainText
    case .unknown: nil
    }
  }
}

extension WARCHeader {
  /// When the record was captured, to the second, as `YYYY-MM-DDTHH:MM:SSZ`.
  var captured: String? {
    date.flatMap { CorpusDate($0)?.date }.flatMap { $0.precision == .second ? $0.value : nil }
  }

  /// The first of the languages that the crawler found.
  var documentLanguage: LanguageTag? {
    language?.split(separator: ",").first.flatMap { LanguageTag(corpus: String($0)) }
  }
}
