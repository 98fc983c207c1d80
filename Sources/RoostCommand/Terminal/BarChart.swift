import ArchiveIndex

/// Counts over time as bars of a terminal, a line for each stretch.
struct BarChart {
  private let timeline: Timeline

  /// Draws a timeline.
  init(_ timeline: Timeline) {
    self.timeline = timeline
  }

  /// The lines, no wider than a width in columns.
  func lines(width: Int) -> [String] {
    let most = timeline.bars.map(\.count).max() ?? 0
    let digits = "\(most)".count
    let name = timeline.bars.map(\.name.count).max() ?? 0
    let room = max(1, width - name - digits - 4)
    return timeline.bars.map { bar in
      let label = bar.name + String(repeating: " ", count: name - bar.name.count)
      let count = "\(bar.count)"
      let number = String(repeating: " ", count: digits - count.count) + count
      let line = "\(label)  \(number)  \(Self.bar(bar.count, of: most, room))"
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A bar in eighths of a column; what is not nothing shows.
  private static func bar(_ count: Int, of most: Int, _ room: Int) -> String {
    guard count > 0, most > 0 else { return "" }
    let eighths = max(1, count * room * 8 / most)
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
