/// An address in angle brackets, as Markdown writes it: `<https://harbour.example/pier>`.
///
/// In Markdown that is read as HTML, since it holds some, it would be a tag and its words lost. No tag
/// has a name that ends in `://`.
enum Autolink {
  private static let schemes: [StaticString] = ["http://", "https://"]
  private static let longest = 2048

  /// The place of the closing bracket, where an autolink opens at a place.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard let scheme = schemes.first(where: { begins($0, in: bytes, at: start + 1) }) else {
      return nil
    }
    let first = start + 1 + scheme.utf8CodeUnitCount
    var place = first
    while place < min(bytes.count, first + longest) {
      switch bytes[place] {
      case 0x3E: return place > first ? place : nil
      // White space, quotation marks, `<`: a tag that was mangled.
      case 0x00...0x20, 0x22, 0x27, 0x3C: return nil
      default: place += 1
      }
    }
    return nil
  }

  private static func begins(
    _ scheme: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let count = scheme.utf8CodeUnitCount
    guard start + count < bytes.count else { return false }
    return (0..<count).allSatisfy { index in
      let letter = scheme.utf8Start[index]
      return bytes[start + index] == letter
        || bytes[start + index] ^ 0x20 == letter && letter > 0x40
    }
  }
}
