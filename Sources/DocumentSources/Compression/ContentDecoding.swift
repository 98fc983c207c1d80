/// Decompresses bytes that are in memory, within a limit.
enum ContentDecoding {
  /// What became of the bytes.
  enum Outcome {
    /// All was decoded.
    case whole
    /// The bytes end early or are damaged; what comes before is there.
    case cut
    /// The content is larger than the limit.
    case overLimit
  }

  /// Decodes bytes into a buffer.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, with decoder: any StreamDecoder,
    into buffer: inout ByteBuffer, limit: Int
  ) -> Outcome {
    var taken = 0
    while true {
      let step = decoder.step(UnsafeBufferPointer(rebasing: bytes[taken...]), into: &buffer)
      taken += step.consumed
      guard buffer.count <= limit else { return .overLimit }
      switch step.state {
      case .finished: return .whole
      case .broken: return .cut
      case .goesOn where step.consumed == 0 && step.produced == 0: return .cut
      case .goesOn: continue
      }
    }
  }
}
