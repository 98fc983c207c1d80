/// String literals of scripts.
enum ScriptLiterals {
  /// The literals that hold markup or data that may show a post, unescaped.
  static func telling(in script: String) -> [String] {
    var found: [String] = []
    let bytes = Array(script.utf8)
    var index = 0
    while index < bytes.count {
      let quote = bytes[index]
      guard quote == 0x22 || quote == 0x27 || quote == 0x60 else {
        index += 1
        continue
      }
      guard let end = end(of: bytes, after: index, quote: quote) else {
        index += 1
        continue
      }
      let length = end - index
      if length > 30, length < 200_000 {
        let literal = unescaped(bytes[(index + 1)..<end])
        if isTelling(literal) { found.append(literal) }
      }
      index = end + 1
    }
    return found
  }

  private static func isTelling(_ text: String) -> Bool {
    let first = text.utf8.first { $0 > 0x20 }
    if first == 0x7B || first == 0x5B { return text.utf8.contains(0x22) }
    if EmbeddedMarkup.mayBeMarkup(text) { return EmbeddedMarkup.base64(text) != nil }
    return tags.contains { $0.occurs(in: text) }
  }

  private static let tags = [
    "<iframe", "<blockquote", "<amp-", "<script", "<div", "<figure", "&lt;iframe",
    "&lt;blockquote", "%3Ciframe", "%3Cblockquote", "%3Cdiv", "%3ciframe", "%3cblockquote",
  ].map(ByteNeedle.init)

  /// Whether a script decodes base64, in which it may keep markup.
  static func decodesBase64(_ script: String) -> Bool { decoder.occurs(in: script) }

  private static let decoder = ByteNeedle("atob(")

  /// The closing quote; a literal does not run over the end of a line, but for a template's.
  private static func end(of bytes: [UInt8], after start: Int, quote: UInt8) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C: index += 2
      case quote: return index
      case 0x0A where quote != 0x60: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// Resolves `\"`, `\/`, `\n`, `\xHH` and `\uHHHH` (ECMAScript, 12.9.4).
  static func unescaped(_ bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    var units: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x5C, index + 1 < bytes.count else {
        units.append(bytes[index])
        index += 1
        continue
      }
      index += escape(bytes, at: index + 1, into: &units) + 1
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// Resolves one escape and gives how many bytes it took after the backslash.
  private static func escape(_ bytes: [UInt8], at index: Int, into units: inout [UInt8]) -> Int {
    switch bytes[index] {
    case 0x6E: units.append(0x0A)
    case 0x74: units.append(0x09)
    case 0x72: units.append(0x0D)
    case 0x0A: break
    case 0x78:
      guard let code = hex(bytes, index + 1, 2) else {
        units.append(bytes[index])
        return 1
      }
      units += Array(String(UnicodeScalar(UInt8(code))).utf8)
      return 3
    case 0x75:
      return unicode(bytes, at: index, into: &units)
    default: units.append(bytes[index])
    }
    return 1
  }

  private static func unicode(_ bytes: [UInt8], at index: Int, into units: inout [UInt8]) -> Int {
    guard let high = hex(bytes, index + 1, 4) else {
      units.append(bytes[index])
      return 1
    }
    if (0xD800..<0xDC00).contains(high), index + 10 < bytes.count, bytes[index + 5] == 0x5C,
      let low = hex(bytes, index + 7, 4), (0xDC00..<0xE000).contains(low),
      let scalar = UnicodeScalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    {
      units += Array(String(Character(scalar)).utf8)
      return 11
    }
    units += Array(String(Character(UnicodeScalar(high) ?? "\u{FFFD}")).utf8)
    return 5
  }

  private static func hex(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
    guard start + count <= bytes.count else { return nil }
    return UInt32(String(decoding: bytes[start..<(start + count)], as: UTF8.self), radix: 16)
  }
}
