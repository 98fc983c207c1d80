/// The content of a gzip file of one or many members.
///
/// A member that fits is inflated in one call by libdeflate; a larger one piece by piece by ISA-L. After
/// a broken member it goes on with the next one that can be found.
final class GzipOrigin: ByteOrigin {
  /// How much of the file is looked at for a whole member.
  private static let window = 1 << 19
  /// How much a member may hold to be inflated in one call.
  private static let memberRoom = 4 << 20

  /// A member that is inflated piece by piece.
  private struct OpenMember {
    /// Where it begins in the stream below.
    let start: Int
    /// Where the next one begins, if this one is broken.
    let limit: Int?
    /// Where it begins in the file, until that was said.
    var newStart: Int?
  }

  private let source: ByteStream
  private let whole = MemberInflater()
  private var pieces: InflateDecoder?
  private var open: OpenMember?
  /// How often broken members were searched for another one behind their beginning.
  private var returns = 0

  /// Decompresses a stream.
  init(_ source: ByteStream) {
    self.source = source
  }

  var fileOffset: Int { source.fileOffset }
  var input: ByteStream? { source }

  func seek(toFileOffset offset: Int) throws(SourceError) -> Bool {
    guard source.isPlain else { return false }
    open = nil
    return try source.seek(toFileOffset: offset, offset: offset)
  }

  func read(into buffer: inout ByteBuffer) throws(SourceError) -> ByteReading {
    if open != nil { return try readPiece(into: &buffer) }
    guard try source.ensure(1) else { return ByteReading(isAtEnd: true) }
    _ = try source.ensure(Self.window)
    let count = source.available
    guard source.withBytes(0..<count, { Self.opensMember($0) }) else { return try passOver() }
    return try readMember(into: &buffer)
  }

  /// Whether a member begins here: told with less than a search asks for, since nothing else may.
  private static func opensMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && bytes[3] < 0x20
  }

  private func readMember(into buffer: inout ByteBuffer) throws(SourceError) -> ByteReading {
    let start = source.offset
    var outcome = MemberInflater.Outcome.notWhole
    let count = min(source.available, 2 * Self.window)
    source.withBytes(0..<count) { input in
      _ = buffer.fill(room: Self.memberRoom) { room in
        outcome = whole.inflate(
          input, into: UnsafeMutableBufferPointer(rebasing: room.prefix(Self.memberRoom)))
        guard case .whole(_, let produced) = outcome else { return 0 }
        return produced
      }
    }
    switch outcome {
    case .whole(let consumed, _):
      source.take(consumed)
      return ByteReading(memberStart: start, memberEnd: source.offset)
    case .tooLarge: begin(at: start, limit: nil)
    case .notWhole:
      let next = source.withBytes(0..<count) { MemberSignature.gzip.first(in: $0, from: 10) }
      begin(at: start, limit: next.map { start + $0 })
    }
    return try readPiece(into: &buffer)
  }

  private func begin(at start: Int, limit: Int?) {
    open = OpenMember(start: start, limit: limit, newStart: start)
    if let pieces {
      pieces.begin()
    } else {
      pieces = InflateDecoder(.gzip)
    }
  }

  private func readPiece(into buffer: inout ByteBuffer) throws(SourceError) -> ByteReading {
    guard let member = open, let pieces else { return ByteReading(isAtEnd: true) }
    open?.newStart = nil
    _ = try source.ensure(1)
    let left = member.limit.map { $0 - source.offset } ?? source.available
    let step = source.decode(with: pieces, upTo: min(left, source.available), into: &buffer)
    var reading = ByteReading(memberStart: member.newStart)
    switch step.state {
    case .goesOn where step.consumed > 0 || step.produced > 0: return reading
    case .goesOn:
      reading.trouble = StreamTrouble(
        message: "this gzip member breaks off; what is there was read", offset: member.start)
    case .finished: break
    case .broken:
      reading.trouble = StreamTrouble(
        message: "this gzip member is damaged; what comes before the damage was read",
        offset: member.start)
      try goBehind(member)
    }
    open = nil
    reading.memberEnd = source.offset
    return reading
  }

  /// Goes to where the member after a broken one is searched for.
  private func goBehind(_ member: OpenMember) throws(SourceError) {
    if let limit = member.limit {
      source.take(limit - source.offset)
    } else if try source.passOverBroken(.gzip, at: member.start, mayReturn: returns < 64) {
      returns += 1
    }
  }

  private func passOver() throws(SourceError) -> ByteReading {
    try source.passOverGarbage(to: .gzip, after: 0, noun: "gzip")
  }
}
