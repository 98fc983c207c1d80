import PostModel

/// The parts of one JSON object that a document is made of.
struct JSONRecord: Decodable {
  private(set) var html: String?
  private(set) var text: String?
  private(set) var url: String?
  private(set) var title: String?
  private(set) var date: PostDate?
  private(set) var captured: PostDate?
  private(set) var language: LanguageTag?
  private(set) var id: String?

  /// Tells the decoder where the parts are kept.
  static let fields: CodingUserInfoKey? = CodingUserInfoKey(rawValue: "fields")

  init(from decoder: any Decoder) throws {
    let names = Self.fields.flatMap { decoder.userInfo[$0] as? FieldNames } ?? FieldNames()
    let reader = JSONFieldReader(object: try decoder.container(keyedBy: JSONKey.self))
    func strings(_ part: FieldNames.Part) -> some Sequence<String> {
      names.candidates(for: part).lazy.compactMap(reader.string)
    }
    html = strings(.html).first { _ in true }
    text = strings(.text).first { _ in true }
    url = strings(.url).first { $0.contains("/") || $0.contains(".") }
    title = strings(.title).first { _ in true }
    date = strings(.date).lazy.compactMap(CorpusDate.init).first?.date
    captured = strings(.captured).lazy.compactMap(CorpusDate.init).first?.date
    language = strings(.language).lazy.compactMap(LanguageTag.init(corpus:)).first
    id = strings(.id).first { _ in true }
    if names == FieldNames() { readCrawlDate(reader) }
  }

  /// FineWeb's `date` is the day of the crawl, as its field `dump` (`CC-MAIN-2024-10`) gives away.
  private mutating func readCrawlDate(_ reader: JSONFieldReader) {
    guard captured == nil, let dump = reader.string("dump"), dump.hasPrefix("CC-MAIN") else {
      return
    }
    captured = date
    date = nil
  }

  /// The document, `nil` where neither a page nor a text is there.
  func document(from provenance: Provenance) -> Document? {
    guard let content = html ?? text else { return nil }
    var provenance = provenance
    provenance.record = id ?? provenance.record
    let bytes = Array(content.utf8)
    let isPage = html != nil || InputSample(bytes: bytes, isWhole: true).opensWithMarkup
    return Document(
      bytes: bytes, mediaType: isPage ? .html : .plainText, provenance: provenance,
      declaredEncoding: "utf-8", url: url, title: title, published: date, language: language,
      captured: captured.flatMap { $0.precision == .second ? $0.value : nil })
  }
}

/// Any key of an object, or place in an array.
struct JSONKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}

/// Reads fields of an object by name or by a path with dots.
struct JSONFieldReader {
  let object: KeyedDecodingContainer<JSONKey>

  /// The text or the number at a path; an array gives its first text (HPLT's `lang`).
  func string(_ path: String) -> String? {
    let key = JSONKey(stringValue: path)
    if object.contains(key) { return Self.string(in: object, key) }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let outer = JSONKey(stringValue: String(path[..<dot]))
    guard let inner = try? object.nestedContainer(keyedBy: JSONKey.self, forKey: outer) else {
      return nil
    }
    return JSONFieldReader(object: inner).string(String(path[path.index(after: dot)...]))
  }

  private static func string(in object: KeyedDecodingContainer<JSONKey>, _ key: JSONKey)
    -> String?
  {
    if let text = try? object.decode(String.self, forKey: key) { return text.isEmpty ? nil : text }
    if let number = try? object.decode(Int64.self, forKey: key) { return String(number) }
    if let number = try? object.decode(Double.self, forKey: key), abs(number) < 1e15 {
      return String(Int64(number))
    }
    return (try? object.decode([String].self, forKey: key))?.first { !$0.isEmpty }
  }
}
