import PostModel

/// Quotations without quotation marks.
extension QuotationReader {
  private static let dashes: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x2015]
  private static let separators: Set<UInt32> = [
    0x2C, 0x2D, 0x2013, 0x2014, 0x2015, 0x2E, 0x21, 0x3F,
  ]

  /// `– Words, wrote Name on X.`: a dash opens the paragraph, a verb with its platform closes it.
  mutating func readDash(_ parsed: Parsed) {
    let text = parsed.text
    guard let first = text.scalars.first, Self.dashes.contains(first), text.scalars.count > 2 else {
      return
    }
    guard text.isSpace(1) || text.isUpper(1) else { return }
    for verb in parsed.hits where verb.sign == .writes || verb.sign == .says || verb.sign.isPosts {
      guard let cut = separator(before: verb.range.lowerBound, in: text) else { continue }
      let quoted = withoutSeparators(1..<cut, in: text)
      guard text.words(in: quoted).count >= 3 else { continue }
      let end =
        parsed.sentences.first { $0.range.upperBound >= verb.range.upperBound }?
        .range.upperBound ?? text.scalars.count
      let frame = QuotationFrame(text, parts: [cut + 1..<max(end, cut + 1)], hits: parsed.hits)
      guard let tie = frame.tie(lexicon: lexicon, last: drafts.last?.tie.platform) else { continue }
      append(unmarked(quoted, frame, tie, confidence: tie.confidence - 0.05))
      return
    }
  }

  /// The separator that closes the quotation: a name at most stands between it and the verb.
  private func separator(before verb: Int, in text: QuotationParagraph) -> Int? {
    var words = 0
    var index = verb - 1
    while index > 1, words <= 5 {
      if Self.separators.contains(text.scalars[index]),
        index + 1 >= text.scalars.count || text.isSpace(index + 1)
          || Self.dashes.contains(text.scalars[index]) && text.isSpace(index - 1)
      {
        return index
      }
      if text.isLetter(index), !text.isLetter(index - 1) { words += 1 }
      index -= 1
    }
    return nil
  }

  private func withoutSeparators(_ range: Range<Int>, in text: QuotationParagraph) -> Range<Int> {
    var range = text.trimmed(range)
    while let last = range.last,
      Self.dashes.contains(text.scalars[last]) || text.scalars[last] == 0x2C
    {
      range = text.trimmed(range.dropLast().startIndex..<range.upperBound - 1)
    }
    return range
  }

  /// `… در ایکس نوشت: …`: what follows the colon is the post, to the paragraph's end.
  mutating func readColon(_ parsed: Parsed) {
    let text = parsed.text
    let verbs = parsed.hits.filter { $0.sign == .writes || $0.sign.isPosts }
    guard let colon = verbs.compactMap({ Self.colon(behind: $0.range.upperBound, in: text) }).first,
      let start = parsed.sentences.last(where: { $0.range.lowerBound < colon })?.range.lowerBound
    else { return }
    let quoted = text.trimmed(colon + 1..<text.scalars.count)
    guard text.words(in: quoted).count >= 3 else { return }
    let isMarked = parsed.sentences.contains { sentence in
      sentence.spans.contains { $0.outer.lowerBound > colon && $0.outer.lowerBound < colon + 4 }
    }
    let frame = QuotationFrame(text, parts: [start..<colon + 1], hits: parsed.hits)
    guard !isMarked, let tie = frame.tie(lexicon: lexicon, last: drafts.last?.tie.platform) else {
      return
    }
    append(unmarked(quoted, frame, tie, confidence: min(tie.confidence, 0.85)))
  }

  private static func colon(behind end: Int, in text: QuotationParagraph) -> Int? {
    var index = end
    while index < text.scalars.count, text.isSpace(index) { index += 1 }
    return index < text.scalars.count && text.scalars[index] == 0x3A ? index : nil
  }

  private func unmarked(
    _ quoted: Range<Int>, _ frame: QuotationFrame, _ tie: QuotationTie, confidence: Double
  ) -> QuotationDraft {
    var draft = QuotationDraft(
      ranges: [frame.text.bytes(quoted)], pieces: [frame.text.string(quoted)], tie: tie,
      cue: frame.string, confidence: confidence, paragraph: paragraph)
    fill(&draft, cue: frame, own: frame, support: nil)
    return draft
  }
}
