import Languages
import PostModel

/// Ties that stand in another sentence than the quotation.
extension QuotationReader {
  /// How a sentence leans on the one before it.
  private enum Leaning {
    /// `“…,” she wrote.`
    case writes
    /// `“…,” she said.`
    case says
  }

  /// A tie in the sentence behind (`This is what … wrote on X`), before, or in a lead with a colon.
  func neighbour(
    of candidate: Candidate, in parsed: Parsed
  ) -> (QuotationTie, QuotationFrame)? {
    let own = candidate.frame
    let next = candidate.sentence + 1
    if !own.hasWords, next < parsed.sentences.count {
      let frame = parsed.frame(next)
      let isReferring = frame.hits.contains {
        $0.sign == .refers && $0.range.lowerBound <= frame.start + 2
      }
      if isReferring, let tie = frame.tie(lexicon: lexicon, last: nil) {
        return (lowered(tie, to: 0.93), frame)
      }
    }
    if candidate.sentence == 0, candidate.isFirst, let (tie, frame) = leadTie {
      return (tie, frame)
    }
    return before(candidate, in: parsed)
  }

  /// The tie in a paragraph that ends in a colon, before this one.
  var leadTie: (QuotationTie, QuotationFrame)? {
    guard let lead, let last = lead.sentences.last, !quotes(last, in: lead) else { return nil }
    let frame = lead.frame(lead.sentences.count - 1)
    return frame.tie(lexicon: lexicon, last: nil).map { (lowered($0, to: 0.85), frame) }
  }

  /// A tie in the sentence before: `… zamieściła wpis na portalu X. „…“ – czytamy we wpisie`.
  func before(_ candidate: Candidate, in parsed: Parsed) -> (QuotationTie, QuotationFrame)? {
    let own = candidate.frame
    let namesPost = own.hits.contains { $0.sign.isPostNoun }
    let speaksOfPost = namesPost || own.hits.contains { $0.sign == .noun }
    guard let frame = frameBefore(candidate, in: parsed) else { return nil }
    let leaning = leaning(candidate, on: frame)
    if candidate.sentence == 0 {
      guard namesPost || leaning == .writes else { return nil }
    } else {
      guard speaksOfPost || leaning != nil || !own.hasWords else { return nil }
    }
    if let tie = frame.tie(lexicon: lexicon, last: nil) {
      return (lowered(tie, to: speaksOfPost ? 0.9 : leaning == nil ? 0.75 : 0.85), frame)
    }
    // `Quill turned to Facebook. “…,” the post read.`
    let isPost = speaksOfPost && own.wordCount <= 4
    guard isPost || leaning == .writes && (own.wordCount <= 3 || namesWriter(own)),
      let tie = frame.placeTie(lexicon: lexicon)
    else { return nil }
    return (tie, frame)
  }

  /// Whether a sentence has a pronoun for who writes, or a name.
  private func namesWriter(_ own: QuotationFrame) -> Bool {
    guard lexicon.cues.people.cased else { return true }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    return !names.casedNames().isEmpty
      || own.hits.contains { $0.sign == .writes && names.isPronoun(beside: $0) }
  }

  /// Whether a sentence has a quotation of its own, and not only a name in marks.
  private func quotes(_ sentence: QuotationSentence, in parsed: Parsed) -> Bool {
    sentence.spans.contains { isLong($0, in: parsed.text, of: sentence) }
  }

  /// The sentence before a quotation's own, of this paragraph or the one before it.
  private func frameBefore(_ candidate: Candidate, in parsed: Parsed) -> QuotationFrame? {
    if candidate.sentence > 0 {
      guard !quotes(parsed.sentences[candidate.sentence - 1], in: parsed) else { return nil }
      return parsed.frame(candidate.sentence - 1)
    }
    guard let before, let last = before.sentences.last else { return nil }
    guard !quotes(last, in: before) || candidate.frame.hits.contains(where: { $0.sign.isPostNoun })
    else {
      return nil
    }
    return before.frame(before.sentences.count - 1)
  }

  /// `“…,” she wrote.` or `“…,” Rowan wrote.` after a sentence about the post.
  private func leaning(_ candidate: Candidate, on before: QuotationFrame) -> Leaning? {
    let own = candidate.frame
    let near = own.hits.filter {
      ($0.sign == .writes || $0.sign == .says)
        && own.words(between: $0.range, and: candidate.span.outer) <= 3
    }
    guard let verb = near.first(where: { $0.sign == .writes }) ?? near.first else { return nil }
    let leaning: Leaning = verb.sign == .writes ? .writes : .says
    guard lexicon.cues.people.cased else {
      let isShort = lexicon.isUnspaced ? own.string.count <= 24 : own.wordCount <= 5
      return leaning == .writes && candidate.isFirst && isShort ? leaning : nil
    }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    if names.isPronoun(beside: verb) { return leaning }
    // `Про це повідомив у Facebook мер. «…», – запевнив посадовець`
    let isReferred = before.hits.contains {
      $0.sign == .refers && $0.range.lowerBound <= before.start + 2
    }
    if isReferred, own.wordCount <= 6 { return leaning }
    guard leaning == .writes else { return nil }
    guard let name = names.casedNames().first else { return own.wordCount <= 8 ? leaning : nil }
    let isKnown = QuotationNames(frame: before, lexicon: lexicon).casedNames().contains {
      $0.value.hasSuffix(name.value)
    }
    return isKnown && own.wordCount <= 8 ? leaning : nil
  }
}
