/// Lines that were wrapped at a column, made into paragraphs again.
///
/// Who wraps lines begins a new one when the next word would pass the column. Where most breaks within
/// paragraphs are such, these are taken for spaces; a break that came too early was meant.
struct WrappedLines {
  /// A line, in UTF-8 bytes, and how many characters it has.
  private struct Line {
    var range: Range<Int>
    var length: Int
    var firstWord: Int
    var hasSpace: Bool
  }

  /// The text with a space in place of each break that a column made; as long as it was.
  static func joined(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let lines = lines(of: bytes) else { return text }
    let column = lines.lazy.filter(\.hasSpace).map(\.length).max() ?? 0
    guard columns.contains(column) else { return text }
    let breaks = lines.indices.dropLast().filter {
      lines[$0].length > 0 && lines[$0 + 1].length > 0
    }
    let forced = breaks.filter { lines[$0].length + 1 + lines[$0 + 1].firstWord > column }
    let isPlain = forced.count >= fewest && forced.count * 10 >= breaks.count * 6
    guard isPlain || isShortWrapped(lines, breaks, forced, column, bytes) else { return text }
    var joined = bytes
    for line in forced { joined[lines[line].range.upperBound] = 0x20 }
    return String(decoding: joined, as: UTF8.self)
  }

  /// Whether the few breaks of a short text are all such that a column made, one inside of a sentence.
  private static func isShortWrapped(
    _ lines: [Line], _ breaks: [Int], _ forced: [Int], _ column: Int, _ bytes: [UInt8]
  ) -> Bool {
    !forced.isEmpty && forced.count == breaks.count && usualColumns.contains(column)
      && forced.contains { line in
        guard let last = bytes[lines[line].range].last, last < 0x80 else { return false }
        return last == 0x2C || last | 0x20 >= 0x61 && last | 0x20 <= 0x7A
      }
  }

  /// The lines, `nil` as soon as one is longer than any column.
  private static func lines(of bytes: [UInt8]) -> [Line]? {
    var lines: [Line] = []
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      guard end - start <= longestLine else { return nil }
      let line = bytes[start..<end]
      let space = line.firstIndex(of: 0x20)
      lines.append(
        Line(
          range: start..<end, length: characters(in: line),
          firstWord: characters(in: line[..<(space ?? end)]), hasSpace: space != nil))
      start = end + 1
    }
    return lines
  }

  private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  private static let columns = 40...100
  private static let usualColumns = 60...80
  private static let longestLine = 600
  private static let fewest = 3
}
