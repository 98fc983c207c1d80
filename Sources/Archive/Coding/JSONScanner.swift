#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A text within JSON that is being scanned: where it stands, without its quotation marks.
package struct JSONText {
  package var start: Int32 = -1
  package var end: Int32 = -1
  package var hasEscapes = false

  /// Whether there is such a text.
  package var isThere: Bool { start >= 0 }
}

/// Goes through one JSON text (RFC 8259) in memory that somebody else holds, without copying it.
///
/// It is strict: what it takes is JSON. It gives up (`nil`, `false`) on anything that needs more
/// thought, such as a lone surrogate; a caller then asks a decoder that can say what is wrong.
/// That the bytes are UTF-8 is for the caller to check.
package struct JSONScanner {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var at = 0

  /// Scans bytes that must stay where they are as long as this value lives.
  package init?(_ buffer: UnsafeRawBufferPointer) {
    guard let base = buffer.baseAddress, buffer.count < Int32.max else { return nil }
    bytes = base.assumingMemoryBound(to: UInt8.self)
    count = buffer.count
  }

  /// The bytes of a text as they stand, escapes and all.
  package func raw(_ text: JSONText) -> UnsafeRawBufferPointer {
    guard text.isThere else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(
      start: bytes + Int(text.start), count: Int(text.end - text.start))
  }

  /// What a text says.
  package func string(_ text: JSONText) -> String {
    let raw = raw(text)
    guard text.hasEscapes else { return String(decoding: raw, as: UTF8.self) }
    return Self.unescaped(raw)
  }

  /// Whether nothing but white space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return at == count
  }

  /// Takes an object; `member` must take the value of each name that it is given.
  package mutating func object(_ member: (inout JSONScanner, JSONText) -> Bool) -> Bool {
    guard take(0x7B) else { return false }
    if take(0x7D) { return true }
    repeat {
      guard let name = text(), take(0x3A), member(&self, name) else { return false }
    } while take(0x2C)
    return take(0x7D)
  }

  /// Takes an array; `element` must take each value.
  package mutating func array(_ element: (inout JSONScanner) -> Bool) -> Bool {
    guard take(0x5B) else { return false }
    if take(0x5D) { return true }
    repeat {
      guard element(&self) else { return false }
    } while take(0x2C)
    return take(0x5D)
  }

  /// Takes a text.
  package mutating func text() -> JSONText? {
    guard take(0x22) else { return nil }
    let start = at
    var hasEscapes = false
    while true {
      skipPlain()
      guard at < count else { return nil }
      switch bytes[at] {
      case 0x22:
        at += 1
        return JSONText(start: Int32(start), end: Int32(at - 1), hasEscapes: hasEscapes)
      case 0x5C:
        hasEscapes = true
        guard skipEscape() else { return nil }
      default: return nil
      }
    }
  }

  /// Takes a whole number.
  package mutating func integer() -> Int? {
    skipSpace()
    let start = at
    let isNegative = at < count && bytes[at] == 0x2D
    if isNegative { at += 1 }
    var value = 0
    let digits = at
    while at < count, case let digit = Int(bytes[at]) - 0x30, (0...9).contains(digit) {
      let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isMore) = tens.addingReportingOverflow(digit)
      guard !isOver, !isMore else {
        at = start
        return nil
      }
      value = sum
      at += 1
    }
    let hasFraction = at < count && (bytes[at] == 0x2E || bytes[at] | 0x20 == 0x65)
    let hasZero = at - digits > 1 && bytes[digits] == 0x30
    guard at > digits, !hasFraction, !hasZero else {
      at = start
      return nil
    }
    return isNegative ? -value : value
  }

  /// Takes a number.
  package mutating func number() -> Double? {
    skipSpace()
    let start = at
    guard skipNumber() else { return nil }
    if at - start == 1 { return Double(bytes[start] - 0x30) }
    let text = UnsafeRawBufferPointer(start: bytes + start, count: at - start)
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// Takes any value and forgets it.
  package mutating func skipValue(depth: Int = 0) -> Bool {
    skipSpace()
    guard at < count, depth < 64 else { return false }
    switch bytes[at] {
    case 0x22: return text() != nil
    case 0x7B: return object { scanner, _ in scanner.skipValue(depth: depth + 1) }
    case 0x5B: return array { $0.skipValue(depth: depth + 1) }
    case 0x74: return skip("true")
    case 0x66: return skip("false")
    case 0x6E: return skip("null")
    default: return skipNumber()
    }
  }

  /// Whether the next value is `null`, which is then taken.
  package mutating func takeNull() -> Bool {
    skipSpace()
    return at < count && bytes[at] == 0x6E && skip("null")
  }

  /// Whether a text is, byte for byte, a name.
  package func equals(_ text: JSONText, _ name: StaticString) -> Bool {
    let length = Int(text.end - text.start)
    guard length == name.utf8CodeUnitCount, !text.hasEscapes else { return false }
    let other = name.utf8Start
    let own = bytes + Int(text.start)
    // Names of one length hardly ever end alike, which is one look for most of them.
    guard length > 0, own[length - 1] == other[length - 1] else { return length == 0 }
    return memcmp(own, other, length) == 0
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= count else { return false }
    for index in 0..<length where bytes[at + index] != word.utf8Start[index] { return false }
    at += length
    return true
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < count, bytes[at] <= 0x20,
      bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09
    {
      at += 1
    }
  }

  /// Goes on to the next quotation mark, backslash or control character, eight bytes at once.
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while at + 8 <= count {
      let word = UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      let controls = (word &- (ones &* 0x20)) & ~word
      let found =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | controls) & highs
      if found != 0 {
        at += UInt64(littleEndian: found).trailingZeroBitCount / 8
        return
      }
      at += 8
    }
    while at < count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
  }

  private mutating func skipEscape() -> Bool {
    guard at + 1 < count else { return false }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
    case 0x75:
      guard at + 6 <= count, let value = Self.hex(bytes + at + 2), !(0xD800...0xDFFF ~= value)
      else { return false }
      at += 6
    default: return false
    }
    return true
  }

  private mutating func skipNumber() -> Bool {
    if at < count, bytes[at] == 0x2D { at += 1 }
    let digits = skipDigits()
    guard digits == 1 || digits > 1 && bytes[at - digits] != 0x30 else { return false }
    if at < count, bytes[at] == 0x2E {
      at += 1
      guard skipDigits() > 0 else { return false }
    }
    if at < count, bytes[at] | 0x20 == 0x65 {
      at += 1
      if at < count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while at < count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at - start
  }

  private static func hex(_ digits: UnsafePointer<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<4 {
      let byte = digits[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// The escapes were looked at when the text was taken.
  private static func unescaped(_ raw: UnsafeRawBufferPointer) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      guard raw[index] == 0x5C else {
        plain.append(raw[index])
        index += 1
        continue
      }
      switch raw[index + 1] {
      case 0x62: plain.append(0x08)
      case 0x66: plain.append(0x0C)
      case 0x6E: plain.append(0x0A)
      case 0x72: plain.append(0x0D)
      case 0x74: plain.append(0x09)
      case 0x75:
        let value = raw[(index + 2)..<(index + 6)].reduce(0) { value, digit in
          value << 4 | UInt32(digit <= 0x39 ? digit - 0x30 : (digit | 0x20) - 0x57)
        }
        if let scalar = Unicode.Scalar(value) { plain.append(contentsOf: String(scalar).utf8) }
        index += 4
      default: plain.append(raw[index + 1])
      }
      index += 2
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
