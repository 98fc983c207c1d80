/// A table for people, fitted to the width of their terminal.
struct Table {
  /// A column.
  struct Column {
    let title: String
    /// Whether it gives way where the table is too wide.
    var isFlexible = false
    var isRightAligned = false
  }

  private static let gap = 2
  private static let minimum = 8
  private let columns: [Column]
  private var rows: [[String]] = []

  /// Makes a table without rows.
  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row, a text for each column; anything that a terminal would obey is made harmless.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { TerminalText.safe($0) })
  }

  /// The lines of the table, fitted to a width in columns unless that is `nil`.
  func lines(width: Int?, style: Style) -> [String] {
    let widths = self.widths(fitting: width)
    let head = style(line(columns.map(\.title), widths), .bold)
    return [head] + rows.map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      let text = TerminalText.cut(cells[index], to: widths[index])
      let space = String(repeating: " ", count: max(0, widths[index] - TerminalText.columns(text)))
      let isLast = index == columns.count - 1
      line += column.isRightAligned ? space + text : isLast ? text : text + space
      if !isLast { line += String(repeating: " ", count: Self.gap) }
    }
    return line
  }

  private func widths(fitting width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(TerminalText.columns(columns[index].title)) {
        max($0, TerminalText.columns($1[index]))
      }
    }
    guard let width else { return widths }
    let gaps = Self.gap * (columns.count - 1)
    var excess = widths.reduce(gaps, +) - width
    // The widest flexible column gives way first, so that short ones stay whole.
    while excess > 0 {
      let flexible = columns.indices.filter {
        columns[$0].isFlexible && widths[$0] > Self.minimum
      }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
      let others = flexible.filter { $0 != widest }.map { widths[$0] }.max() ?? Self.minimum
      let step = min(excess, max(1, widths[widest] - max(others, Self.minimum)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }
}
