/// Finds where a quotation is closed that a line leaves open: posts have paragraphs, and lines are wrapped.
struct OpenQuotation {
  /// A mark that opens a quotation, by what closes it.
  private enum Mark: Equatable {
    case curly, low, angled, straight, closing, corner, whiteCorner
  }

  private struct Open {
    var mark: Mark
    var place: Int
  }

  private enum State {
    case closed
    case open(Open)
    /// One mark opens where another is open still: they do not pair.
    case broken
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The end of the line on which the quotation is closed that a paragraph leaves open.
  ///
  /// Over an empty line it has to be plain that words of a post are quoted: behind a colon, or with words
  /// behind the mark that closes.
  func end(of paragraph: Range<Int>) -> Int? {
    guard case .open(let open) = state(after: paragraph, from: .closed) else { return nil }
    var state = State.open(open)
    var end = paragraph.upperBound
    var hasGap = false
    for _ in 0..<Self.mostLines {
      guard let next = nextLine(behind: end), next.upperBound - open.place <= Self.longest else {
        return nil
      }
      hasGap = hasGap || next.lowerBound > end + 1
      state = self.state(after: next, from: state)
      end = next.upperBound
      switch state {
      case .broken: return nil
      case .open(let other) where other.place == open.place: continue
      case .open, .closed: return !hasGap || isPlain(open, in: paragraph, until: next) ? end : nil
      }
    }
    return nil
  }

  /// The next line that holds anything.
  private func nextLine(behind end: Int) -> Range<Int>? {
    var start = end
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    guard start < bytes.count else { return nil }
    let limit = min(bytes.count, start + Self.longest)
    return start..<(bytes[start..<limit].firstIndex(of: 0x0A) ?? limit)
  }

  private func isPlain(_ open: Open, in paragraph: Range<Int>, until last: Range<Int>) -> Bool {
    if let before = bytes[paragraph.lowerBound..<open.place].last(where: { $0 > 0x20 }) {
      return before == 0x3A || before == 0x9A
    }
    guard let close = closing(of: open.mark, in: last) else { return false }
    return bytes[close..<last.upperBound].contains { $0 > 0x40 && $0 != 0xC2 }
  }

  /// Where the first mark of a line stands that closes, behind it.
  private func closing(of mark: Mark, in line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound {
      let (found, width) = self.mark(at: index)
      if let found, closes(found, mark, at: index, width) { return index + width }
      index += width
    }
    return nil
  }

  private func state(after range: Range<Int>, from state: State) -> State {
    var state = state
    var index = range.lowerBound
    while index < range.upperBound {
      let (mark, width) = mark(at: index)
      if let mark { step(&state, mark, at: index, width) }
      if case .broken = state { return state }
      index += width
    }
    return state
  }

  private func step(_ state: inout State, _ mark: Mark, at index: Int, _ width: Int) {
    switch state {
    case .open(let open):
      if closes(mark, open.mark, at: index, width) {
        state = .closed
      } else if mark == open.mark, opens(mark, at: index, width) {
        state = .broken
      }
    case .closed:
      if opens(mark, at: index, width) { state = .open(Open(mark: mark, place: index)) }
    case .broken: break
    }
  }

  /// A mark, and how many bytes to go on.
  private func mark(at index: Int) -> (Mark?, Int) {
    switch bytes[index] {
    case 0x22: return (.straight, 1)
    case 0xC2 where has(0xAB, at: index + 1), 0xC2 where has(0xBB, at: index + 1):
      return (.angled, 2)
    case 0xE2 where has(0x80, at: index + 1):
      switch index + 2 < bytes.count ? bytes[index + 2] : 0 {
      case 0x9C: return (.curly, 3)
      case 0x9D: return (.closing, 3)
      case 0x9E: return (.low, 3)
      default: return (nil, 3)
      }
    case 0xE3 where has(0x80, at: index + 1):
      switch index + 2 < bytes.count ? bytes[index + 2] : 0 {
      case 0x8C, 0x8D: return (.corner, 3)
      case 0x8E, 0x8F: return (.whiteCorner, 3)
      default: return (nil, 3)
      }
    default: return (nil, 1)
    }
  }

  private func has(_ byte: UInt8, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == byte
  }

  private func opens(_ mark: Mark, at index: Int, _ width: Int) -> Bool {
    switch mark {
    case .corner: return bytes[index + 2] == 0x8C
    case .whiteCorner: return bytes[index + 2] == 0x8E
    case .angled: return bytes[index + 1] == 0xAB
    case .low: return true
    case .curly, .straight, .closing:
      let end = index + width
      guard end < bytes.count, bytes[end] > 0x20, !Self.pauses.contains(bytes[end]) else {
        return false
      }
      guard index > 0 else { return true }
      let before = bytes[index - 1]
      // Where words are not parted by spaces, any letter may stand before it.
      if mark == .curly, before >= 0x80 { return true }
      return before <= 0x20 || before == 0x28 || before == 0x3A
    }
  }

  private func closes(_ mark: Mark, _ open: Mark, at index: Int, _ width: Int) -> Bool {
    switch open {
    case .corner: return mark == .corner && bytes[index + 2] == 0x8D
    case .whiteCorner: return mark == .whiteCorner && bytes[index + 2] == 0x8F
    case .angled: return mark == .angled && bytes[index + 1] == 0xBB
    case .low:
      return mark == .closing || (mark == .curly || mark == .straight) && ends(index, width)
    case .curly: return mark == .closing || mark == .straight && ends(index, width)
    case .straight, .closing: return (mark == .straight || mark == .closing) && ends(index, width)
    }
  }

  /// Whether a mark stands behind a word and before none.
  private func ends(_ index: Int, _ width: Int) -> Bool {
    guard index > 0, bytes[index - 1] > 0x20 else { return false }
    return index + width >= bytes.count || !bytes[index + width].isHandleByte
  }

  private static let pauses = Set(",.;:!?)".utf8)
  private static let mostLines = 14
  /// Quotations longer than this are an unbalanced mark.
  private static let longest = 3500
}
