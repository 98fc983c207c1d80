/// Mends the text of a JSON value without parsing it.
enum JSONRepair {
  /// The bytes with invalid UTF-8 and half surrogate pairs replaced, and a phrase that says so.
  static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], phrase: String?) {
    let text = String(decoding: bytes, as: UTF8.self)
    let valid = Array(text.utf8)
    let whole = replacingHalfPairs(in: valid)
    if valid != bytes { return (whole, "invalid UTF-8 was replaced") }
    return (whole, whole == bytes ? nil : "half surrogate pairs were replaced")
  }

  /// `"\ud83d"` alone, as a text cut by UTF-16 units leaves it.
  private static func replacingHalfPairs(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      switch unit(in: bytes, at: index) {
      case .some(0xD800...0xDBFF):
        if let low = unit(in: bytes, at: index + 6), (0xDC00...0xDFFF).contains(low) {
          index += 12
          continue
        }
        result.replaceSubrange(index + 2..<index + 6, with: "fffd".utf8)
        index += 6
      case .some(0xDC00...0xDFFF):
        result.replaceSubrange(index + 2..<index + 6, with: "fffd".utf8)
        index += 6
      default: index += 2
      }
    }
    return result
  }

  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
