import Languages
import PostModel

/// Paragraphs that say of the one before them that it is a post.
extension QuotationReader {
  /// `– Words.` and in the next paragraph `Det skriver Name på Facebook`.
  mutating func readReferred(_ parsed: Parsed) {
    guard !parsed.sentences.isEmpty, !followsQuotedParagraph else { return }
    let frame = parsed.frame(0)
    let isReferring = frame.hits.contains {
      $0.sign == .refers && $0.range.lowerBound <= frame.start + 2
    }
    guard isReferring, let tie = frame.tie(lexicon: lexicon, last: nil), tie.place != nil,
      let before, let quoted = wholeQuotation(before), before.text.words(in: quoted).count >= 3
    else { return }
    append(
      unmarked(
        quoted, in: before.text, frame, tie, confidence: min(tie.confidence, 0.9), support: nil))
  }

  private var followsQuotedParagraph: Bool {
    drafts.last.map { $0.paragraph == paragraph - 1 } ?? false
  }

  /// `Words. Words, — wrote Name on X.`: a comma and a dash part the reporter's words from a post without
  /// marks, which reaches back to the sentence that names somebody or a place.
  mutating func readClosingDash(_ parsed: Parsed) {
    let text = parsed.text
    guard parsed.sentences.allSatisfy(\.spans.isEmpty) else { return }
    for (index, sentence) in parsed.sentences.enumerated() {
      for verb in parsed.hits
      where verb.sign.isVerb && sentence.range.contains(verb.range.lowerBound) {
        guard
          let dash = separator(
            before: verb.range.lowerBound, from: sentence.range.lowerBound, in: text),
          closesSpeech(dash, from: sentence.range.lowerBound, in: text)
        else { continue }
        let frame = QuotationFrame(
          text, parts: [dash + 1..<sentence.range.upperBound], hits: parsed.hits)
        guard let tie = frame.tie(lexicon: lexicon, last: nil), tie.place != nil else { continue }
        let first = firstSpoken(before: index, in: parsed)
        let start = parsed.sentences[first].range.lowerBound
        let quoted = withoutSeparators(start..<dash, in: text)
        guard text.words(in: quoted).count >= 4 else { continue }
        let support = first > 0 ? parsed.frame(first - 1) : nil
        append(
          unmarked(
            quoted, in: text, frame, tie, confidence: min(tie.confidence, 0.85), support: support))
        return
      }
    }
  }

  private func closesSpeech(_ dash: Int, from start: Int, in text: QuotationParagraph) -> Bool {
    guard Self.dashes.contains(text.scalars[dash]), dash > start + 2 else { return false }
    let before = text.trimmed(start..<dash)
    return before.last.map { [0x2C, 0x21, 0x3F, 0x2026].contains(text.scalars[$0]) } ?? false
  }

  private func firstSpoken(before index: Int, in parsed: Parsed) -> Int {
    var first = index
    while first > 0 {
      let frame = parsed.frame(first - 1)
      let names = QuotationNames(frame: frame, lexicon: lexicon).casedNames()
      let isReport =
        names.contains { $0.words > 1 }
        || frame.hits.contains { $0.sign.isVerb || $0.sign.isPlatform }
      if isReport { break }
      first -= 1
    }
    return first
  }

  /// The words of a paragraph that is one quotation, in marks or behind a dash, and nothing else.
  private func wholeQuotation(_ parsed: Parsed) -> Range<Int>? {
    let text = parsed.text
    let spans = parsed.sentences.flatMap(\.spans)
    if spans.count == 1, let span = spans.first {
      let rest = parsed.sentences.flatMap { $0.parts(without: [span]) }
      let isAlone = !rest.contains { part in part.contains { text.isLetter($0) } }
      return isAlone ? Self.words(of: span, in: text) : nil
    }
    guard lexicon.cues.dash ?? false, spans.isEmpty, text.scalars.count > 2,
      Self.dashes.contains(text.scalars[0]), text.isSpace(1)
    else { return nil }
    let isReported = parsed.hits.contains {
      $0.sign.isVerb && separator(before: $0.range.lowerBound, from: 2, in: text) != nil
    }
    return isReported ? nil : withoutSeparators(1..<text.scalars.count, in: text)
  }
}
