import CISAL

/// Inflates one stream of DEFLATE data (RFC 1951) by ISA-L, bare or in a wrapper.
final class InflateDecoder: StreamDecoder {
  /// What stands round the compressed data.
  enum Wrapper {
    /// Nothing.
    case none
    /// The header and checksum of gzip (RFC 1952).
    case gzip
    /// The header and checksum of zlib (RFC 1950).
    case zlib
  }

  private let wrapper: Wrapper
  private let state: OpaquePointer?

  /// Begins a stream.
  init(_ wrapper: Wrapper) {
    self.wrapper = wrapper
    state = roost_inflater_new()
    begin()
  }

  deinit {
    roost_inflater_free(state)
  }

  func begin() {
    let number =
      switch wrapper {
      case .none: roost_wrapper_none
      case .gzip: roost_wrapper_gzip
      case .zlib: roost_wrapper_zlib
      }
    if state != nil { roost_inflater_begin(state, Int32(number.rawValue)) }
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecodingStep {
    guard state != nil, let room = output.baseAddress else {
      return DecodingStep(consumed: 0, produced: 0, state: .broken)
    }
    let step = roost_inflate(state, input.baseAddress, input.count, room, output.count)
    let outcome: DecodingStep.State =
      step.status == 0 ? .goesOn : step.status > 0 ? .finished : .broken
    return DecodingStep(consumed: step.consumed, produced: step.produced, state: outcome)
  }
}
