import PostModel

extension InputFormat {
  /// Web archives as crawlers write them, and the texts made from them (WET).
  static let warc = InputFormat(
    "warc", "WARC 0.17 to 1.1 and WET, web archives",
    recognises: { $0.opens(with: "WARC/") },
    makeSource: { WARCSource(input: $0) })
}

/// The pages and texts of a WARC (ISO 28500).
///
/// Responses and resources that are pages or plain text become documents, and the texts of conversions;
/// answers of servers that are no success, and all other records, are passed over.
struct WARCSource: DocumentSource {
  /// How places in the file are named.
  private enum Addressing {
    /// Each record is a member of its own: by the place of the member in the file.
    case members
    /// By the place in the decompressed stream, which is the file where nothing is compressed.
    case content
  }

  private let input: OpenInput
  private var reader: WARCReader
  private let decoder: PayloadDecoder
  private var tally = WARCTally()
  private var addressing: Addressing?
  private var waiting: [SourceItem] = []
  /// How far the file was read with the last record, and with the one before it.
  private var reached: Int?
  private var reachedBefore: Int?

  /// Takes over an input.
  init(input: OpenInput) {
    self.input = input
    let limit = input.options.documentLimit
    reader = WARCReader(
      input.stream, limit: limit, streamEnd: input.stream.isPlain ? input.size : nil)
    decoder = PayloadDecoder(limit: limit)
  }

  /// Whether places are those of the file, and not of what it decompresses to.
  var hasPlacesOfFile: Bool { addressing == .members || input.stream.isPlain }

  /// A record whose items are not all taken yet is read again.
  var resumeOffset: Int? { waiting.isEmpty ? reached : reachedBefore }

  mutating func next() throws(SourceError) -> SourceItem? {
    while waiting.isEmpty {
      guard let finding = try reader.next(wants: { Payload($0, $1) != nil }) else {
        waiting = tally.takeDiagnostics(path: input.path).map { .diagnostic($0) }
        break
      }
      if addressing == nil, case .record(let record) = finding {
        addressing = fillsMember(record) ? .members : .content
        if input.start > 0, try goOn() { continue }
      }
      take(finding)
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Whether a record is all of a compressed member.
  private func fillsMember(_ record: WARCRecord) -> Bool {
    guard let member = member(of: record.offset), member.start == record.offset,
      let end = member.end
    else { return false }
    return end <= record.offset + record.length + WARCReader.longestGap
  }

  /// Goes to where an earlier run stopped; says whether that was possible.
  private mutating func goOn() throws(SourceError) -> Bool {
    reader.finish()
    let stream = input.stream
    switch addressing {
    case .members: return try stream.seek(toFileOffset: input.start, offset: stream.offset)
    case .content, nil:
      try stream.skip(input.start - stream.offset)
      return true
    }
  }

  private func member(of offset: Int) -> StreamMember? {
    let members = input.stream.members
    return members.last { $0.start <= offset } ?? members.first
  }

  /// Where a record stands in the file, and how much of the file it takes.
  private func place(of offset: Int, length: Int? = nil) -> (offset: Int, length: Int?) {
    guard addressing == .members, let member = member(of: offset) else { return (offset, length) }
    return (member.fileStart, member.fileEnd.map { $0 - member.fileStart })
  }

  private mutating func take(_ finding: WARCFinding) {
    reachedBefore = reached
    switch finding {
    case .garbage(let offset, let count):
      report(.error, "\(count) bytes here are no WARC record and were passed over", at: offset)
    case .tooLarge(let record, let size):
      let limit = input.options.documentLimit
      waiting.append(
        .diagnostic(
          .overLimit(
            limit, size: size, path: input.path, offset: place(of: record.offset).offset)))
      reached = end(of: record)
    case .record(let record):
      if let trouble = record.trouble {
        report(trouble.isLoss ? .error : .warning, trouble.message, at: record.offset)
      }
      if let payload = Payload(record.header, record.head), let block = record.block {
        read(payload, of: record, block)
      }
      reached = end(of: record)
    }
  }

  /// Where a later run may go on behind a record: at the next member, or, where the member holds more
  /// records, at the member again.
  private func end(of record: WARCRecord) -> Int? {
    let end = record.offset + record.length
    guard addressing == .members else { return end }
    guard let member = member(of: record.offset) else { return reached }
    let isLast = member.end.map { $0 <= end + WARCReader.longestGap } ?? false
    return isLast ? member.fileEnd : member.fileStart
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ message: String, at offset: Int
  ) {
    waiting.append(
      .diagnostic(
        Diagnostic(severity, message, path: input.path, offset: place(of: offset).offset)))
  }
}

extension WARCSource {
  /// Makes a document of a record's payload, where it is one.
  private mutating func read(_ payload: Payload, of record: WARCRecord, _ block: Range<Int>) {
    let offset = place(of: record.offset).offset
    guard record.head?.isEndless != true else { return tally.count(.endlessHead, at: offset) }
    // A block that was cut short may end before its head does.
    let start = min(block.lowerBound + (record.head?.length ?? 0), block.upperBound)
    let body = start..<block.upperBound
    var oddities: [WARCTally.Oddity] = record.header.isTruncated ? [.cutByCrawler] : []
    let found: SourceItem? = input.stream.withBytes(body) { bytes in
      decoder.withContent(of: bytes, head: record.head, note: { oddities.append($0) }) { content in
        switch content {
        case .bytes(let bytes): return item(payload, bytes, of: record, &oddities)
        case .overLimit: return overLimit(nil, at: offset)
        case .unknown:
          oddities.append(.unknownEncoding)
          return nil
        }
      }
    }
    for oddity in oddities { tally.count(oddity, at: offset) }
    if let found { waiting.append(found) }
  }

  private func overLimit(_ size: Int?, at offset: Int) -> SourceItem {
    let limit = input.options.documentLimit
    return .diagnostic(.overLimit(limit, size: size, path: input.path, offset: offset))
  }

  /// The document of decoded bytes, which are lent and copied only into the document.
  private func item(
    _ payload: Payload, _ bytes: UnsafeBufferPointer<UInt8>, of record: WARCRecord,
    _ oddities: inout [WARCTally.Oddity]
  ) -> SourceItem? {
    guard !bytes.isEmpty else { return nil }
    let place = place(of: record.offset, length: record.length)
    guard bytes.count <= input.options.documentLimit else {
      return overLimit(bytes.count, at: place.offset)
    }
    guard let mediaType = payload.mediaType(of: bytes) else {
      if payload.kind == .page { oddities.append(.notText) }
      return nil
    }
    let header = record.header
    let provenance = Provenance(
      path: input.path, format: input.format, record: header.recordID, offset: place.offset,
      length: place.length)
    return .document(
      Document(
        bytes: Array(bytes), mediaType: mediaType, provenance: provenance,
        declaredEncoding: payload.charset, url: header.targetURI,
        title: header.targetURI.flatMap(input.title), language: header.documentLanguage,
        captured: header.captured))
  }
}
