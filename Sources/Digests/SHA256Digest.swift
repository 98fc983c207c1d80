import Crypto

/// The SHA-256 digest (FIPS 180-4) of bytes, as lower case hex digits.
public struct SHA256Digest: Sendable {
  private var state = SHA256()

  /// Begins a digest of nothing.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({
      state.update(bufferPointer: UnsafeRawBufferPointer($0))
    }) == nil {
      state.update(data: Array(bytes))
    }
  }

  /// The digest of all bytes added, 64 digits.
  public func hexDigits() -> String {
    Self.hex(state.finalize())
  }

  /// The digest of bytes, 64 digits.
  public static func hexDigits(of bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256Digest()
    digest.update(bytes)
    return digest.hexDigits()
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
