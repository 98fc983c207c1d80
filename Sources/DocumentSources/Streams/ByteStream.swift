import PostModel

/// Bytes read from front to back, with a look ahead and with limits.
///
/// It holds what was read and not yet taken in one piece: a chunk, or as much as a caller asked for.
/// Ranges of bytes count from the next byte to be taken and hold until bytes are taken.
final class ByteStream {
  private let origin: any ByteOrigin
  private let path: String
  private var buffer = ByteBuffer()
  private var isExhausted = false
  private var troubles: [StreamTrouble] = []
  /// The members that what is held belongs to, in their order; empty where nothing is compressed.
  private(set) var members: [StreamMember] = []
  /// Where the next byte to be taken stands in the stream.
  private(set) var offset = 0

  /// Reads from an origin; `path` is for messages.
  init(_ origin: any ByteOrigin, path: String) {
    self.origin = origin
    self.path = path
  }

  /// Opens a file.
  convenience init(_ file: SourceFile) throws(SourceError) {
    let origin: any ByteOrigin
    if let content = file.content {
      origin = MemoryOrigin(content)
    } else {
      origin = try FileOrigin(file)
    }
    self.init(origin, path: file.path)
  }

  /// How many bytes are at hand.
  var available: Int { buffer.count }

  /// How much of the file was read for what was taken so far, in bytes.
  var fileOffset: Int { isPlain ? origin.fileOffset - available : origin.fileOffset }

  /// Whether nothing is decompressed below, so that offsets of the stream are those of the file.
  var isPlain: Bool { origin.input == nil }

  /// Makes `count` bytes available; `false` where fewer are left.
  func ensure(_ count: Int) throws(SourceError) -> Bool {
    while buffer.count < count { guard try fill() else { return false } }
    return true
  }

  /// Makes some more bytes available; `false` at the end.
  func readMore() throws(SourceError) -> Bool {
    try ensure(available + 1)
  }

  /// Lends bytes that are at hand.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    buffer.withBytes(range, body)
  }

  /// Takes bytes that are at hand, and forgets them.
  func take(_ count: Int) {
    buffer.take(count)
    offset += count
  }

  /// Takes and forgets bytes; stops at the end.
  func skip(_ count: Int) throws(SourceError) {
    var left = count
    while left > 0 {
      if buffer.count == 0 {
        guard try !jump(left) else { return }
        guard try fill() else { return }
      }
      let step = min(left, buffer.count)
      take(step)
      left -= step
    }
  }

  /// Goes to a byte of the file: the first of a member where the file is compressed.
  ///
  /// Says whether that was possible; after it, offsets count from `offset`.
  func seek(toFileOffset place: Int, offset: Int) throws(SourceError) -> Bool {
    guard try origin.seek(toFileOffset: place) else { return false }
    buffer.clear()
    members = []
    isExhausted = false
    self.offset = offset
    return true
  }

  /// The trouble met since it was last asked for, that of the streams below this one included.
  func takeTroubles() -> [Diagnostic] {
    defer { troubles = [] }
    return (origin.input?.takeTroubles() ?? [])
      + troubles.map { Diagnostic(.error, $0.message, path: path, offset: $0.offset) }
  }

  /// Jumps over bytes of a plain file without reading them.
  private func jump(_ count: Int) throws(SourceError) -> Bool {
    guard count > 1 << 20, isPlain else { return false }
    guard try origin.seek(toFileOffset: origin.fileOffset + count) else { return false }
    offset += count
    return true
  }

  /// Reads some more behind what is held; `false` at the end.
  private func fill() throws(SourceError) -> Bool {
    let before = buffer.count
    while !isExhausted {
      let reading = try origin.read(into: &buffer)
      note(reading, before: before)
      isExhausted = reading.isAtEnd
      if buffer.count > before { return true }
    }
    return false
  }

  private func note(_ reading: ByteReading, before: Int) {
    if let trouble = reading.trouble { troubles.append(trouble) }
    if let start = reading.memberStart {
      while members.count > 1, members[1].start <= offset { members.removeFirst() }
      if members.last?.start == offset + before { members.removeLast() }
      members.append(StreamMember(start: offset + before, fileStart: start))
    }
    if let end = reading.memberEnd, let last = members.indices.last {
      members[last].end = offset + buffer.count
      members[last].fileEnd = end
    }
  }
}
