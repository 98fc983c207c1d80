import Languages
import PostModel

/// Words that name a network as what is talked of, and not as the place of what is quoted.
extension QuotationFrame {
  /// `sagt er in einem Video, in dem er ankündigt, sich künftig auf X zu äußern`: two commas part the place
  /// from the noun, so that it belongs to what the post tells.
  func isTold(_ place: QuotationLexicon.Hit, behind noun: QuotationLexicon.Hit) -> Bool {
    guard noun.range.upperBound < place.range.lowerBound else { return false }
    let gap = noun.range.upperBound..<place.range.lowerBound
    guard let first = gap.first(where: isComma), let last = gap.last(where: isComma),
      first < last, words(in: first..<last) >= 3
    else { return false }
    return !hits.contains {
      ($0.sign == .writes || $0.sign.isPosts) && gap.contains($0.range.lowerBound)
    }
  }

  /// Whether a noun stands in the clause that a verb of saying rules: `said that the tweet was “…”`.
  func isSubordinate(_ noun: QuotationLexicon.Hit, to verb: QuotationLexicon.Hit) -> Bool {
    verb.range.upperBound <= noun.range.lowerBound
      && hits.contains {
        $0.sign == .relative && $0.range.lowerBound >= verb.range.upperBound
          && $0.range.upperBound <= noun.range.lowerBound
      }
  }

  /// `Brown replied on X to Ada Smith, who had said: “…”`: what is quoted is what the other one said.
  func quotesAnother(
    _ tie: QuotationTie, before quotation: Int, lexicon: QuotationLexicon
  ) -> Bool {
    guard lexicon.cues.people.cased else { return false }
    let end = max(tie.anchor.range.upperBound, tie.place?.range.upperBound ?? 0)
    let clause = hits.last {
      $0.sign == .relative && $0.range.lowerBound >= end && $0.range.upperBound < quotation
    }
    guard let clause,
      let verb = hits.first(where: {
        $0.sign.isVerb && $0.range.lowerBound >= clause.range.upperBound
          && $0.range.upperBound <= quotation
      }),
      words(between: clause.range, and: verb.range) <= 1,
      hasColon(before: quotation) || words(in: verb.range.upperBound..<quotation) <= 3
    else { return false }
    let names = QuotationNames(frame: self, lexicon: lexicon).casedNames()
    return names.contains { $0.range.upperBound <= tie.anchor.range.lowerBound }
      && names.contains {
        $0.range.lowerBound >= tie.anchor.range.upperBound
          && $0.range.upperBound <= clause.range.lowerBound
          && $0.range.upperBound + 3 > clause.range.lowerBound
      }
  }

  /// Whether somebody answered a question, so that a network named beside is not where that was.
  var answers: Bool { hits.contains { $0.sign == .answers } }

  private func isComma(_ index: Int) -> Bool {
    [0x2C, 0x060C, 0xFF0C].contains(text.scalars[index])
  }
}
