/// The paragraphs of a text, each as the byte ranges of its lines.
///
/// Lines that were wrapped at a column belong together; others are paragraphs of their own. What is
/// longer than any paragraph is cut, so that no work grows faster than the text.
struct QuotationParagraphs: Sequence, IteratorProtocol {
  private static let longest = 20_000

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Range<Int>? {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    var end = endOfLine(start)
    end = joined(start, end)
    for _ in 0..<Self.mostQuotations {
      guard end - start < Self.longest, let close = OpenQuotation(bytes).end(of: start..<end) else {
        break
      }
      end = joined(start, close)
      if end < bytes.count, goesOn(end), let following = followingLine(end) {
        end = endOfLine(following)
      }
    }
    if end - start > Self.longest { end = cut(start) }
    index = end
    return start..<end
  }

  /// No paragraph has more quotations than these that go over lines.
  private static let mostQuotations = 6

  /// The end of the lines that a column parted.
  private func joined(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end < bytes.count, isWrapped(start, end), let following = followingLine(end) {
      end = endOfLine(following)
    }
    return end
  }

  /// Whether a line breaks off within a sentence: `ones,” the minister`.
  private func goesOn(_ end: Int) -> Bool {
    guard let last = bytes[..<end].last(where: { $0 > 0x20 }) else { return false }
    return last == 0x2C || last | 0x20 >= 0x61 && last | 0x20 <= 0x7A
  }

  private func endOfLine(_ start: Int) -> Int {
    let limit = Swift.min(bytes.count, start + Self.longest + 4)
    return bytes[start..<limit].firstIndex(of: 0x0A) ?? limit
  }

  /// A line of 50 to 100 columns that closes no sentence was wrapped.
  private func isWrapped(_ start: Int, _ end: Int) -> Bool {
    guard end - start < Self.longest, bytes[end] == 0x0A else { return false }
    let line = bytes[start..<end]
    let last = line.lastIndex(of: 0x0A).map { line[($0 + 1)...] } ?? line
    guard (50...400).contains(last.count) else { return false }
    let columns = last.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    guard (50...100).contains(columns), let close = last.last(where: { $0 > 0x20 }) else {
      return false
    }
    return close < 0x80 && !".:!?\"".utf8.contains(close)
  }

  private func followingLine(_ end: Int) -> Int? {
    let next = end + 1
    return next < bytes.count && bytes[next] > 0x20 ? next : nil
  }

  /// A cut behind the last space, or failing that before a whole character.
  private func cut(_ start: Int) -> Int {
    let limit = Swift.min(bytes.count, start + Self.longest)
    if let space = bytes[start + Self.longest / 2..<limit].lastIndex(of: 0x20) { return space + 1 }
    var end = limit
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
