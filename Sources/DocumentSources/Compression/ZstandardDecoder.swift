import CZstd

/// Decodes frames of Zstandard (RFC 8878), with a dictionary where one is given.
final class ZstandardDecoder: StreamDecoder {
  private let context: OpaquePointer?

  /// Begins a frame.
  init() {
    context = ZSTD_createDCtx()
  }

  deinit {
    ZSTD_freeDCtx(context)
  }

  /// Uses a dictionary for all frames that follow; says whether it is one.
  func use(dictionary: [UInt8]) -> Bool {
    ZSTD_isError(ZSTD_DCtx_loadDictionary(context, dictionary, dictionary.count)) == 0
  }

  func begin() {
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecodingStep {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var room = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let status = ZSTD_decompressStream(context, &room, &source)
    let state: DecodingStep.State =
      ZSTD_isError(status) != 0 ? .broken : status == 0 ? .finished : .goesOn
    return DecodingStep(consumed: source.pos, produced: room.pos, state: state)
  }
}
