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
    let reader = JSONFieldReader(
      object: try decoder.container(keyedBy: JSONKey.self), names: names)
    html = try reader.first(.html) { $0 }
    text = try reader.first(.text) { $0 }
    url = try reader.first(.url) { $0.contains("/") || $0.contains(".") ? $0 : nil }
    title = try reader.first(.title) { $0 }
    date = try reader.first(.date) { CorpusDate($0)?.date }
    captured = try reader.first(.captured) { CorpusDate($0)?.date }
    language = try reader.first(.language) { LanguageTag(corpus: $0) }
    id = try reader.first(.id) { $0 }
    if names == FieldNames() { try readCrawlDate(reader) }
  }

  /// FineWeb's `date` is the day of the crawl, as its field `dump` (`CC-MAIN-2024-10`) gives away.
  private mutating func readCrawlDate(_ reader: JSONFieldReader) throws {
    guard captured == nil, let dump = try reader.string("dump"), dump.hasPrefix("CC-MAIN") else {
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
