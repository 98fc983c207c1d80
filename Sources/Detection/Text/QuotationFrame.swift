import PostModel

/// The words of a sentence round a quotation, in which its cue is sought.
struct QuotationFrame {
  let text: QuotationParagraph
  /// The parts outside of quotations, in order.
  var parts: [Range<Int>]
  /// The phrases in these parts.
  var hits: [QuotationLexicon.Hit]
  /// Words in marks that are too short for a quotation: names and titles.
  var labels: [Range<Int>]

  init(
    _ text: QuotationParagraph, parts: [Range<Int>], hits: [QuotationLexicon.Hit],
    labels: [Range<Int>] = []
  ) {
    self.text = text
    self.labels = labels
    self.parts = parts.filter { !$0.isEmpty }
    self.hits = hits.filter { hit in
      parts.contains {
        $0.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= $0.upperBound
      }
    }
  }

  /// Whether a part holds any word at all.
  var hasWords: Bool {
    parts.contains { part in part.contains { text.isLetter($0) } }
  }

  var start: Int { parts.first?.lowerBound ?? 0 }

  var end: Int { parts.last?.upperBound ?? 0 }

  /// The words, with a space where a quotation stands.
  var string: String { parts.map { text.string($0) }.joined(separator: " ") }

  /// How many words the parts hold.
  var wordCount: Int { parts.reduce(0) { $0 + words(in: $1) } }

  /// How many words lie between two places.
  func words(between a: Range<Int>, and b: Range<Int>) -> Int {
    if a.upperBound <= b.lowerBound { return words(in: a.upperBound..<b.lowerBound) }
    return words(in: b.upperBound..<max(b.upperBound, a.lowerBound))
  }

  func words(in range: Range<Int>) -> Int {
    range.reduce(0) { count, index in
      let begins = index == range.lowerBound || !text.isLetter(index - 1)
      return count + (text.isLetter(index) && begins ? 1 : 0)
    }
  }

  /// Whether the quotation follows a colon at this place.
  func hasColon(before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, text.isSpace(place) { place -= 1 }
    return place >= 0 && (text.scalars[place] == 0x3A || text.scalars[place] == 0xFF1A)
  }
}
