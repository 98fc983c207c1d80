/// Finds where an attribution begins: the dash and the name before the parenthesis.
struct AttributionOpening {
  let text: TextBytes
  /// The opening parenthesis.
  let open: Int
  /// The beginning of the line, or as far back as a name may reach.
  let lower: Int
  /// Whether a date follows the handle.
  let hasDate: Bool
  /// Whether the line ends after the handle.
  let isAlone: Bool

  typealias Found = (name: Range<Int>, dash: Range<Int>?)

  func find() -> Found? {
    if let dash = lastDash() {
      let name = dash.upperBound..<open
      if isName(name), hasDate || isPlausibleUndated(dash) { return (name, dash) }
      if dash.count > 1 || !hasDate { return nil }
    }
    return hasDate ? undashedName() : nil
  }

  /// A name that a line's end breaks: the line before begins with the dash, this one has none.
  func findOverLineBreak(notBefore limit: Int) -> Found? {
    guard lower > limit, lastDash() == nil else { return nil }
    let start = text.lineStart(before: lower - 1, notBefore: limit)
    let line = text.skipSpace(start)
    guard line < lower, text.bytes[line] == 0xE2 || text.bytes[line] == 0x26 else { return nil }
    let broken = AttributionOpening(
      text: text, open: open, lower: line, hasDate: hasDate, isAlone: isAlone)
    guard let dash = broken.lastDash(), dash.lowerBound == line else { return nil }
    let name = dash.upperBound..<open
    return text.string(name).unicodeScalars.count <= 80 ? (name, dash) : nil
  }

  /// An attribution without a date stands alone on its line, or ends it.
  private func isPlausibleUndated(_ dash: Range<Int>) -> Bool {
    guard isAlone, text.bytes[dash.lowerBound] != 0x2D else { return false }
    return !text.trimmed(dash.upperBound..<open).isEmpty
  }

  private func isName(_ range: Range<Int>) -> Bool {
    let name = MarkdownLinks.removed(from: text.string(text.trimmed(range)))
    return name.unicodeScalars.count <= 110 && !name.contains("\n") && !name.contains("://")
      && !name.contains("pic.twitter.com/")
  }

  /// The last em dash, else the last en dash, else the last hyphen with spaces round it.
  private func lastDash() -> Range<Int>? {
    var best: (rank: Int, range: Range<Int>)?
    var position = lower
    while position < open {
      if let (length, rank) = dash(at: position) {
        if rank <= best?.rank ?? .max { best = (rank, position..<position + length) }
        position += length
      } else {
        position += 1
      }
    }
    return best?.range
  }

  /// The length and rank of a dash at a position; 0 is the best rank.
  private func dash(at position: Int) -> (length: Int, rank: Int)? {
    let bytes = text.bytes
    switch bytes[position] {
    case 0xE2:
      // U+2212
      if text.has([0xE2, 0x88, 0x92], at: position) { return isSpaced(position, 3) ? (3, 1) : nil }
      guard position + 2 < open, bytes[position + 1] == 0x80 else { return nil }
      // U+2014, U+2015; U+2012, U+2013
      if bytes[position + 2] == 0x94 || bytes[position + 2] == 0x95 { return (3, 0) }
      guard bytes[position + 2] == 0x92 || bytes[position + 2] == 0x93 else { return nil }
      return isSpaced(position, 3) ? (3, 1) : nil
    case 0x26:
      for entity in Self.entities where text.has(entity, at: position) {
        return (entity.count, 0)
      }
      return nil
    case 0x2D:
      let length = position + 1 < open && bytes[position + 1] == 0x2D ? 2 : 1
      return isSpaced(position, length) ? (length, 2) : nil
    default:
      return nil
    }
  }

  /// Whether white space follows a dash, and white space, a line's or a sentence's end precedes.
  private func isSpaced(_ position: Int, _ length: Int) -> Bool {
    guard text.spaceLength(at: position + length) > 0 else { return false }
    let isFirst = position == 0 || text.bytes[position - 1] == 0x0A
    return isFirst || text.skipSpaceBack(position, newlines: true) < position
      || Self.ends.contains(text.bytes[position - 1])
  }

  /// Without a dash the name begins the line, or follows a media link or the end of a sentence.
  private func undashedName() -> Found? {
    let line = text.trimmed(lower..<open)
    guard !line.isEmpty else { return nil }
    var start = line.lowerBound
    var position = start
    while position < line.upperBound {
      if text.has(Self.scheme, at: position) || text.has(Self.picture, at: position) {
        while position < line.upperBound, text.spaceLength(at: position) == 0 { position += 1 }
        start = position
      } else if Self.ends.contains(text.bytes[position]), text.spaceLength(at: position + 1) > 0 {
        start = position + 1
      }
      position += 1
    }
    let name = start..<open
    guard isName(name), text.trimmed(name).count <= 80, !text.trimmed(name).isEmpty else {
      return nil
    }
    return (text.trimmed(name).lowerBound..<open, nil)
  }

  /// `morning. ? Ada Quill (@ada) May 4, 2022`: a question mark that stands for a dash which an encoding
  /// lost, behind the end of a sentence or a link; behind a word it may be the sentence's own.
  func lostDash(before name: Int) -> Range<Int>? {
    let end = text.skipSpaceBack(name, downTo: lower)
    guard end < name, end > lower, text.bytes[end - 1] == 0x3F else { return nil }
    let before = text.skipSpaceBack(end - 1, newlines: true, downTo: max(0, lower - 4))
    guard before > 0, before < end - 1 else { return nil }
    let isBehindEnd =
      Self.ends.contains(text.bytes[before - 1])
      || text.has([0xE2, 0x80, 0xA6], endingAt: before)
    return isBehindEnd || isLink(endingAt: before) ? end - 1..<end : nil
  }

  private func isLink(endingAt end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 40, text.bytes[start - 1] > 0x20 { start -= 1 }
    let word = text.string(start..<end)
    return word.contains("t.co/") || word.contains("pic.twitter.com/")
  }

  private static let entities = [
    "&mdash;", "&mdash ;", "&#8212;", "&#x2014;", "&ndash;", "&#8211;",
  ].map { Array($0.utf8) }
  private static let ends: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x22, 0x29]
  private static let scheme = Array("https://t.co/".utf8)
  private static let picture = Array("pic.twitter.com/".utf8)
}
