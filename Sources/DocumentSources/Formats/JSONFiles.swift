import PostModel

extension InputFormat {
  /// One article a file (news-please) or an array of articles (NELA-GT).
  static let json = InputFormat(
    "json", "a JSON object that is one document, or an array of such",
    recognises: { JSONShape(of: $0) == .whole && !$0.isTornMarkup },
    makeSource: { JSONFileSource(input: $0) })
}

/// A file that is one JSON value.
struct JSONFileSource: DocumentSource {
  private let input: OpenInput
  private let decoder: JSONRecordDecoder
  private var waiting: [JSONRecord]?

  /// How many records of an array were taken.
  private var taken = 0
  private var isArray = false

  /// Takes over an input.
  init(input: OpenInput) {
    self.input = input
    decoder = JSONRecordDecoder(fields: input.options.fields)
  }

  mutating func next() throws(SourceError) -> SourceItem? {
    if waiting == nil {
      if let trouble = try load() { return .diagnostic(trouble) }
    }
    guard let records = waiting, taken < records.count else { return nil }
    let record = records[taken]
    var provenance = Provenance(path: input.file.path, format: "json")
    // A JSON Pointer (RFC 6901).
    if isArray { provenance.record = "/\(taken)" }
    taken += 1
    return record.document(from: provenance).map { .document($0) }
      ?? .diagnostic(
        error(
          "\(isArray ? "record \(taken)" : "this object") has no field with a text or a page and "
            + "was skipped; name it with --fields text=FIELD or html=FIELD"))
  }

  /// Reads the file whole; gives the trouble where that fails.
  private mutating func load() throws(SourceError) -> Diagnostic? {
    waiting = []
    let limit = input.options.documentLimit
    guard input.size ?? 0 <= limit, let bytes = try input.stream.readAll(limit: limit) else {
      return error(
        "this JSON file is over the limit of \(limit) bytes and was skipped; "
          + "make lines of it (jq -c '.[]') or raise the limit with --max-document")
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let outcome = decoder.decode([JSONRecord].self, from: content) {
      isArray = true
      waiting = outcome.value
    } else if let outcome = decoder.decode(JSONRecord.self, from: content) {
      waiting = [outcome.value]
    } else {
      return error("this file opens like JSON and is not; to read it as text, use --input text")
    }
    return nil
  }

  private func error(_ message: String) -> Diagnostic {
    Diagnostic(.error, message, path: input.file.path)
  }
}
