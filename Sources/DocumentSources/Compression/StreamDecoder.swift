/// Decompresses one stream piece by piece, in bounded memory.
protocol StreamDecoder: AnyObject {
  /// Forgets what was decoded and begins a new stream.
  func begin()

  /// Decodes some of the input into the output; what of the input was not consumed is given again
  /// with the next call.
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecodingStep
}

/// What one step of decoding did.
struct DecodingStep {
  /// How a stream stands.
  enum State {
    /// More is to come.
    case goesOn
    /// This was the end of the stream.
    case finished
    /// The input is no such stream from here on.
    case broken
  }

  /// How many bytes of the input were taken.
  let consumed: Int
  /// How many bytes were written.
  let produced: Int
  /// How the stream stands.
  let state: State
}

extension ByteStream {
  /// Decodes a piece of what is at hand into a buffer; takes what was consumed.
  func decode(
    with decoder: any StreamDecoder, upTo count: Int, into buffer: inout ByteBuffer
  ) -> DecodingStep {
    let step = withBytes(0..<count) { decoder.step($0, into: &buffer) }
    take(step.consumed)
    return step
  }
}

extension StreamDecoder {
  /// How much room a step is given.
  private static var room: Int { 1 << 18 }

  /// Decodes into a buffer.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, into buffer: inout ByteBuffer
  ) -> DecodingStep {
    var step = DecodingStep(consumed: 0, produced: 0, state: .broken)
    _ = buffer.fill(room: Self.room) { room in
      step = decode(input, into: room)
      return step.produced
    }
    return step
  }
}
