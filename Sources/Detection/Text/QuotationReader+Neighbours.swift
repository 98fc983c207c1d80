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
    if own.answers { return nil }
    let next = candidate.sentence + 1
    // `был краток: «…». Такую запись он оставил`
    let isLed = own.hasColon(before: candidate.span.outer.lowerBound)
    if !own.hasWords || isLed, next < parsed.sentences.count {
      let frame = parsed.frame(next)
      let isReferring = frame.hits.contains {
        $0.sign == .refers
          && (lexicon.isUnspaced || $0.range.lowerBound <= frame.start + 2)
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
    return frame.tie(lexicon: lexicon, last: nil).map { (lowered($0, to: 0.93), frame) }
  }

  /// A tie in the sentence before: `… zamieściła wpis na portalu X. „…“ – czytamy we wpisie`.
  func before(_ candidate: Candidate, in parsed: Parsed) -> (QuotationTie, QuotationFrame)? {
    let own = candidate.frame
    let namesPost = own.hits.contains { $0.sign.isPostNoun }
    let speaksOfPost = namesPost || own.hits.contains { $0.sign == .noun }
    guard let frame = frameBefore(candidate, in: parsed) else { return nil }
    let leaning = leaning(candidate, on: frame)
    if candidate.sentence == 0 {
      guard namesPost || leaning == .writes || isToldOfPost(candidate, on: frame) else {
        return nil
      }
    } else {
      guard speaksOfPost || leaning != nil || !own.hasWords else {
        return farther(candidate, in: parsed)
      }
    }
    if let tie = frame.tie(lexicon: lexicon, last: nil) ?? frame.postTie(lexicon: lexicon) {
      // `En anställd säger att beskedet kom på X. ”…”, berättar hen.`
      if leaning == .says, !speaksOfPost, !exclaims(own), !tie.anchor.sign.isWritten { return nil }
      return (lowered(tie, to: speaksOfPost || leaning != nil ? 0.93 : 0.9), frame)
    }
    // `Quill turned to Facebook. “…,” the post read.`
    let isPost =
      speaksOfPost
      && (own.wordCount <= 4
        || own.wordCount <= 12 && own.hits.contains { $0.sign == .writes } && namesSomebody(frame))
    let isWritten =
      leaning == .writes
      && (own.wordCount <= (candidate.sentence == 0 ? 3 : 5) || namesWriter(own))
      || leaning != nil && isThere(own)
    // In a long sentence the verb may be anybody's: `a student who questioned whether he was “…”`.
    let isExclaimed = leaning == .says && exclaims(own) && own.wordCount <= 16
    guard isPost || isWritten || isExclaimed,
      let tie = frame.placeTie(lexicon: lexicon)
    else { return farther(candidate, in: parsed) }
    return (tie, frame)
  }

  /// `„…“, schrieb die Müllerin dort`: a word for the place that the sentence before names.
  private func isThere(_ own: QuotationFrame) -> Bool {
    own.hits.contains { $0.sign == .there }
  }

  /// `… renunció en un mensaje en Facebook. ¶ “…”, reconoció.`: nothing but a verb behind a paragraph
  /// that ends with the post.
  private func isToldOfPost(_ candidate: Candidate, on frame: QuotationFrame) -> Bool {
    let own = candidate.frame
    guard candidate.isFirst, own.wordCount <= 3, frame.postTie(lexicon: lexicon) != nil else {
      return false
    }
    return leansAlone(own, candidate.span)
  }

  /// Whether a verb is one that reports a post as well as an interview: not `he said`.
  private func exclaims(_ own: QuotationFrame) -> Bool {
    !own.hits.contains { $0.sign == .speaks }
  }

  /// Whether a verb, or what seems one, stands behind a quotation with at most a pronoun beside it.
  private func leansAlone(_ own: QuotationFrame, _ span: QuotationMarks.Span) -> Bool {
    let drops = lexicon.cues.people.dropsPronouns ?? false
    guard lexicon.cues.people.cased, own.wordCount <= (drops ? 4 : 3) else { return false }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    guard names.casedNames().isEmpty else { return false }
    if drops { return true }
    return names.words().contains {
      lexicon.cues.people.pronouns.contains(own.text.string($0).lowercased())
    }
  }

  private static let farthest = 3

  /// A tie two or three sentences back in the paragraph.
  ///
  /// The quotation's own words have to speak of the post, or of who was named before:
  /// `She posted on X. Fans were angry. “…,” she wrote.`
  private func farther(
    _ candidate: Candidate, in parsed: Parsed
  ) -> (QuotationTie, QuotationFrame)? {
    let own = candidate.frame
    let speaks = own.hits.contains { $0.sign == .noun || $0.sign.isPostNoun }
    let isLed = own.hasColon(before: candidate.span.outer.lowerBound)
    let verb = own.hits.first { $0.sign == .writes }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    let leans =
      verb.map { names.isPronoun(beside: $0) || leansAlone(own, candidate.span) } ?? false
    guard candidate.sentence > 1, speaks && (isLed || verb != nil) || leans && own.wordCount <= 8
    else { return nil }
    let nearest = candidate.sentence - 1
    for index in (max(0, candidate.sentence - Self.farthest)...nearest).reversed() {
      let frame = parsed.frame(index)
      guard !quotes(parsed.sentences[index], in: parsed),
        !frame.hits.contains(where: { $0.sign == .denies })
      else { return nil }
      guard index < nearest else { continue }
      let tie = frame.tie(lexicon: lexicon, last: nil) ?? frame.placeTie(lexicon: lexicon)
      if let tie { return (lowered(tie, to: 0.85), frame) }
    }
    return nil
  }

  /// The platform on which a sentence leans that says `on the same platform`.
  func platformSpokenOf(before candidate: Candidate, in parsed: Parsed) -> PlatformID? {
    if candidate.sentence > 0, !quotes(parsed.sentences[candidate.sentence - 1], in: parsed),
      let tie = parsed.frame(candidate.sentence - 1).placeTie(lexicon: lexicon)
    {
      return tie.platform
    }
    return drafts.last?.tie.platform
  }

  /// Whether a sentence has a pronoun for who writes, or a name.
  private func namesWriter(_ own: QuotationFrame) -> Bool {
    guard lexicon.cues.people.cased else { return true }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    return !names.casedNames().isEmpty
      || own.hits.contains { $0.sign == .writes && names.isPronoun(beside: $0) }
  }

  /// Whether a sentence says of anybody that he or she was on a platform.
  private func namesSomebody(_ frame: QuotationFrame) -> Bool {
    !lexicon.cues.people.cased
      || !QuotationNames(frame: frame, lexicon: lexicon).casedNames().isEmpty
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
    guard let verb = near.first(where: { $0.sign == .writes }) ?? near.first else {
      // `”…”, hän sivalsi`: a verb that no list has.
      return candidate.isFirst && isReported(candidate, in: own.text)
        && (leansAlone(own, candidate.span) || isThere(own)) ? .says : nil
    }
    let leaning: Leaning = verb.sign == .writes ? .writes : .says
    if isThere(own) { return leaning }
    guard lexicon.cues.people.cased else {
      let isShort = lexicon.isUnspaced ? own.string.count <= 24 : own.wordCount <= 5
      return leaning == .writes && isShort ? leaning : nil
    }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    if names.isPronoun(beside: verb) || leansAlone(own, candidate.span) { return leaning }
    if leaning == .says, exclaims(own), candidate.isFirst, own.wordCount <= 12,
      names.casedNames().allSatisfy({ names.isBehindArticle($0) }),
      before.tie(lexicon: lexicon, last: nil) != nil || before.opensWithPlace(lexicon)
    {
      return leaning
    }
    // `Про це повідомив у Facebook мер. «…», – запевнив посадовець`
    let isReferred = before.hits.contains {
      $0.sign == .refers && $0.range.lowerBound <= before.start + 2
    }
    if isReferred, own.wordCount <= 6 { return leaning }
    guard leaning == .writes else { return nil }
    guard let name = names.casedNames().first else {
      return wordCount(of: own, behind: verb) <= 8 ? leaning : nil
    }
    let isKnown = QuotationNames(frame: before, lexicon: lexicon).casedNames().contains {
      $0.value.hasSuffix(name.value)
    }
    return isKnown && own.wordCount <= 8 ? leaning : nil
  }

  /// How many words a sentence has up to a relative clause: `lød det fra borgmesteren, som senere tilføjede`.
  private func wordCount(of own: QuotationFrame, behind verb: QuotationLexicon.Hit) -> Int {
    let clause = own.hits.first {
      $0.sign == .relative && $0.range.lowerBound > verb.range.lowerBound
    }
    return clause.map { own.words(between: verb.range, and: $0.range) + 1 } ?? own.wordCount
  }
}

extension QuotationLexicon.Sign {
  /// Whether a phrase shows that something was written.
  fileprivate var isWritten: Bool { self == .writes || isPosts || isPostNoun || self == .noun }
}
