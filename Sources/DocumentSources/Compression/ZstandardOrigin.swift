import CZstd

/// The content of a file of Zstandard frames, a dictionary in its first frame included.
///
/// The dictionary stands in a skippable frame of the number 0x184D2A5D, compressed or not, and is for all
/// frames: https://iipc.github.io/warc-specifications/specifications/warc-zstd/
final class ZstandardOrigin: ByteOrigin {
  private static let dictionaryFrame: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]
  private static let dictionaryLimit = 32 << 20

  private let source: ByteStream
  private let decoder = ZstandardDecoder()
  private var hasBegun = false
  /// Where the open frame begins.
  private var frame: Int?
  private var returns = 0

  /// Decompresses a stream.
  init(_ source: ByteStream) {
    self.source = source
  }

  var fileOffset: Int { source.fileOffset }
  var input: ByteStream? { source }

  func seek(toFileOffset offset: Int) throws(SourceError) -> Bool {
    guard source.isPlain else { return false }
    if !hasBegun { _ = try readDictionary() }
    frame = nil
    decoder.begin()
    return try source.seek(toFileOffset: offset, offset: offset)
  }

  func read(into buffer: inout ByteBuffer) throws(SourceError) -> ByteReading {
    if !hasBegun, let trouble = try readDictionary() { return ByteReading(trouble: trouble) }
    if let frame { return try readPiece(of: frame, isNew: false, into: &buffer) }
    guard try source.ensure(1) else { return ByteReading(isAtEnd: true) }
    _ = try source.ensure(4)
    guard source.withBytes(0..<source.available, Self.opensFrame) else { return try passOver() }
    decoder.begin()
    frame = source.offset
    return try readPiece(of: source.offset, isNew: true, into: &buffer)
  }

  private static func opensFrame(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    MemberSignature.zstandard.stands(in: bytes, at: 0)
      || bytes.count >= 4 && bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A && bytes[2] == 0x4D
        && bytes[3] == 0x18
  }

  private func readPiece(
    of start: Int, isNew: Bool, into buffer: inout ByteBuffer
  ) throws(SourceError) -> ByteReading {
    _ = try source.ensure(1)
    let step = source.decode(with: decoder, upTo: source.available, into: &buffer)
    var reading = ByteReading(memberStart: isNew ? start : nil)
    switch step.state {
    case .goesOn where step.consumed > 0 || step.produced > 0: return reading
    case .goesOn:
      reading.trouble = StreamTrouble(
        message: "this Zstandard frame breaks off; what is there was read", offset: start)
    case .finished: break
    case .broken:
      reading.trouble = StreamTrouble(
        message: "this Zstandard frame is damaged, or asks for more than 128 MB of memory or for a "
          + "dictionary that is not in the file; what comes before was read",
        offset: start)
      try goBehind(start)
    }
    frame = nil
    reading.memberEnd = source.offset
    return reading
  }

  private func goBehind(_ start: Int) throws(SourceError) {
    if try source.passOverBroken(.zstandard, at: start, mayReturn: returns < 64) { returns += 1 }
  }

  private func passOver() throws(SourceError) -> ByteReading {
    try source.passOverGarbage(to: .zstandard, after: 1, noun: "Zstandard")
  }

  /// Reads the dictionary where the file opens with one.
  private func readDictionary() throws(SourceError) -> StreamTrouble? {
    hasBegun = true
    guard try source.ensure(8), source.withBytes(0..<4, { $0.elementsEqual(Self.dictionaryFrame) })
    else { return nil }
    let size = source.withBytes(4..<8) { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
    guard size <= Self.dictionaryLimit, try source.ensure(8 + size) else {
      return StreamTrouble(message: "the dictionary of this file is not whole", offset: 0)
    }
    let content = source.withBytes(8..<8 + size) { Self.content(of: $0) }
    source.take(8 + size)
    if let content, decoder.use(dictionary: content) { return nil }
    return StreamTrouble(message: "the dictionary of this file is damaged", offset: 0)
  }

  /// The dictionary, which may be compressed itself.
  private static func content(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard MemberSignature.zstandard.stands(in: bytes, at: 0) else { return Array(bytes) }
    var buffer = ByteBuffer()
    let outcome = ContentDecoding.decode(
      bytes, with: ZstandardDecoder(), into: &buffer, limit: dictionaryLimit)
    return outcome == .whole ? buffer.withBytes(0..<buffer.count) { Array($0) } : nil
  }
}
