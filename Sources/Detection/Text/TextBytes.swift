/// A text as UTF-8 bytes, with the little that scanners need to walk in it.
///
/// All positions are offsets in UTF-8 bytes from the text's beginning.
struct TextBytes {
  let text: String
  let bytes: [UInt8]

  init(_ text: some StringProtocol) {
    var owned = String(text)
    owned.makeContiguousUTF8()
    self.text = owned
    bytes = Array(owned.utf8)
  }

  var count: Int { bytes.count }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text from a position, for at most so many bytes.
  func substring(from start: Int, atMost limit: Int) -> Substring {
    let end = boundary(atOrBefore: min(count, start + limit))
    let utf8 = text.utf8
    return text[
      utf8.index(
        utf8.startIndex, offsetBy: start)..<utf8.index(
          utf8.startIndex, offsetBy: max(start, end))]
  }

  /// The position of an index of `text`.
  func offset(of index: String.Index) -> Int {
    text.utf8.distance(from: text.utf8.startIndex, to: index)
  }

  /// The nearest beginning of a letter at or before a position.
  func boundary(atOrBefore position: Int) -> Int {
    var position = position
    while position > 0, position < count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  /// Whether some bytes stand at a position.
  func has(_ literal: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + literal.count <= count else { return false }
    for index in literal.indices where bytes[position + index] != literal[index] { return false }
    return true
  }

  /// Whether some bytes end at a position.
  func has(_ literal: [UInt8], endingAt position: Int) -> Bool {
    has(literal, at: position - literal.count)
  }

  /// Where a phrase ends that stands at a position; its spaces may be any white space in one paragraph.
  func end(of phrase: [UInt8], at position: Int) -> Int? {
    var place = position
    for byte in phrase {
      if place < count, bytes[place] == byte, byte != 0x20 {
        place += 1
      } else if byte == 0x20, let next = skipGap(place) {
        place = next
      } else {
        return nil
      }
    }
    return place
  }

  /// Where a phrase begins that ends at a position; its spaces may be any white space in one paragraph.
  func start(of phrase: [UInt8], endingAt position: Int) -> Int? {
    var place = position
    for byte in phrase.reversed() {
      if place > 0, bytes[place - 1] == byte, byte != 0x20 {
        place -= 1
      } else if byte == 0x20 {
        let start = skipSpaceBack(place, newlines: true, downTo: max(0, place - Self.longestGap))
        guard start < place, isGap(start..<place) else { return nil }
        place = start
      } else {
        return nil
      }
    }
    return place
  }

  private func skipGap(_ position: Int) -> Int? {
    guard spaceLength(at: position) > 0 else { return nil }
    if bytes[position] == 0x20, spaceLength(at: position + 1) == 0 { return position + 1 }
    let end = skipSpace(position, newlines: true, upTo: min(count, position + Self.longestGap))
    return isGap(position..<end) ? end : nil
  }

  /// Whether white space holds no empty line.
  private func isGap(_ range: Range<Int>) -> Bool {
    bytes[range].count { $0 == 0x0A } < 2
  }

  /// The indentation of a wrapped line, at most.
  private static let longestGap = 40

  /// Whether some bytes stand anywhere in a range.
  func contains(_ literal: [UInt8], in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while let place = first(literal[0], in: position..<range.upperBound) {
      if place + literal.count <= range.upperBound, has(literal, at: place) { return true }
      position = place + 1
    }
    return false
  }

  /// The first place of a byte in a range.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    bytes[range].firstIndex(of: byte)
  }

  /// The length of the white space that begins at a position: ASCII space, NBSP, direction marks.
  func spaceLength(at position: Int) -> Int {
    guard position < count else { return 0 }
    switch bytes[position] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2: return position + 1 < count && bytes[position + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard position + 2 < count, bytes[position + 1] == 0x80 else { return 0 }
      return Self.isSpace(bytes[position + 2]) ? 3 : 0
    case 0xE3:
      return position + 2 < count && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x80
        ? 3 : 0
    default: return 0
    }
  }

  /// U+2000…U+200F but the joiners, U+2028…U+202F: spaces, direction marks, line separators.
  private static func isSpace(_ last: UInt8) -> Bool {
    (0x80...0x8B).contains(last) || last == 0x8E || last == 0x8F || (0xA8...0xAF).contains(last)
  }

  /// A position after all white space; new lines count as such only if asked.
  func skipSpace(_ position: Int, newlines: Bool = false, upTo end: Int? = nil) -> Int {
    var position = position
    let end = end ?? count
    while position < end, newlines || bytes[position] != 0x0A {
      let length = spaceLength(at: position)
      guard length > 0 else { break }
      position += length
    }
    return position
  }

  /// A position before all white space that ends at one.
  func skipSpaceBack(_ position: Int, newlines: Bool = false, downTo start: Int = 0) -> Int {
    var position = position
    while position > start {
      let letter = boundary(atOrBefore: position - 1)
      guard letter >= start, newlines || bytes[letter] != 0x0A, spaceLength(at: letter) > 0 else {
        break
      }
      position = letter
    }
    return position
  }

  /// A range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skipSpace(range.lowerBound, newlines: true, upTo: range.upperBound)
    let end = skipSpaceBack(range.upperBound, newlines: true, downTo: min(start, range.upperBound))
    return min(start, end)..<end
  }

  /// The beginning of the line that holds a position, or a limit if that is nearer.
  func lineStart(before position: Int, notBefore limit: Int = 0) -> Int {
    var start = min(position, count)
    let limit = max(0, limit)
    while start > limit, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The end of the line that holds a position, or a limit if that is nearer.
  func lineEnd(after position: Int, notAfter limit: Int? = nil) -> Int {
    let end = min(limit ?? count, count)
    return position < end ? first(0x0A, in: position..<end) ?? end : end
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// What a handle of X may hold.
  var isHandleByte: Bool { isASCIIDigit || isASCIILetter || self == 0x5F }
}
