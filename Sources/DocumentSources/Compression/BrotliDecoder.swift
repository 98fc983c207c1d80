import CBrotli

/// Decodes Brotli data (RFC 7932).
final class BrotliDecoder: StreamDecoder {
  private var state: OpaquePointer?

  /// Begins a stream.
  init() {
    begin()
  }

  deinit {
    BrotliDecoderDestroyInstance(state)
  }

  func begin() {
    BrotliDecoderDestroyInstance(state)
    state = BrotliDecoderCreateInstance(nil, nil, nil)
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecodingStep {
    var left = input.count
    var next = input.baseAddress
    var room = output.count
    var place = output.baseAddress
    let result = BrotliDecoderDecompressStream(state, &left, &next, &room, &place, nil)
    let outcome: DecodingStep.State =
      switch result {
      case BROTLI_DECODER_RESULT_SUCCESS: .finished
      case BROTLI_DECODER_RESULT_ERROR: .broken
      default: .goesOn
      }
    return DecodingStep(
      consumed: input.count - left, produced: output.count - room, state: outcome)
  }
}
