import Languages
import PostModel

extension QuotationReader {
  /// A quotation that may be one of a post, with the words round it.
  struct Candidate {
    var span: QuotationMarks.Span
    /// Further pieces that only a conjunction parts from it: `“…”며 “…”라고`.
    var more: [QuotationMarks.Span] = []
    var frame: QuotationFrame
    var sentence: Int
    /// Whether it opens its sentence, or its sentence holds nothing else.
    var isFirst: Bool
  }

  /// Reads the quotations of one sentence.
  mutating func read(_ sentence: Int, of parsed: Parsed) {
    let found = candidates(in: sentence, of: parsed)
    var lastEnd: Int?
    for candidate in found {
      if let lastEnd, joins(candidate, after: lastEnd) {
        join(parsed, candidate.span)
      } else if let draft = draft(candidate, of: parsed) {
        append(draft)
      } else if continues(candidate, of: parsed) {
        join(parsed, candidate.span)
      } else {
        continue
      }
      lastEnd = (candidate.more.last ?? candidate.span).outer.upperBound
    }
  }

  private mutating func join(_ parsed: Parsed, _ span: QuotationMarks.Span) {
    let words = Self.words(of: span, in: parsed.text)
    join(parsed.text.bytes(words), parsed.text.string(words))
  }

  private func candidates(in sentence: Int, of parsed: Parsed) -> [Candidate] {
    let whole = parsed.sentences[sentence]
    let long = whole.spans.filter { isLong($0, in: parsed.text, of: whole) }
    let short = whole.spans.filter { !long.contains($0) }
    let groups = groups(of: long, in: parsed.text)
    return groups.indices.compactMap { index in
      guard let first = groups[index].first else { return nil }
      let start = index == 0 ? whole.range.lowerBound : groups[index - 1].last?.outer.upperBound
      let end =
        index + 1 == groups.count
        ? whole.range.upperBound : groups[index + 1].first?.outer.lowerBound
      guard let start, let end else { return nil }
      let near = QuotationSentence(range: start..<end, spans: [])
      let inside = (short + groups[index]).filter { (start..<end).contains($0.outer.lowerBound) }
        .sorted { $0.outer.lowerBound < $1.outer.lowerBound }
      return Candidate(
        span: first, more: Array(groups[index].dropFirst()),
        frame: QuotationFrame(parsed.text, parts: near.parts(without: inside), hits: parsed.hits),
        sentence: sentence, isFirst: first.outer.lowerBound == whole.range.lowerBound)
    }
  }

  /// Quotations with at most one short word between them are one.
  private func groups(
    of spans: [QuotationMarks.Span], in text: QuotationParagraph
  ) -> [[QuotationMarks.Span]] {
    var groups: [[QuotationMarks.Span]] = []
    for span in spans {
      if let last = groups.last?.last {
        let gap = last.outer.upperBound..<span.outer.lowerBound
        let letters = gap.reduce(0) { $0 + (text.isLetter($1) ? 1 : 0) }
        if gap.count <= 6, (1...3).contains(letters) {
          groups[groups.count - 1].append(span)
          continue
        }
      }
      groups.append([span])
    }
    return groups
  }

  /// Three words make a quotation, two only after a colon or at the start of a sentence.
  private func isLong(
    _ span: QuotationMarks.Span, in text: QuotationParagraph, of sentence: QuotationSentence
  ) -> Bool {
    let letters = span.inner.reduce(0) { $0 + (text.isLetter($1) ? 1 : 0) }
    if lexicon.isUnspaced { return letters >= 5 }
    let words = text.words(in: span.inner).count
    if words >= 3 { return true }
    let frame = QuotationFrame(text, parts: [], hits: [])
    return letters >= 3
      && (frame.hasColon(before: span.outer.lowerBound)
        || span.outer.lowerBound == sentence.range.lowerBound)
  }

  /// The words inside the marks, without a comma or full stop that the typesetter put there.
  static func words(of span: QuotationMarks.Span, in text: QuotationParagraph) -> Range<Int> {
    var end = span.inner.upperBound
    let start = span.inner.lowerBound
    while end > start + 1, [0x2C, 0x060C, 0xFF0C].contains(text.scalars[end - 1]) { end -= 1 }
    if end > start + 2, [0x2E, 0x3002].contains(text.scalars[end - 1]),
      text.scalars[end - 2] != 0x2E
    {
      end -= 1
    }
    return text.trimmed(start..<end)
  }

  /// `„…“, skriver hun og fortsætter: „…“`: the words between two pieces join them.
  private func joins(_ candidate: Candidate, after end: Int) -> Bool {
    candidate.frame.hits.contains {
      $0.sign == .joins && $0.range.lowerBound >= end
        && $0.range.upperBound <= candidate.span.outer.lowerBound
    } && !candidate.frame.hits.contains { $0.sign == .denies }
  }

