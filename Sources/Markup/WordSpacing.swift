/// The white space that elements and words leave between words: it is written only once a word follows.
struct WordSpacing {
  private var pendingSpace = false
  private var pendingLines = 0
  private var preformatted = 0

  /// Whether anything is to be written before the next word.
  var isPending: Bool { pendingLines > 0 || pendingSpace }

  /// The beginning of an element that is shown.
  mutating func open(_ role: ElementRole) {
    switch role {
    case .block, .preformatted:
      pendingLines = max(pendingLines, 1)
      if role == .preformatted { preformatted += 1 }
    case .cell: pendingSpace = true
    case .lineBreak: pendingLines = min(pendingLines + 1, 2)
    case .unseen, .inline: break
    }
  }

  /// The end of an element that was shown.
  mutating func close(_ role: ElementRole) {
    switch role {
    case .block: pendingLines = max(pendingLines, 1)
    case .preformatted:
      pendingLines = max(pendingLines, 1)
      preformatted -= 1
    case .cell: pendingSpace = true
    case .lineBreak, .unseen, .inline: break
    }
  }

  /// White space among words; a line's end counts where the words are set as they were typed.
  mutating func pass(_ byte: UInt8) {
    if preformatted > 0, byte == 0x0A { pendingLines = min(pendingLines + 1, 2) }
    pendingSpace = true
  }

  /// What goes before the next word, at most two bytes: line feeds, or one space.
  mutating func take() -> (byte: UInt8, count: Int) {
    defer { (pendingLines, pendingSpace) = (0, false) }
    return pendingLines > 0 ? (0x0A, pendingLines) : (0x20, pendingSpace ? 1 : 0)
  }
}
