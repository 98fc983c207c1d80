import Platforms

/// Looks at names and their values, of attributes and of JSON, as markup, JSON or an attribute writes
/// and escapes them.
extension RawLook {
  /// How quotation marks are written where they are escaped.
  private static let escapedQuotes = [
    "&quot;", "&#34;", "&#39;", "&#x22;", "&#x27;", "u0022", "%22", "%27",
  ]
  .map { Array($0.utf8) }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x5C || byte == 0x60 || byte <= 0x20
  }

  /// The offset behind quotation marks and white space.
  func pastQuotes(_ place: Int) -> Int {
    var index = place
    while index < bytes.count {
      if Self.isQuote(bytes[index]) {
        index += 1
      } else if let quote = Self.escapedQuotes.first(where: { bytes[index...].starts(with: $0) }) {
        index += quote.count
      } else {
        break
      }
    }
    return index
  }

  /// The offset of the value behind a name that ends at a place, if one of some bytes stands between.
  func value(behind place: Int, _ separators: [UInt8]) -> Int? {
    let index = pastQuotes(place)
    if separators.contains(byte(index)) { return pastQuotes(index + 1) }
    guard byte(index) == 0x25, byte(index + 1) == 0x33 else { return nil }
    // `%3A` and `%3D`.
    let isSeparator = separators.contains { $0 & 0x0F + 0x57 == byte(index + 2) | 0x20 }
    return isSeparator ? pastQuotes(index + 3) : nil
  }

  /// Whether a key ends at a place, and a value of some form, or a reference to one, is behind it.
  func isKey(at place: Int, of syntax: TokenSyntax) -> Bool {
    if let value = value(behind: place, [0x3A, 0x3D]) {
      return matches([syntax], at: value) || byte(value) == 0x5B
    }
    // In some states keys stand in a list, and their values elsewhere.
    let index = pastQuotes(place)
    return index > place && (byte(index) == 0x2C || byte(index) == 0x5D)
  }

  /// Whether the word at a place has one of some forms.
  func matches(_ syntaxes: [TokenSyntax], at place: Int) -> Bool {
    let word = String(decoding: bytes[place..<place + length(from: place)], as: UTF8.self)
    return syntaxes.contains { $0.matches(word[...]) }
  }

  /// Whether a word of one of some forms stands in a tag; in an escaped one escapes may adjoin it.
  func mayHold(_ syntaxes: [TokenSyntax], within range: Range<Int>) -> Bool {
    bytes[range].contains { $0 == 0x5C || $0 == 0x25 } || holdsWord(syntaxes, range)
  }

  /// Whether letters stand in the name with which a tag opens.
  func isInTagName(_ place: Range<Int>) -> Bool {
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < 40, Self.isWord(bytes[start - 1]) { start -= 1 }
    // Of an escaped bracket, `u003c`, the name takes the letters for its own.
    return opensTag(before: start) || byte(start - 1) == 0x5C || byte(start - 1) == 0x25
  }

  /// Whether a word of one of some forms follows soon.
  func mayHold(_ syntaxes: [TokenSyntax], behind place: Int) -> Bool {
    holdsWord(syntaxes, place..<max(place, min(place + 300, bytes.count)))
  }

  private func holdsWord(_ syntaxes: [TokenSyntax], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if matches(syntaxes, at: index) { return true }
      index += length(from: index) + 1
    }
    return false
  }

  /// Whether a word stands in the value of a key that tells what kind of thing an object is.
  func isTypeName(_ place: Range<Int>) -> Bool {
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < 48, Self.isOfType(bytes[start - 1]) { start -= 1 }
    guard start > 0, Self.isQuote(bytes[start - 1]) || Self.endsEscape(bytes[start - 1]) else {
      return false
    }
    let before = bytes[max(0, start - 60)..<start]
    let colon = before.indices.last { place in
      bytes[place] == 0x3A && pastQuotes(place + 1) >= start
        || bytes[place] == 0x25 && byte(place + 1) == 0x33 && byte(place + 2) | 0x20 == 0x61
          && pastQuotes(place + 3) >= start
    }
    guard let colon else { return false }
    return Self.typeKeys.contains { key in
      let end = endOfKey(before: colon, from: before.startIndex)
      return end - key.count >= before.startIndex
        && bytes[end - key.count..<end].elementsEqual(key)
    }
  }

  private static let typeKeys = PayloadPost.typeKeys.map { Array($0.utf8) }

  /// Where a key ends whose colon stands at a place: before its quotation mark.
  private func endOfKey(before colon: Int, from start: Int) -> Int {
    var end = colon
    while end > start {
      if Self.isQuote(bytes[end - 1]) || Self.endsEscape(bytes[end - 1]) {
        end -= 1
      } else if let name = Self.escapeNames.first(where: {
        end - $0.count >= start && bytes[end - $0.count..<end].elementsEqual($0)
      }) {
        end -= name.count
      } else {
        break
      }
    }
    return end
  }

  private static let escapeNames = ["&quot", "&#34", "&#39", "u0022", "%22", "%27"].map {
    Array($0.utf8)
  }

  private static func isOfType(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == 0x2F || byte == 0x2E || byte == 0x20
  }

  private static func endsEscape(_ byte: UInt8) -> Bool { byte == 0x3B || byte == 0x25 }

  /// Whether the tag in which a place is may have a name; an empty name is any.
  func mayOpen(_ name: [UInt8], before place: Int) -> Bool {
    guard !name.isEmpty else { return true }
    let before = bytes[max(0, place - 4096)..<place]
    guard let start = before.lastIndex(where: { $0 == 0x3C }), place - start > name.count
    else { return true }
    return (0..<name.count).allSatisfy { bytes[start + 1 + $0] | 0x20 == name[$0] }
      // Markup that stands escaped has none of these brackets of its own.
      || bytes[start..<place].contains { $0 == 0x5C || $0 == 0x26 || $0 == 0x25 }
  }

  /// The tag round an attribute's name, and more where its ends are uncertain.
  func tag(around place: Range<Int>) -> Range<Int> {
    let most = 16_384
    var start = place.lowerBound
    var quote: UInt8?
    while start > max(0, place.lowerBound - most) {
      start -= 1
      if isOutside(start, &quote), bytes[start] == 0x3C, byte(start + 1) != 0x2F { break }
    }
    var end = place.upperBound
    quote = nil
    while end < min(bytes.count, place.upperBound + most),
      !(isOutside(end, &quote) && bytes[end] == 0x3E)
    {
      end += 1
    }
    return start..<end
  }

  /// Whether a byte is outside of values in quotation marks, on a walk in either direction.
  private func isOutside(_ place: Int, _ quote: inout UInt8?) -> Bool {
    let byte = bytes[place]
    if byte == quote {
      quote = nil
    } else if quote == nil, byte == 0x22 || byte == 0x27 {
      quote = byte
    }
    return quote == nil
  }

  /// Whether letters stand in a range, whatever their case.
  func holds(_ letters: [UInt8], in range: Range<Int>) -> Bool {
    guard let first = letters.first, range.count >= letters.count else { return false }
    return (range.lowerBound...range.upperBound - letters.count).contains { start in
      bytes[start] | 0x20 == first
        && letters.indices.allSatisfy { bytes[start + $0] | 0x20 == letters[$0] }
    }
  }
}
