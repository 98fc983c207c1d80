import PostModel

/// Attributions below a line that invites to Instagram, in words that no pack knows.
///
/// What stands between `View this post on Instagram` and the next line with a handle in parentheses is
/// the same in every language; of the author only the handle can be told.
struct UnknownAttributions {
  private(set) var residues: [Residue] = []
  private let text: TextBytes

  /// Takes what was found by its words, in the order of the text.
  init(text: TextBytes, residues known: [Residue]) {
    self.text = text
    for (index, view) in known.enumerated()
    where view.role == .view && view.platform == "instagram" {
      let next = index + 1 < known.count ? known[index + 1] : nil
      guard next?.role != .attribution || next?.platform != "instagram" else { continue }
      let start = view.range.upperBound
      let end = min(start + Self.reach, next?.range.lowerBound ?? text.count)
      if start < end, let found = attribution(in: start..<end) { residues.append(found) }
    }
  }

  private func attribution(in range: Range<Int>) -> Residue? {
    var place = range.lowerBound
    while let sign = text.first(0x40, in: place..<range.upperBound) {
      place = sign + 1
      if let found = attribution(at: sign, notBefore: range.lowerBound) { return found }
    }
    return nil
  }

  /// `WORDS NAME (@handle) WORDS` on a line of its own.
  private func attribution(at sign: Int, notBefore floor: Int) -> Residue? {
    guard text.has([0x28], endingAt: sign) || text.has([0xEF, 0xBC, 0x88], endingAt: sign) else {
      return nil
    }
    var end = sign + 1
    while end < text.count, end - sign <= 31,
      text.bytes[end].isHandleByte || text.bytes[end] == 0x2E
    { end += 1 }
    let start = text.lineStart(before: sign, notBefore: sign - Self.longestLine)
    let line = text.trimmed(start..<text.lineEnd(after: end, notAfter: end + Self.longestLine))
    guard end > sign + 1, text.has([0x29], at: end) || text.has([0xEF, 0xBC, 0x89], at: end),
      line.lowerBound >= floor, line.lowerBound < sign - 4, line.count < Self.longestLine
    else { return nil }
    var residue = Residue(role: .attribution, platform: "instagram", range: line)
    residue.handle = text.string(sign + 1..<end)
    residue.address = MarkdownFrame.tail(at: end + 1, in: text)?.address
    residue.isUnknown = true
    return residue
  }

  private static let reach = 1200
  private static let longestLine = 200
}
