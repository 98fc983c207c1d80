import PostModel

extension RemnantReader {
  /// Whether a line that invites to Instagram is all that is left of a post: no address beside it, which
  /// is told by itself, and not a part of a sentence about such lines.
  func isLone(_ view: Residue) -> Bool {
    let text = bounds.text
    let (start, end) = (view.range.lowerBound, view.range.upperBound)
    let around = max(0, start - Self.reach)..<min(text.count, end + Self.reach)
    if text.contains(Self.host, in: around) { return false }
    let before = text.boundary(atOrBefore: max(0, start - 1))
    return !Self.marks.contains { text.has($0, at: before) || text.has($0, at: end) }
  }

  private static let reach = 300
  private static let host = Array("instagram.com/".utf8)
  private static let marks = [
    "\"", "'", "“", "”", "„", "«", "»", "‘", "’", "「", "」", "[", "]", "`",
  ]
  .map { Array($0.utf8) }
}
