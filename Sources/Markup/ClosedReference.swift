internal import CLibXML2

/// A character reference of HTML that a text kept, with its semicolon: `&mdash;`, `&#8212;`, `&#x2014;`.
package struct ClosedReference {
  /// The character that it stands for.
  package let scalar: Unicode.Scalar
  /// How many bytes it takes, ampersand and semicolon included.
  package let length: Int

  /// Reads the reference whose ampersand stands at a position; the semicolon must be there.
  package init?(in bytes: [UInt8], at ampersand: Int) {
    let body = bytes[(ampersand + 1)...].prefix(Self.longest)
    guard bytes[ampersand] == UInt8(ascii: "&"), let end = body.firstIndex(of: UInt8(ascii: ";")),
      let scalar = Self.scalar(of: body[..<end])
    else { return nil }
    self.scalar = scalar
    length = end + 1 - ampersand
  }

  private static func scalar(of name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = name.first else { return nil }
    if first == UInt8(ascii: "#") { return numbered(name.dropFirst()) }
    guard name.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    var terminated = Array(name)
    terminated.append(0)
    return htmlEntityLookup(terminated).flatMap { Unicode.Scalar($0.pointee.value) }
  }

  private static func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let number = UInt32(text, radix: isHex ? 16 : 10), number >= 0x20
    else { return nil }
    // HTML reads 0x80 to 0x9F as Windows-1252 does: `&#151;` is a dash.
    if (0x80...0x9F).contains(number) { return windows1252[Int(number) - 0x80] }
    return Unicode.Scalar(number)
  }

  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
  /// `&thetasym;` and the numbers are shorter.
  private static let longest = 12
}