  /// `Og tilføjer: „…“`: the sentence only goes on with the post before it.
  private func continues(_ candidate: Candidate, of parsed: Parsed) -> Bool {
    guard let last = drafts.last else { return false }
    let frame = candidate.frame
    let isNear =
      last.paragraph == paragraph
      || last.paragraph == paragraph - 1 && candidate.sentence == 0
    return isNear && frame.wordCount <= 6 && frame.hits.contains { $0.sign == .joins }
      && !frame.hits.contains { $0.sign == .denies }
  }

  private func draft(_ candidate: Candidate, of parsed: Parsed) -> QuotationDraft? {
    let own = candidate.frame
    let last = drafts.last?.tie.platform
    let isTitle = parsed.text.words(in: candidate.span.inner).count < 4 && !lexicon.isUnspaced
    let tie = own.tie(lexicon: lexicon, last: last)
    if let tie, tie.platform == nil, let (named, frame) = before(candidate, in: parsed) {
      return draft(candidate, named, cue: frame, support: own)
    }
    if let tie, !isTitle || tie.rule != "quote.noun" {
      return draft(candidate, tie, cue: own, support: support(for: own, candidate, parsed))
    }
    if own.hits.contains(where: { $0.sign == .denies }) { return nil }
    if let (tie, frame) = neighbour(of: candidate, in: parsed) {
      return draft(candidate, tie, cue: frame, support: own.hasWords ? own : nil)
    }
    return nil
  }

  /// The sentence before, where a pronoun or a bare noun leans on it.
  private func support(
    for frame: QuotationFrame, _ candidate: Candidate, _ parsed: Parsed
  ) -> QuotationFrame? {
    if candidate.sentence > 0 { return parsed.frame(candidate.sentence - 1) }
    return nil
  }

  /// A tie in the sentence behind (`This is what … wrote on X`), before, or in a lead with a colon.
  private func neighbour(
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
    if candidate.sentence == 0, candidate.isFirst, let lead, let frame = leadFrame(lead),
      let tie = frame.tie(lexicon: lexicon, last: nil)
    {
      return (lowered(tie, to: 0.85), frame)
    }
    return before(candidate, in: parsed)
  }

  private func leadFrame(_ lead: Parsed) -> QuotationFrame? {
    let frame = lead.frame(lead.sentences.count - 1)
    return lead.sentences.last?.spans.isEmpty ?? true ? frame : nil
  }

  /// A tie in the sentence before: `… zamieściła wpis na portalu X. „…“ – czytamy we wpisie`.
  private func before(
    _ candidate: Candidate, in parsed: Parsed
  ) -> (QuotationTie, QuotationFrame)? {
    let own = candidate.frame
    let namesPost = own.hits.contains { $0.sign.isPostNoun }
    let speaksOfPost = namesPost || own.hits.contains { $0.sign == .noun }
    let leans = candidate.sentence > 0 && leans(own, on: parsed.frame(candidate.sentence - 1))
    guard speaksOfPost || leans || !own.hasWords else { return nil }
    let frame: QuotationFrame
    if candidate.sentence > 0 {
      guard parsed.sentences[candidate.sentence - 1].spans.isEmpty else { return nil }
      frame = parsed.frame(candidate.sentence - 1)
    } else if namesPost, let before, !before.sentences.isEmpty {
      frame = before.frame(before.sentences.count - 1)
    } else {
      return nil
    }
    guard let tie = frame.tie(lexicon: lexicon, last: nil) else { return nil }
    return (lowered(tie, to: speaksOfPost ? 0.9 : leans ? 0.85 : 0.75), frame)
  }

  /// `“…,” she wrote.` or `“…,” Rowan wrote.` after a sentence about the post.
  private func leans(_ own: QuotationFrame, on before: QuotationFrame) -> Bool {
    guard own.wordCount <= 4, lexicon.cues.people.cased else { return false }
    let verb = own.hits.first { $0.sign == .writes || $0.sign == .says }
    guard let verb else { return false }
    let names = QuotationNames(frame: own, lexicon: lexicon)
    if names.isPronoun(beside: verb) { return true }
    guard verb.sign == .writes, let name = names.casedNames().first else {
      return verb.sign == .writes && own.wordCount <= 2
    }
    return QuotationNames(frame: before, lexicon: lexicon).casedNames().contains {
      $0.value.hasSuffix(name.value)
    }
  }

  private func lowered(_ tie: QuotationTie, to confidence: Double) -> QuotationTie {
    var tie = tie
    tie.confidence = min(tie.confidence, confidence)
    return tie
  }

  private func draft(
    _ candidate: Candidate, _ tie: QuotationTie, cue: QuotationFrame, support: QuotationFrame?
  ) -> QuotationDraft {
    let text = candidate.frame.text
    let words = Self.words(of: candidate.span, in: text)
    let pieces = [words] + candidate.more.map { Self.words(of: $0, in: text) }
    var draft = QuotationDraft(
      ranges: pieces.map { text.bytes($0) }, pieces: pieces.map { text.string($0) }, tie: tie,
      cue: cue.string, confidence: tie.confidence, paragraph: paragraph)
    if text.words(in: words).count < 4, !lexicon.isUnspaced { draft.confidence -= 0.1 }
    fill(&draft, cue: cue, own: candidate.frame, support: support)
    return draft
  }
}
