/// A hash of 64 bits that is the same on every machine and in every run.
///
/// The mixing is that of wyhash (folded products of 64 bits). It finds candidates; it proves nothing.
enum StableHash {
  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB
  private static let third: UInt64 = 0x8EBC_6AF0_9C88_C6E3

  /// The hash of bytes.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var hash = seed ^ first
    var index = 0
    while index + 16 <= bytes.count {
      hash = mix(word(bytes, index) ^ second, word(bytes, index + 8) ^ hash)
      index += 16
    }
    var low: UInt64 = 0
    var high: UInt64 = 0
    if index + 8 <= bytes.count {
      low = word(bytes, index)
      index += 8
    }
    while index < bytes.count {
      high = high << 8 | UInt64(bytes[index])
      index += 1
    }
    hash = mix(low ^ second, high ^ hash)
    return mix(hash ^ third, UInt64(bytes.count) ^ second)
  }

  /// The hash of a text.
  static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var text = text
    return text.withUTF8 { of(UnsafeRawBufferPointer($0), seed: seed) }
  }

  /// Two words mixed into one.
  static func mix(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
    let product = lhs.multipliedFullWidth(by: rhs)
    return product.high ^ product.low
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}
