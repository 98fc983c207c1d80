import CDeflate

/// Inflates whole gzip members (RFC 1952) in one call by libdeflate.
final class MemberInflater {
  /// What became of a member.
  enum Outcome {
    /// It was inflated.
    case whole(consumed: Int, produced: Int)
    /// It is larger than the room.
    case tooLarge
    /// It is broken, or goes on behind the input.
    case notWhole
  }

  private let decompressor = libdeflate_alloc_decompressor()

  deinit {
    libdeflate_free_decompressor(decompressor)
  }

  /// Inflates the member that the input begins with.
  func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Outcome {
    guard let decompressor, let room = output.baseAddress, let bytes = input.baseAddress else {
      return .notWhole
    }
    var consumed = 0
    var produced = 0
    let result = libdeflate_gzip_decompress_ex(
      decompressor, bytes, input.count, room, output.count, &consumed, &produced)
    return switch result {
    case LIBDEFLATE_SUCCESS: .whole(consumed: consumed, produced: produced)
    case LIBDEFLATE_INSUFFICIENT_SPACE: .tooLarge
    default: .notWhole
    }
  }
}
