/// A text in which a test marks the places that it expects to be found.
///
/// `MarkedText("He wrote ⟦— Ada (@ada)⟧.")` has the text without the marks and the marked ranges.
public struct MarkedText: Sendable, CustomStringConvertible {
  /// The text without marks.
  public let text: String
  /// The marked places in UTF-8 bytes of `text`, in the order of their beginnings.
  public let ranges: [Range<Int>]

  /// Reads a text with marks; marks that do not pair are left in the text.
  public init(_ marked: String, open: Character = "⟦", close: Character = "⟧") {
    var plain = ""
    var begun: [Int] = []
    var found: [Range<Int>] = []
    for character in marked {
      if character == open {
        begun.append(plain.utf8.count)
      } else if character == close, let start = begun.popLast() {
        found.append(start..<plain.utf8.count)
      } else {
        plain.append(character)
      }
    }
    text = plain
    ranges = found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// The words at each marked place.
  public var words: [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The text without marks.
  public var description: String { text }
}
