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
      } else if followsCue(candidate, of: parsed) || isOfSamePost(candidate) {
        join(parsed, candidate.span)
      } else if let draft = draft(candidate, of: parsed) {
        if goesOn(draft, candidate.frame) { join(parsed, candidate.span) } else { append(draft) }
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
    let long = whole.spans.indices.filter { index in
      isLong(whole.spans[index], in: parsed.text, of: whole)
        || isPosted(whole.spans[index], in: parsed)
        || index > 0 && isLong(whole.spans[index - 1], in: parsed.text, of: whole)
          && isTail(whole.spans[index], behind: whole.spans[index - 1], in: parsed)
    }.map { whole.spans[$0] }
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
        frame: QuotationFrame(
          parsed.text, parts: near.parts(without: inside), hits: parsed.hits,
          labels: short.filter { (start..<end).contains($0.outer.lowerBound) }.map(\.inner)),
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
  func isLong(
    _ span: QuotationMarks.Span, in text: QuotationParagraph, of sentence: QuotationSentence
  ) -> Bool {
    let letters = span.inner.reduce(0) { $0 + (text.isLetter($1) ? 1 : 0) }
    if lexicon.isUnspaced { return letters >= 5 }
    let words = text.words(in: span.inner).count
    if words >= 3 { return true }
    let frame = QuotationFrame(text, parts: [], hits: [])
    return letters >= 3 && !goesOn(behind: span, in: text)
      && (frame.hasColon(before: span.outer.lowerBound)
        || span.outer.lowerBound == sentence.range.lowerBound)
  }

  /// `Court: ‘Like’ is no insult`: a sentence of which a word in marks is a part.
  private func goesOn(behind span: QuotationMarks.Span, in text: QuotationParagraph) -> Bool {
    let end = span.outer.upperBound
    let last = text.scalars[span.inner.upperBound - 1]
    return end + 1 < text.scalars.count && text.isSpace(end) && text.isLetter(end + 1)
      && text.words(in: span.inner).count < 2 && !Self.reporting.contains(last)
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
    guard !candidate.frame.hits.contains(where: { $0.sign == .denies }) else { return false }
    let isJoined = candidate.frame.hits.contains {
      $0.sign == .joins && $0.range.lowerBound >= end
        && $0.range.upperBound <= candidate.span.outer.lowerBound
    }
    let gap = end..<candidate.span.outer.lowerBound
    return isJoined || isSplit(at: gap, candidate) || isGoingOn(at: gap, candidate)
  }

  /// `dat ze ‘geen brug’ heeft: ‘De rivier is wel open’`: a few small words and a colon.
  private func isGoingOn(at gap: Range<Int>, _ candidate: Candidate) -> Bool {
    let text = candidate.frame.text
    return lexicon.cues.people.cased && (1...3).contains(candidate.frame.words(in: gap))
      && candidate.frame.hasColon(before: gap.upperBound)
      && !gap.contains { text.isUpper($0) } && !isReplying(in: gap, candidate)
  }

  /// `che invitava a “…” e ha replicato: “…”`: what is said or answered next, and not written on, is
  /// no piece of the post.
  private func isReplying(in gap: Range<Int>, _ candidate: Candidate) -> Bool {
    let inside = candidate.frame.hits.filter { gap.contains($0.range.lowerBound) }
    return inside.contains { $0.sign == .says || $0.sign == .writes }
      && !inside.contains { $0.sign == .pens || $0.sign.isPosts }
  }

  /// `«Io c’ero», giura su Facebook, «e ho applaudito»`: commas part the reporter's words from both
  /// pieces of one sentence.
  private func isSplit(at gap: Range<Int>, _ candidate: Candidate) -> Bool {
    let text = candidate.frame.text
    let words = text.trimmed(gap)
    guard let last = words.last, Self.pausing.contains(text.scalars[last]),
      candidate.frame.words(in: words) <= 16,
      candidate.frame.hits.contains(where: {
        ($0.sign.isVerb || $0.sign.isPlatform) && words.contains($0.range.lowerBound)
      })
    else { return false }
    let start = candidate.span.inner.lowerBound
    let first = text.string(start..<text.endOfWord(start))
    return !text.isUpper(start) || lexicon.cues.capitals?.contains(first) ?? false
      || !lexicon.cues.people.cased
  }

  /// `“…,” she wrote on X. “Bring a boat.”`: nothing but marks behind a sentence that a cue closes.
  private func followsCue(_ candidate: Candidate, of parsed: Parsed) -> Bool {
    guard candidate.frame.wordCount == 0, candidate.sentence > 0, let last = drafts.last,
      last.paragraph == paragraph, let end = last.ranges.last
    else { return false }
    let before = parsed.sentences[candidate.sentence - 1]
    guard let span = before.spans.last,
      parsed.text.bytes(Self.words(of: span, in: parsed.text)) == end
    else { return false }
    return (span.outer.upperBound..<before.range.upperBound).contains { parsed.text.isLetter($0) }
  }

  /// Whether a sentence says that it goes on with the post: `Later in the post he added: “…”`.
  private func isOfSamePost(_ candidate: Candidate) -> Bool {
    guard let last = drafts.last else { return false }
    let isNear =
      last.paragraph == paragraph
      || last.paragraph == paragraph - 1 && candidate.sentence == 0
    return isNear && candidate.frame.wordCount <= 10
      && candidate.frame.hits.contains { $0.sign == .samePost }
      && !candidate.frame.hits.contains { $0.sign == .denies }
  }

  /// `„…“, rief sie auf X, „und zwar jetzt“`: a short piece behind a comma that goes on in lower case.
  private func isTail(
    _ span: QuotationMarks.Span, behind last: QuotationMarks.Span, in parsed: Parsed
  ) -> Bool {
    let text = parsed.text
    let gap = text.trimmed(last.outer.upperBound..<span.outer.lowerBound)
    guard let end = gap.last, text.scalars[end] == 0x2C, gap.count > 4,
      text.isLetter(span.inner.lowerBound), !text.isUpper(span.inner.lowerBound)
    else { return false }
    return parsed.hits.contains { $0.sign.isVerb && gap.contains($0.range.lowerBound) }
  }

  /// Commas and dashes.
  private static let pausing: Set<UInt32> = [0x2C, 0x060C, 0xFF0C, 0x2D, 0x2013, 0x2014]

  /// `Og tilføjer: „…“`: the sentence only goes on with the post before it.
  private func continues(_ candidate: Candidate, of parsed: Parsed) -> Bool {
    guard let last = drafts.last else { return false }
    let frame = candidate.frame
    let isNear =
      last.paragraph == paragraph
      || last.paragraph == paragraph - 1 && candidate.sentence == 0
    guard isNear, frame.wordCount <= 6, let verb = frame.hits.first(where: { $0.sign == .joins })
    else { return false }
    return !frame.hits.contains { $0.sign == .denies } && speaks(last.author, in: frame, verb)
  }

  /// `She added`, but not `A spokesman added`: nobody else is the subject.
  private func speaks(
    _ author: String?, in frame: QuotationFrame, _ verb: QuotationLexicon.Hit
  ) -> Bool {
    guard lexicon.cues.people.cased else { return true }
    let names = QuotationNames(frame: frame, lexicon: lexicon)
    let others = names.casedNames().filter { !(author?.hasSuffix($0.value) ?? false) }
    guard others.isEmpty,
      let before = names.words().last(where: { $0.upperBound <= verb.range.lowerBound })
    else { return others.isEmpty }
    let word = frame.text.string(before)
    return before.count <= 3 || frame.hits.contains { $0.range.overlaps(before) }
      || lexicon.cues.people.pronouns.contains(word.lowercased())
      || lexicon.cues.people.articles.contains(word.lowercased())
      || author?.hasSuffix(word) ?? false
  }

  private func draft(_ candidate: Candidate, of parsed: Parsed) -> QuotationDraft? {
    if let draft = incise(candidate, of: parsed) { return draft }
    let own = candidate.frame
    let led = ledTie(candidate, in: parsed.text)
    guard isQuoted(candidate, in: parsed), !isTitle(candidate.span, in: parsed.text),
      !isUncasedName(candidate, in: parsed),
      led != nil || !isFragment(candidate, in: parsed)
    else { return nil }
    let last = platformSpokenOf(before: candidate, in: parsed)
    let isTitle =
      parsed.text.words(in: candidate.span.inner).count < 4 && !lexicon.isUnspaced
      && !own.hasColon(before: candidate.span.outer.lowerBound)
    let tie = own.tie(lexicon: lexicon, last: last) ?? led
    if let tie, own.quotesAnother(tie, before: candidate.span.outer.lowerBound, lexicon: lexicon) {
      return nil
    }
    let support = candidate.sentence > 0 ? parsed.frame(candidate.sentence - 1) : nil
    if let tie, tie.platform == nil, let (named, frame) = before(candidate, in: parsed) {
      var draft = draft(candidate, lowered(named, to: 0.9), of: tie, cue: own, support: frame)
      if draft.date == nil { setDate(&draft, frames: [frame]) }
      return draft
    }
    if let tie, !isTitle || tie.rule != "quote.noun" {
      return draft(candidate, tie, of: tie, cue: own, support: support)
    }
    if own.hits.contains(where: { $0.sign == .denies }) { return nil }
    if candidate.isFirst, isReported(candidate, in: parsed.text),
      !isClosed(candidate.span, in: parsed.text),
      let tie = own.clauseTie(behind: candidate.span.outer.upperBound, lexicon: lexicon)
    {
      return draft(candidate, tie, of: tie, cue: own, support: support)
    }
    if let (tie, frame) = neighbour(of: candidate, in: parsed) {
      return draft(candidate, tie, of: tie, cue: frame, support: own.hasWords ? own : nil)
    }
    return isTitle ? nil : carried(candidate, in: parsed)
  }

  /// The tie of a sentence that a post opens, if what it quotes is no title.
  private func ledTie(_ candidate: Candidate, in text: QuotationParagraph) -> QuotationTie? {
    let words = text.words(in: candidate.span.inner)
    guard words.count >= 4, words.contains(where: { $0.count >= 4 && !text.isUpper($0.lowerBound) })
    else { return nil }
    let start = candidate.span.outer.lowerBound
    if let tie = candidate.frame.nounLedTie(before: start, lexicon: lexicon) { return tie }
    // A title begins with a capital, and closes no sentence.
    let inner = candidate.span.inner
    let isSpoken =
      text.isLetter(inner.lowerBound) && !text.isUpper(inner.lowerBound)
      || words.count >= 6 && isReported(candidate, in: text)
    return isSpoken ? candidate.frame.placeLedTie(before: start, lexicon: lexicon) : nil
  }

  /// Whether a mark shows that a clause reports what was quoted.
  ///
  /// `„…“, ujistil` does, and a title has none: `“Low Water” was played on TikTok`.
  func isReported(_ candidate: Candidate, in text: QuotationParagraph) -> Bool {
    let last = text.scalars[candidate.span.inner.upperBound - 1]
    guard lexicon.isUnspaced || text.words(in: candidate.span.inner).count >= 3 else {
      return false
    }
    if Self.reporting.contains(last) { return true }
    let end = (candidate.more.last ?? candidate.span).outer.upperBound
    guard end < text.scalars.count else { return false }
    if !text.isSpace(end) {
      return Self.reporting.contains(text.scalars[end]) || text.isLetter(end)
    }
    let next = text.scalars[end...].first { !text.isSpace(of: $0) }
    return next.map { [0x2D, 0x2013, 0x2014].contains($0) } ?? false
  }

  private static let reporting: Set<UInt32> = [
    0x2C, 0x2E, 0x21, 0x3F, 0x2026, 0x2D, 0x2013, 0x2014, 0x060C, 0xFF0C, 0x3001, 0x3002, 0xFF01,
    0xFF1F, 0x061F, 0x0964, 0x3A, 0xFF1A,
  ]

  /// A few words that only finish the reporter's own sentence: `urged the council to “put birds first”`.
  private func isFragment(_ candidate: Candidate, in parsed: Parsed) -> Bool {
    let text = parsed.text
    let span = candidate.span
    guard lexicon.cues.people.cased, text.isLetter(span.inner.lowerBound),
      !text.isUpper(span.inner.lowerBound), text.words(in: span.inner).count < 6,
      span.outer.lowerBound > candidate.frame.start
    else { return false }
    let before = text.trimmed(candidate.frame.start..<span.outer.lowerBound)
    guard let last = before.last, text.isLetter(last) else { return false }
    return !candidate.frame.hits.contains { leads($0, to: span, in: candidate.frame) }
  }

  /// Whether a verb stands so near that what is quoted is its own.
  ///
  /// `skriver artisten Iver Skog at han «har …»`, `was “the only one”, she wrote on X`
  private func leads(
    _ verb: QuotationLexicon.Hit, to span: QuotationMarks.Span, in frame: QuotationFrame
  ) -> Bool {
    guard verb.sign.isVerb else { return false }
    let distance = frame.words(between: verb.range, and: span.outer)
    guard verb.range.upperBound <= span.outer.lowerBound else {
      return verb.sign == .writes && distance <= 2
        && frame.text.scalars[span.outer.upperBound] == 0x2C
    }
    if distance <= 3 { return true }
    let gap = verb.range.upperBound..<span.outer.lowerBound
    let comma = gap.last { frame.text.scalars[$0] == 0x2C }
    // At most the conjunction stands behind a comma: `, че „…“`.
    return verb.sign == .writes && distance <= 7
      && comma.map { frame.words(in: $0..<gap.upperBound) <= 1 } ?? true
  }

  /// A title inside of a sentence: `the “My Slow Boat Home” singer`.
  ///
  /// Its long words are capitals, and no mark parts it from the words on either side.
  private func isTitle(_ span: QuotationMarks.Span, in text: QuotationParagraph) -> Bool {
    let before = span.outer.lowerBound - 2
    let behind = span.outer.upperBound + 1
    guard before >= 0, behind < text.scalars.count, text.isSpace(before + 1),
      text.isLetter(before), text.isSpace(behind - 1), text.isLetter(behind),
      !text.isUpper(behind)
    else { return false }
    let words = text.words(in: span.inner).filter { $0.count >= 4 }
    return !words.isEmpty
      && words.allSatisfy { text.isUpper($0.lowerBound) && !text.isUpper($0.lowerBound + 1) }
  }

  /// Japanese closes every quotation with a particle: `「…」と投稿した`, but `「口コミ代行」業者`.
  private func isQuoted(_ candidate: Candidate, in parsed: Parsed) -> Bool {
    guard let particles = lexicon.quotatives else { return true }
    let text = parsed.text
    let end = (candidate.more.last ?? candidate.span).outer.upperBound
    let rest = text.folded[end...]
    guard let next = rest.first(where: { $0 != 0x20 }) else { return true }
    return !QuotationParagraph.isLetter(next)
      || particles.contains { rest.starts(with: $0) }
  }

  func lowered(_ tie: QuotationTie, to confidence: Double) -> QuotationTie {
    var tie = tie
    tie.confidence = min(tie.confidence, confidence)
    return tie
  }

  /// A draft of which `tie` says the platform and how sure it is, `named` where its author stands.
  func draft(
    _ candidate: Candidate, _ tie: QuotationTie, of named: QuotationTie, cue: QuotationFrame,
    support: QuotationFrame?
  ) -> QuotationDraft {
    let text = candidate.frame.text
    let words = Self.words(of: candidate.span, in: text)
    let pieces = [words] + candidate.more.map { Self.words(of: $0, in: text) }
    var tie = tie
    tie.anchor = named.anchor
    tie.place = named.place
    var draft = QuotationDraft(
      ranges: pieces.map { text.bytes($0) }, pieces: pieces.map { text.string($0) }, tie: tie,
      cue: cue.string, confidence: tie.confidence, paragraph: paragraph)
    if text.words(in: words).count < 4, !lexicon.isUnspaced { draft.confidence -= 0.03 }
    fill(&draft, cue: cue, own: candidate.frame, support: support)
    return draft
  }
}
