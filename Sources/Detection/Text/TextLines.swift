/// The lines of a text that hold anything.
struct TextLines {
  /// A line.
  struct Line {
    /// The line without white space at its ends.
    var range: Range<Int>
    /// How far it is indented, in bytes.
    var indent: Int
    /// Whether an empty line stands before it.
    var followsGap: Bool
  }

  let lines: [Line]
  /// The indentation of most of the long paragraphs: that of the article's own text.
  let articleIndent: Int
  /// Whether empty lines part the paragraphs; else each line is a paragraph.
  let isSpaced: Bool

  init(_ text: TextBytes) {
    var lines: [Line] = []
    var start = 0
    var isGap = false
    var lengths: [Int: Int] = [:]
    while start < text.count {
      let end = text.lineEnd(after: start)
      let range = text.trimmed(start..<end)
      if range.isEmpty {
        isGap = true
      } else {
        let indent = range.lowerBound - start
        if range.count > 160 { lengths[indent, default: 0] += range.count }
        lines.append(Line(range: range, indent: indent, followsGap: isGap))
        isGap = false
      }
      start = end + 1
    }
    self.lines = lines
    isSpaced = lines.count { $0.followsGap } * 4 >= lines.count
    articleIndent = lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// The last line that begins at or before a position.
  func index(at position: Int) -> Int? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The first line of the paragraph that holds a line, where empty lines part paragraphs.
  ///
  /// Gives `nil` where each line is a paragraph.
  func paragraphStart(of index: Int) -> Int? {
    guard isSpaced else { return nil }
    var first = index
    while first > 0, !lines[first].followsGap, index - first < Self.longestParagraph { first -= 1 }
    return index - first < Self.longestParagraph ? first : nil
  }

  /// Posts of more lines than this are not met; a whole page without an empty line is.
  private static let longestParagraph = 14
}
