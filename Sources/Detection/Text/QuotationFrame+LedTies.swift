import Languages
import PostModel

/// Ties by the place of words in their sentence, where no verb of writing shows them.
extension QuotationFrame {
  /// `In a post on Instagram on Tuesday the club welcomed “…”`: what opens the sentence is the post,
  /// and the verb is one that no list has.
  func nounLedTie(before quotation: Int, lexicon: QuotationLexicon) -> QuotationTie? {
    guard lexicon.cues.people.cased, !hits.contains(where: { $0.sign == .denies }),
      let part = parts.first, part.upperBound <= quotation, words(in: part) <= 20,
      opensInPlace(part, lexicon),
      let noun = hits.first(where: { $0.sign == .noun || $0.sign.isPostNoun }),
      noun.range.upperBound <= part.upperBound,
      words(in: part.lowerBound..<noun.range.lowerBound) <= 3,
      !hits.contains(where: { $0.sign == .relative && part.contains($0.range.lowerBound) })
    else { return nil }
    let place = places(lexicon).first {
      $0.range.lowerBound >= noun.range.upperBound && words(between: noun.range, and: $0.range) <= 2
    }
    guard let platform = place?.sign.platform ?? noun.sign.platform else { return nil }
    return QuotationTie(
      platform: platform, anchor: place ?? noun, place: place, rule: "quote.noun-led",
      confidence: 0.9)
  }

  /// Whether a preposition of place opens a sentence.
  private func opensInPlace(_ part: Range<Int>, _ lexicon: QuotationLexicon) -> Bool {
    guard let word = text.words(in: text.trimmed(part)).first else { return false }
    return hits.contains { $0.sign == .at && $0.range == word }
      || word.count <= 2 && lexicon.cues.people.articles.contains(text.string(word).lowercased())
  }

  /// `„…“, ujistil v úterý na síti X mluvčí`: a quotation and behind it a clause that names the
  /// place, with a verb that no list has.
  func clauseTie(behind quotation: Int, lexicon: QuotationLexicon) -> QuotationTie? {
    guard let part = parts.first(where: { $0.lowerBound >= quotation }), parts.count == 1,
      !hits.contains(where: { $0.sign == .denies }), let place = places(lexicon).first,
      words(in: part.lowerBound..<max(place.range.lowerBound, part.lowerBound)) <= 12,
      words(in: part) <= 26, !isTurnedAway(place, in: part),
      !hits.contains(where: { $0.sign == .relative && part.contains($0.range.lowerBound) })
    else { return nil }
    return QuotationTie(
      platform: place.sign.platform, anchor: place, place: place, rule: "quote.clause",
      confidence: 0.9)
  }

  /// `Su X Lorenza Scarpa parla di «una ferita aperta»`: the place opens the sentence, somebody follows, and
  /// the verb is one that no list has.
  func placeLedTie(before quotation: Int, lexicon: QuotationLexicon) -> QuotationTie? {
    guard lexicon.cues.people.cased, !hits.contains(where: { $0.sign == .denies }),
      let part = parts.first, part.upperBound <= quotation, words(in: part) <= 16,
      opensInPlace(part, lexicon), let place = places(lexicon).first,
      words(in: part.lowerBound..<max(place.range.lowerBound, part.lowerBound)) <= 2,
      let last = text.trimmed(part).last, text.isLetter(last),
      !hits.contains(where: { $0.sign == .relative && part.contains($0.range.lowerBound) }),
      namesWriter(behind: place.range.upperBound, in: part, lexicon)
    else { return nil }
    return QuotationTie(
      platform: place.sign.platform, anchor: place, place: place, rule: "quote.place-led",
      confidence: 0.85)
  }

  /// Whether the place opens the sentence: `Op Bluesky zag het Kamerlid er de humor van in`.
  func opensWithPlace(_ lexicon: QuotationLexicon) -> Bool {
    guard let part = parts.first, opensInPlace(part, lexicon), let place = places(lexicon).first
    else { return false }
    return part.contains(place.range.lowerBound)
      && words(in: part.lowerBound..<place.range.lowerBound) <= 3
  }

  /// Whether a name or a pronoun stands behind a place.
  private func namesWriter(
    behind place: Int, in part: Range<Int>, _ lexicon: QuotationLexicon
  ) -> Bool {
    let names = QuotationNames(frame: self, lexicon: lexicon)
    let rest = place..<max(part.upperBound, place)
    return names.casedNames().contains { $0.words > 1 && rest.contains($0.range.lowerBound) }
      || names.words().contains {
        rest.contains($0.lowerBound)
          && lexicon.cues.people.pronouns.contains(text.string($0).lowercased())
      }
  }
}
