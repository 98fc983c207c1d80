/// Finds the records of a WARC, one behind the other, whatever their lengths claim.
///
/// A length is believed where a record ends as one should: with the member that it fills, or before the
/// next `WARC/`. Where it does not, the record ends where the next one begins.
struct WARCReader {
  /// How many bytes may stand between a record and the end of its member.
  static let longestGap = 16
  /// How long the header of a record may be.
  private static let headerLimit = 1 << 18
  /// Blocks that nobody wants are held up to this size, so that their lengths can be checked.
  private static let heldLimit = 1 << 20

  private let stream: ByteStream
  /// The largest block that is held.
  private let limit: Int
  /// Where the stream ends, where that is known.
  private let streamEnd: Int?
  private var fields = HeaderFields()
  /// How much of what is at hand belongs to the record found last.
  private var pending = 0

  /// Reads records from a stream.
  init(_ stream: ByteStream, limit: Int, streamEnd: Int?) {
    self.stream = stream
    self.limit = limit
    self.streamEnd = streamEnd
  }

  /// The next record or trouble, `nil` at the end; what was found before is taken from the stream.
  ///
  /// The block is at hand until the next call where `wants` says so, by the header and by the head of the
  /// message.
  mutating func next(
    wants: (WARCHeader, HTTPHead?) -> Bool
  ) throws(SourceError) -> WARCFinding? {
    finish()
    try passOverBlanks()
    guard try stream.ensure(1) else { return nil }
    guard try opensRecord(at: 0), let (header, start) = try readHeader() else {
      return try passOverGarbage()
    }
    guard header.kind != .other else {
      return try locate(header, from: start, head: nil, isWanted: false)
    }
    let head = try readHead(at: start, length: header.contentLength)
    return try locate(header, from: start, head: head, isWanted: wants(header, head))
  }

  /// Takes the record found last, and the empty lines behind it.
  mutating func finish() {
    stream.take(pending)
    pending = 0
  }

  /// Takes what may stand between records.
  func passOverBlanks() throws(SourceError) {
    while try stream.ensure(1) {
      let blanks = stream.withBytes(0..<stream.available) { bytes in
        bytes.firstIndex { !Self.isBlank($0) } ?? bytes.count
      }
      stream.take(blanks)
      if stream.available > 0 { return }
    }
  }

  private mutating func readHeader() throws(SourceError) -> (WARCHeader, Int)? {
    while true {
      let count = stream.available
      let reading = stream.withBytes(0..<count) { WARCHeader.read($0, &fields) }
      if case .whole(let header, let end) = reading { return (header, end) }
      guard count < Self.headerLimit, try stream.readMore() else { return nil }
    }
  }

  private mutating func readHead(at start: Int, length: Int?) throws(SourceError) -> HTTPHead? {
    let end = start + min(length ?? HTTPHead.limit, HTTPHead.limit)
    while true {
      let count = min(stream.available, end)
      let head = stream.withBytes(start..<max(start, count)) { HTTPHead($0, &fields) }
      if let head, !head.isEndless { return head }
      guard head != nil || count < start + 5, count < end, try stream.readMore() else {
        return head
      }
    }
  }
}

extension WARCReader {
  /// Finds the end of a record.
  private mutating func locate(
    _ header: WARCHeader, from start: Int, head: HTTPHead?, isWanted: Bool
  ) throws(SourceError) -> WARCFinding {
    let length = header.contentLength ?? 0
    guard length <= (isWanted ? limit + HTTPHead.limit : Self.heldLimit) else {
      return try passOver(header, from: start, isWanted: isWanted)
    }
    let end = try end(ofBlockAt: start, declared: header.contentLength)
    pending = end.place
    let record = WARCRecord(
      header: header, offset: stream.offset, length: end.place, block: start..<end.place,
      head: head, trouble: end.trouble)
    guard isWanted else { return .record(record) }
    return end.place - start <= limit + HTTPHead.limit
      ? .record(record) : .tooLarge(record, size: end.place - start)
  }

  /// Where a block really ends, and what is wrong where that is not where it says.
  private func end(
    ofBlockAt start: Int, declared: Int?
  ) throws(SourceError) -> (place: Int, trouble: WARCRecord.Trouble?) {
    let end = start + (declared ?? 0)
    let isThere = try stream.ensure(end)
    if declared != nil, isThere, try isBoundary(end) { return (end, nil) }
    let next = try nextRecord(from: start)
    guard next.isFound || next.isAtEnd else { return (end, .endless) }
    let place = stream.withBytes(start..<next.place) { start + Self.withoutLineEnds($0) }
    if !next.isFound, !isThere, let declared {
      return (place, .cut(missing: declared - (place - start)))
    }
    return (place, .wrongLength(declared: declared, found: place - start))
  }

  /// The place of the next record, or of the end of the stream, searched within the limit.
  private func nextRecord(
    from start: Int
  ) throws(SourceError) -> (place: Int, isFound: Bool, isAtEnd: Bool) {
    var searched = start
    while true {
      if let next = findRecord(from: searched) { return (next, true, false) }
      searched = max(start, stream.available - 16)
      guard stream.available <= start + limit else { return (stream.available, false, false) }
      guard try stream.readMore() else { return (stream.available, false, true) }
    }
  }

