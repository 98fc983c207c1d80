import Importing

/// How far a run has come, in a line.
struct ProgressLine {
  private let progress: ImportProgress
  private let elapsed: Duration

  /// Describes the progress of a run that has taken some time.
  init(_ progress: ImportProgress, elapsed: Duration) {
    self.progress = progress
    self.elapsed = elapsed
  }

  /// The progress without a bar.
  var text: String {
    var parts = progress.share.map { ["\(Int($0 * 100)) %"] } ?? []
    parts.append("\(progress.report.documents) documents")
    parts.append("\(Self.size(Int(progress.rate(after: elapsed))))/s")
    parts.append("\(progress.report.found) citations")
    if let left = progress.timeLeft(after: elapsed) { parts.append("\(Self.clock(left)) left") }
    return parts.joined(separator: ", ")
  }

  /// The progress with a bar before it, cut to a width in columns.
  func drawn(width: Int) -> String {
    let cells = 20
    guard let share = progress.share, width >= 60 else {
      return TerminalText.cut(text, to: width - 1)
    }
    let full = Int(share * Double(cells))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    return TerminalText.cut("\(bar) \(text)", to: width - 1)
  }

  /// A number of bytes for people: `27.1 MB`.
  static func size(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(bytes) bytes" }
    var tenths = bytes / 100
    var unit = 0
    let units = ["kB", "MB", "GB", "TB"]
    while tenths >= 10_000, unit < units.count - 1 {
      tenths /= 1000
      unit += 1
    }
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// A duration for people: `0:42`, `1:02:03`.
  static func clock(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    let rest = "\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    return seconds < 3600
      ? "\(seconds / 60):\(twoDigits(seconds % 60))" : "\(seconds / 3600):\(rest)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
