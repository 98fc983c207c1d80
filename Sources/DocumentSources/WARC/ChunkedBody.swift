/// The content of a message that was sent in chunks (RFC 9112, 7.1).
enum ChunkedBody {
  /// What the bytes are.
  enum Outcome {
    /// Chunks to the last one.
    case whole
    /// Chunks that break off; what comes before is there.
    case cut
    /// No chunks at all.
    case notChunked
  }

  /// Joins the chunks into a buffer.
  static func join(
    _ bytes: UnsafeBufferPointer<UInt8>, into buffer: inout ByteBuffer
  ) -> Outcome {
    var place = 0
    while let chunk = chunk(in: bytes, at: place) {
      if chunk.isEmpty { return .whole }
      let range = chunk.lowerBound..<min(chunk.upperBound, bytes.count)
      append(bytes[range], to: &buffer)
      guard chunk.upperBound < bytes.count else { return .cut }
      place = chunk.upperBound
      if bytes[place] == 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }
    if place == 0 { return .notChunked }
    // A chunk of a wrong length: what follows it is kept, since it may be most of the page.
    if place < bytes.count { append(bytes[place...], to: &buffer) }
    return .cut
  }

  /// Whether the bytes begin like a chunk and hold its end where it says, or break off within it.
  static func isLikely(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let chunk = chunk(in: bytes, at: 0), !chunk.isEmpty, chunk.upperBound + 3 < bytes.count
    else { return false }
    return bytes[chunk.upperBound] == 0x0D && bytes[chunk.upperBound + 1] == 0x0A
      && self.chunk(in: bytes, at: chunk.upperBound + 2) != nil
  }

  /// The place of the chunk whose line of size begins at a place; it may end behind the bytes.
  private static func chunk(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Range<Int>? {
    var size = 0
    var place = start
    while place < bytes.count, place - start < 8, let digit = hexadecimal(bytes[place]) {
      size = size << 4 | digit
      place += 1
    }
    guard place > start, place < bytes.count,
      [0x0D, 0x0A, 0x3B, 0x20].contains(bytes[place]),
      let feed = bytes.firstIndex(of: 0x0A, from: place), feed - place < 256
    else { return nil }
    return feed + 1..<feed + 1 + size
  }

  private static func append(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to buffer: inout ByteBuffer
  ) {
    _ = buffer.fill(room: bytes.count) { $0.update(fromContentsOf: bytes) }
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46, 0x61...0x66: Int(byte & 0x0F) + 9
    default: nil
    }
  }
}