  /// Passes over a block that is not wanted, or too large to be held.
  private mutating func passOver(
    _ header: WARCHeader, from start: Int, isWanted: Bool
  ) throws(SourceError) -> WARCFinding {
    let length = header.contentLength ?? 0
    let offset = stream.offset
    let content = offset + start
    stream.take(start)
    var isRight = streamEnd.map { length <= $0 - content } ?? true
    if isRight { isRight = try stream.skipWithinRecord(length) }
    if isRight { isRight = try isBoundary(0) }
    if !isRight, stream.isPlain,
      // The length is wrong, and other records may lie where it has led.
      try stream.seek(toFileOffset: content, offset: content)
    {
      _ = try passOverToRecord()
    }
    let trouble = WARCRecord.Trouble.wrongLength(
      declared: length, found: stream.offset - content, isSkipped: isWanted)
    let record = WARCRecord(
      header: header, offset: offset, length: stream.offset - offset, block: nil, head: nil,
      trouble: isRight ? nil : trouble)
    return isWanted && isRight ? .tooLarge(record, size: length) : .record(record)
  }

  private func passOverGarbage() throws(SourceError) -> WARCFinding {
    let offset = stream.offset
    stream.take(1)
    let count = try passOverToRecord()
    return .garbage(offset: offset, count: count + 1)
  }

  /// Takes bytes up to the next record, or to the end; gives how many.
  private func passOverToRecord() throws(SourceError) -> Int {
    let start = stream.offset
    while true {
      if let next = findRecord(from: 0) {
        stream.take(next)
        break
      }
      // A record may have begun in the last bytes.
      stream.take(max(0, stream.available - 16))
      guard try stream.readMore() else {
        stream.take(stream.available)
        break
      }
    }
    return stream.offset - start
  }
}

extension WARCReader {
  /// Whether a block may end here: only blanks follow up to the next record or the end, or the two line
  /// ends that close a record, whatever is behind them.
  private func isBoundary(_ place: Int) throws(SourceError) -> Bool {
    if let end = stream.memberEnd(after: place), end - place <= Self.longestGap,
      stream.withBytes(place..<end, { $0.allSatisfy(Self.isBlank) })
    {
      return true
    }
    var next = place
    while try stream.ensure(next + 1) {
      let isBlank = stream.withBytes(next..<next + 1) { Self.isBlank($0[0]) }
      guard isBlank, next - place < 64 else {
        if try opensRecord(at: next) { return true }
        return stream.withBytes(place..<next) { Self.withoutLineEnds($0) == 0 && $0.count > 1 }
      }
      next += 1
    }
    return true
  }

  /// Whether a record begins at a place: `WARC/1.0` and the end of a line.
  private func opensRecord(at place: Int) throws(SourceError) -> Bool {
    _ = try stream.ensure(place + 10)
    return stream.withBytes(place..<stream.available) { Self.opensRecord($0, at: 0) }
  }

  /// The first record that begins at a place or behind it, among the bytes at hand.
  private func findRecord(from start: Int) -> Int? {
    let starts = Set(stream.members.map { $0.start - stream.offset })
    return stream.withBytes(0..<stream.available) { bytes in
      var place = start
      while let found = bytes.firstIndex(of: UInt8(ascii: "W"), from: place) {
        if Self.opensRecord(bytes, at: found),
          found == 0 || bytes[found - 1] == 0x0A || starts.contains(found)
            || Self.opensHeader(bytes, at: found)
        {
          return found
        }
        place = found + 1
      }
      return nil
    }
  }

  /// Whether the first field of a record's header follows its first line: what was cut off before it
  /// may have left no line end.
  private static func opensHeader(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let line = bytes[place...].prefix(16)
    guard let feed = line.firstIndex(of: 0x0A) else { return false }
    return bytes.opens(with: "warc-", at: feed + 1) || bytes.opens(with: "content-", at: feed + 1)
  }

  private static func opensRecord(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + 9 <= bytes.count, bytes[place] == UInt8(ascii: "W"),
      bytes.opens(with: "warc/", at: place), isDigit(bytes[place + 5]), bytes[place + 6] == 0x2E,
      isDigit(bytes[place + 7])
    else { return false }
    let rest = bytes[(place + 8)...].prefix(4).drop { isDigit($0) || $0 == 0x20 }
    return rest.first == 0x0A || rest.first == 0x0D
  }

  /// How many bytes are left without the two line ends that a record is closed with.
  private static func withoutLineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = bytes.count
    for _ in 0..<2 where count > 0 && bytes[count - 1] == 0x0A {
      count -= count > 1 && bytes[count - 2] == 0x0D ? 2 : 1
    }
    return count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Line ends, and what else writers leave between records.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x0D || byte == 0x0A || byte == 0x20 || byte == 0x09 || byte == 0
  }
}

extension ByteStream {
  /// Where the content of the member ends that a place belongs to, counted from the next byte.
  fileprivate func memberEnd(after place: Int) -> Int? {
    guard let end = members.last(where: { $0.start < offset + place })?.end else { return nil }
    return end >= offset + place ? end - offset : nil
  }

  /// Skips bytes, and stops where a member begins that opens with a record; says whether it did not.
  fileprivate func skipWithinRecord(_ count: Int) throws(SourceError) -> Bool {
    let end = offset + count
    guard !isPlain else {
      try skip(count)
      return offset == end
    }
    while offset < end {
      guard try ensure(1) else { return false }
      let next = members.first { $0.start > offset }?.start ?? .max
      take(min(available, end - offset, max(1, next - offset)))
      if offset == next, try ensure(10), withBytes(0..<5, { $0.opens(with: "warc/") }) {
        return offset == end
      }
    }
    return true
  }
}
