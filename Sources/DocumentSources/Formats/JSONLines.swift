import PostModel

extension InputFormat {
  /// Text corpora and the output of extractors: a document a line.
  static let jsonLines = InputFormat(
    "jsonl", "JSON Lines, one document a line, as text corpora and extractors write them",
    recognises: { JSONShape(of: $0) == .lines },
    makeSource: { JSONLinesSource(input: $0) })
}

/// A file with one JSON object a line.
struct JSONLinesSource: DocumentSource {
  private let input: OpenInput
  private let decoder: JSONRecordDecoder
  private var hasSkipped = false
  /// The document whose mending was reported just now.
  private var held: SourceItem?
  /// Tells lines by their shape; used together with `look`.
  private let shape: JSONLineShape
  /// Says of a line whether it is to be decoded.
  private let look: ((UnsafeRawBufferPointer) -> Bool)?
  /// Where the lines end that were passed over just now.
  private(set) var resumeOffset: Int?

  /// Takes over an input.
  init(input: OpenInput) {
    self.input = input
    decoder = JSONRecordDecoder(fields: input.options.fields)
    shape = JSONLineShape(fields: input.options.fields)
    look = input.options.recordFilter?.makeLook()
  }

  mutating func next() throws(SourceError) -> SourceItem? {
    if let item = held {
      held = nil
      return item
    }
    if !hasSkipped {
      hasSkipped = true
      try input.stream.skip(input.start)
    }
    if let passed = try passLines() { return .passed(passed) }
    while let line = try input.stream.readLine(limit: input.options.documentLimit) {
      switch line {
      case .tooLong(let offset, let length):
        let limit = input.options.documentLimit
        return .diagnostic(
          .overLimit(limit, size: length, path: input.file.path, offset: offset))
      case .whole(let bytes, let offset):
        let content = Self.content(of: bytes)
        if !content.isEmpty { return item(content, at: offset, length: bytes.count) }
      }
    }
    return nil
  }

  /// Passes over lines that hold nothing which is looked for.
  private mutating func passLines() throws(SourceError) -> PassedRecords? {
    resumeOffset = nil
    guard let look else { return nil }
    let passed = try input.stream.passLines(
      limit: input.options.documentLimit, atMost: Self.longestPass
    ) { line in
      shape.isTextRecord(line) && !look(line)
    }
    guard passed.count > 0 else { return nil }
    resumeOffset = input.stream.offset
    return passed
  }

  /// Long enough that the counting costs nothing, short enough that progress shows.
  private static let longestPass = 1 << 20

  private mutating func item(_ line: [UInt8], at offset: Int, length: Int) -> SourceItem {
    let path = input.file.path
    func trouble(_ severity: Diagnostic.Severity, _ message: String) -> SourceItem {
      .diagnostic(Diagnostic(severity, message, path: path, offset: offset))
    }
    guard let outcome = decoder.decode(JSONRecord.self, from: line) else {
      return trouble(.error, "this line is no JSON object and was skipped")
    }
    let provenance = Provenance(
      path: path, format: "jsonl", offset: offset, length: length)
    guard let document = outcome.value.document(from: provenance) else {
      return trouble(
        .error,
        "this line has no field with a text or a page and was skipped; "
          + "name it with --fields text=FIELD or html=FIELD")
    }
    guard let repair = outcome.repair else { return .document(document) }
    held = .document(document)
    return trouble(.warning, "this line is broken JSON, read all the same: \(repair)")
  }

  /// The line without a byte order mark and white space at its ends.
  private static func content(of bytes: [UInt8]) -> [UInt8] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return first == 0 && last == bytes.count - 1 ? bytes : Array(bytes[first...last])
  }
}
