import ArchiveIndex

/// Counts over time as a drawing (SVG 1.1) that needs nothing from elsewhere.
struct ChartDrawing {
  private static let width = 960.0
  private static let height = 320.0
  private static let left = 56.0
  private static let top = 40.0
  private static let bottom = 48.0
  private let timeline: Timeline
  private let title: String

  /// Draws a timeline under a title.
  init(_ timeline: Timeline, title: String) {
    self.timeline = timeline
    self.title = title
  }

  /// The drawing.
  var svg: String {
    let most = max(1, timeline.bars.map(\.count).max() ?? 1)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.text(Self.width)) \
      \(Self.text(Self.height))" role="img" font-family="sans-serif" font-size="12">
      <title>\(Self.escaped(title))</title>
      <rect width="100%" height="100%" fill="#fff"/>
      <text x="\(Self.text(Self.left))" y="22" font-size="15">\(Self.escaped(title))</text>
      \((grid(most) + bars(most) + names()).joined(separator: "\n"))
      </svg>

      """
  }

  private var room: Double { Self.width - Self.left - 16 }
  private var floor: Double { Self.height - Self.bottom }
  private var step: Double { room / Double(max(1, timeline.bars.count)) }

  private func y(_ count: Int, _ most: Int) -> Double {
    floor - (floor - Self.top) * Double(count) / Double(most)
  }

  /// A line and a number at three or so round counts.
  private func grid(_ most: Int) -> [String] {
    var unit = 1
    while most / unit > 5 { unit *= "\(unit)".hasPrefix("2") ? 5 : 2 }
    return stride(from: 0, through: most, by: unit).flatMap { count in
      let y = Self.text(y(count, most))
      return [
        """
        <line x1="\(Self.text(Self.left))" x2="\(Self.text(Self.width - 16))" y1="\(y)" y2="\(y)" \
        stroke="#ddd"/>
        """,
        """
        <text x="\(Self.text(Self.left - 8))" y="\(y)" dy="4" text-anchor="end">\(count)</text>
        """,
      ]
    }
  }

  private func bars(_ most: Int) -> [String] {
    timeline.bars.enumerated().filter { $1.count > 0 }.map { index, bar in
      let top = y(bar.count, most)
      let x = Self.left + Double(index) * step + step * 0.1
      return """
        <rect x="\(Self.text(x))" y="\(Self.text(top))" width="\(Self.text(step * 0.8))" \
        height="\(Self.text(floor - top))" fill="#1f77b4"><title>\(bar.name): \(bar.count)</title></rect>
        """
    }
  }

  /// As many names as have room.
  private func names() -> [String] {
    let every = max(1, Int((72 / step).rounded(.up)))
    return timeline.bars.enumerated().filter { index, _ in index % every == 0 }.map { index, bar in
      let x = Self.left + (Double(index) + 0.5) * step
      return """
        <text x="\(Self.text(x))" y="\(Self.text(floor + 20))" text-anchor="middle">\(bar.name)</text>
        """
    }
  }

  /// A length with one decimal at most.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private static func escaped(_ text: String) -> String {
    TerminalText.safe(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }
}
