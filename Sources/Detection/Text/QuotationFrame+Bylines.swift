import Languages
import PostModel

/// Ties of press reviews.
extension QuotationFrame {
  /// `Ida Wren, Facebook: “…”`: nothing but a whole name and a network before the colon.
  func bylineTie(_ lexicon: QuotationLexicon) -> QuotationTie? {
    guard lexicon.cues.people.cased, let part = parts.first, hasColon(before: part.upperBound),
      let place = hits.last(where: { $0.sign.isPlatform && part.contains($0.range.lowerBound) }),
      !part[place.range.upperBound...].contains(where: { text.isLetter($0) || text.isDigit($0) })
    else { return nil }
    let before = text.trimmed(part.lowerBound..<place.range.lowerBound)
    guard let comma = before.last, text.scalars[comma] == 0x2C,
      isWholeName(text.trimmed(before.lowerBound..<comma), lexicon)
    else { return nil }
    return QuotationTie(
      platform: place.sign.platform, anchor: place, place: place, rule: "quote.byline",
      confidence: 0.8)
  }

  /// Two to four words with capitals, without a mark between them.
  private func isWholeName(_ range: Range<Int>, _ lexicon: QuotationLexicon) -> Bool {
    let words = text.words(in: range)
    let isPlain = range.allSatisfy {
      text.isLetter($0) || text.isSpace($0)
        || [0x2D, 0x2E, 0x27, 0x2019].contains(text.scalars[$0])
    }
    return isPlain && (2...4).contains(words.count)
      && words.allSatisfy { word in
        text.isUpper(word.lowerBound)
          || lexicon.cues.people.particles.contains(text.string(word))
      }
      && !hits.contains { $0.range.overlaps(range) && !$0.sign.isName }
  }
}

extension QuotationLexicon.Sign {
  /// What words of a name may be too.
  fileprivate var isName: Bool { self == .calendar }
}
