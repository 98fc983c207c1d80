import Crypto

/// Digests that only the holder of a key can make (HMAC-SHA-256, RFC 2104).
public struct KeyedDigest: Sendable {
  private let key: SymmetricKey

  /// Takes a key of any length; 32 random bytes are best.
  public init(key: [UInt8]) {
    self.key = SymmetricKey(data: key)
  }

  /// The digest of bytes, 64 lower case hex digits.
  public func hexDigits(of bytes: some Sequence<UInt8>) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(bytes), using: key)
    return code.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
