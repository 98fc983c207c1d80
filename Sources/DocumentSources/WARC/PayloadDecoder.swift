/// Undoes the encodings of the content of a message, those that it names and those that it has.
final class PayloadDecoder {
  private let limit: Int
  private var buffers: [ByteBuffer] = []
  private lazy var gzip = InflateDecoder(.gzip)
  private lazy var zlib = InflateDecoder(.zlib)
  private lazy var deflate = InflateDecoder(.none)
  private lazy var brotli = BrotliDecoder()
  private lazy var zstandard = ZstandardDecoder()

  /// Decodes contents up to a limit in bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// The content of a message.
  enum Content {
    /// It is readable.
    case bytes(UnsafeBufferPointer<UInt8>)
    /// It is larger than the limit.
    case overLimit
    /// It is in an encoding that is not known.
    case unknown
  }

  /// What is to be undone.
  private enum Step {
    case chunks
    case encoding(String)
  }

  /// Lends the decoded content, in one piece and without a copy where there is nothing to decode.
  func withContent<Result>(
    of body: UnsafeBufferPointer<UInt8>, head: HTTPHead?, note: (WARCTally.Oddity) -> Void,
    _ use: (Content) -> Result
  ) -> Result {
    var steps: [Step] = head?.isChunked == true ? [.chunks] : []
    if let head, !head.isChunked, ChunkedBody.isLikely(body) {
      note(.undeclaredChunks)
      steps = [.chunks]
    }
    let named = (head?.encodings ?? []).reversed().filter { !Self.isNone($0) }
    guard named.count <= Self.layers else { return use(.unknown) }
    steps += named.map { .encoding($0) }
    return apply(steps[...], mayBeUndeclared: true, to: body, note: note, use)
  }

  /// How many encodings may lie one in the other; each takes memory, and bombs are made of many.
  private static let layers = 4

  private static func isNone(_ encoding: String) -> Bool {
    ["identity", "none", "", "chunked"].contains(encoding)
  }

  /// Undoes the steps, then once an encoding that the message does not name.
  private func apply<Result>(
    _ steps: ArraySlice<Step>, mayBeUndeclared: Bool, to bytes: UnsafeBufferPointer<UInt8>,
    note: (WARCTally.Oddity) -> Void, _ use: (Content) -> Result
  ) -> Result {
    guard let step = steps.first ?? (mayBeUndeclared ? Self.undeclared(bytes) : nil) else {
      return use(.bytes(bytes))
    }
    if steps.isEmpty { note(.undeclaredEncoding) }
    var buffer = buffers.popLast() ?? ByteBuffer()
    defer {
      buffer.clear()
      buffers.append(buffer)
    }
    let further = mayBeUndeclared && !steps.isEmpty
    let rest = steps.dropFirst()
    switch decode(step, bytes, into: &buffer, note: note) {
    case .same: return apply(rest, mayBeUndeclared: further, to: bytes, note: note, use)
    case .overLimit: return use(.overLimit)
    case .unknown: return use(.unknown)
    case .decoded:
      return buffer.withBytes(0..<buffer.count) {
        apply(rest, mayBeUndeclared: further, to: $0, note: note, use)
      }
    }
  }

  private enum Decoded {
    case same
    case decoded
    case overLimit
    case unknown
  }

  private func decode(
    _ step: Step, _ bytes: UnsafeBufferPointer<UInt8>, into buffer: inout ByteBuffer,
    note: (WARCTally.Oddity) -> Void
  ) -> Decoded {
    switch step {
    case .chunks:
      switch ChunkedBody.join(bytes, into: &buffer) {
      case .whole: return .decoded
      case .cut:
        note(.cutChunks)
        return .decoded
      case .notChunked:
        note(.notChunked)
        return .same
      }
    case .encoding(let name):
      guard !bytes.isEmpty else { return .same }
      let candidates = decoders(name, bytes)
      // Servers name the character encoding, the media type and themselves.
      guard let candidates else { return Self.isReadable(bytes) ? .same : .unknown }
      return decompress(bytes, with: candidates, into: &buffer, note: note)
    }
  }

  /// The decoders that may read the bytes, none where the bytes are not encoded, `nil` where the
  /// encoding is not known.
  private func decoders(
    _ name: String, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [any StreamDecoder]? {
    switch name {
    case "gzip", "x-gzip", "gz", "deflate", "br", "zstd", "compress", "x-compress": break
    default: return nil
    }
    if Self.opensGzip(bytes) { return [gzip] }
    if MemberSignature.zstandard.stands(in: bytes, at: 0) { return [zstandard] }
    switch name {
    case "deflate": return Self.opensZlib(bytes) ? [zlib, deflate] : [deflate]
    case "br": return [brotli]
    default: return Self.isReadable(bytes) ? [] : nil
    }
  }

  private func decompress(
    _ bytes: UnsafeBufferPointer<UInt8>, with decoders: [any StreamDecoder],
    into buffer: inout ByteBuffer, note: (WARCTally.Oddity) -> Void
  ) -> Decoded {
    for decoder in decoders {
      buffer.clear()
      decoder.begin()
      switch ContentDecoding.decode(bytes, with: decoder, into: &buffer, limit: limit) {
      case .whole: return .decoded
      case .overLimit: return .overLimit
      case .cut: continue
      }
    }
    // Brotli and bare deflate have no signature: a page may be misread for a while.
    if buffer.count == 0 || Self.isReadable(bytes) {
      note(.notEncoded)
      return .same
    }
    note(.cutEncoding)
    return .decoded
  }

  private static func undeclared(_ bytes: UnsafeBufferPointer<UInt8>) -> Step? {
    if MemberSignature.gzip.stands(in: bytes, at: 0) { return .encoding("gzip") }
    return MemberSignature.zstandard.stands(in: bytes, at: 0) ? .encoding("zstd") : nil
  }

  private static func opensGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// The two bytes of RFC 1950, 2.2.
  private static func opensZlib(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
  }

  /// Whether bytes can be read as they are: they open like a text.
  private static func isReadable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = bytes.prefix(256)
    let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    return controls == 0
      && (bytes.count < 64 || String(validating: head.dropLast(4), as: UTF8.self) != nil
        || InputSample(bytes: Array(head), isWhole: false).opensWithMarkup)
  }
}
