import Languages
import PostModel

/// Cues that stand inside of the quotation marks.
extension QuotationReader {
  /// Reads a post whose reporter speaks before the marks are closed, as French and its neighbours do.
  ///
  /// `« Nous partons, a écrit mardi sur X la maire. Et nous reviendrons. »`: what stands before the
  /// reporter's words is the post.
  func incise(_ candidate: Candidate, of parsed: Parsed) -> QuotationDraft? {
    let isUsual = lexicon.cues.incise ?? false
    guard isUsual || lexicon.cues.dash ?? false, candidate.more.isEmpty else { return nil }
    let inner = candidate.span.inner
    let text = parsed.text
    for verb in parsed.all where inner.contains(verb.range.lowerBound) && verb.sign.isVerb {
      guard let cut = cut(before: verb.range, in: inner, of: text, isUsual) else { continue }
      let quoted = text.trimmed(inner.lowerBound..<cut.quoted)
      let frame = QuotationFrame(text, parts: [cut.clause], hits: parsed.all)
      guard text.words(in: quoted).count >= 3, frame.wordCount <= 25,
        let (tie, cue) = inciseTie(frame, of: candidate, in: parsed)
      else { continue }
      let pieces = [quoted] + (cut.rest.map { [Self.withoutStop($0, in: text)] } ?? [])
      var draft = QuotationDraft(
        ranges: pieces.map { text.bytes($0) }, pieces: pieces.map { text.string($0) }, tie: tie,
        cue: cue.string, confidence: min(tie.confidence, 0.9), paragraph: paragraph)
      let support = candidate.sentence > 0 ? parsed.frame(candidate.sentence - 1) : nil
      fill(&draft, cue: cue, own: frame, support: support)
      return draft
    }
    return nil
  }

  /// The tie of the reporter's words, or of the sentence on which they lean: `— написала она. —`.
  private func inciseTie(
    _ frame: QuotationFrame, of candidate: Candidate, in parsed: Parsed
  ) -> (QuotationTie, QuotationFrame)? {
    if let tie = frame.tie(lexicon: lexicon, last: nil), tie.place != nil { return (tie, frame) }
    var leaning = candidate
    leaning.frame = frame
    guard !(lexicon.cues.incise ?? false) else { return nil }
    return before(leaning, in: parsed)
  }

  /// Where a post that the reporter interrupts is cut.
  private struct Cut {
    var quoted: Int
    var clause: Range<Int>
    /// What follows the reporter's words, where dashes part them from the post.
    var rest: Range<Int>?
  }

  private func cut(
    before verb: Range<Int>, in inner: Range<Int>, of text: QuotationParagraph, _ isUsual: Bool
  ) -> Cut? {
    if let open = dash(before: verb.lowerBound, from: inner.lowerBound, in: text) {
      let close = (verb.upperBound..<inner.upperBound).first { isDash($0, in: text) }
      let end = close ?? clauseEnd(from: verb.upperBound, to: inner.upperBound, in: text)
      let before = text.trimmed(inner.lowerBound..<open).upperBound
      let hasComma = before > 0 && text.scalars[before - 1] == 0x2C
      return Cut(
        quoted: hasComma ? before - 1 : before, clause: open + 1..<end,
        rest: close.map { text.trimmed($0 + 1..<inner.upperBound) })
    }
    guard isUsual, let comma = comma(before: verb.lowerBound, from: inner.lowerBound, in: text)
    else { return nil }
    return Cut(
      quoted: comma,
      clause: comma + 1..<clauseEnd(from: verb.upperBound, to: inner.upperBound, in: text))
  }

  /// A dash between spaces.
  private func isDash(_ index: Int, in text: QuotationParagraph) -> Bool {
    [0x2D, 0x2013, 0x2014].contains(text.scalars[index]) && index > 0 && text.isSpace(index - 1)
      && index + 1 < text.scalars.count && text.isSpace(index + 1)
  }

  /// The dash that opens the reporter's words, behind a comma or the end of a sentence.
  private func dash(before verb: Int, from start: Int, in text: QuotationParagraph) -> Int? {
    guard let dash = (start..<verb).last(where: { isDash($0, in: text) }), dash > start + 1,
      text.words(in: dash + 1..<verb).count <= 2
    else { return nil }
    let before = text.trimmed(start..<dash).upperBound
    return before > start
      && [0x2C, 0x2E, 0x21, 0x3F, 0x2026].contains(text.scalars[before - 1]) ? dash : nil
  }

  private static func withoutStop(_ range: Range<Int>, in text: QuotationParagraph) -> Range<Int> {
    guard range.count > 2, text.scalars[range.upperBound - 1] == 0x2E,
      text.scalars[range.upperBound - 2] != 0x2E
    else { return range }
    return range.lowerBound..<range.upperBound - 1
  }

  /// The comma that opens the reporter's words: at most an auxiliary stands between it and the verb.
  private func comma(before verb: Int, from start: Int, in text: QuotationParagraph) -> Int? {
    guard let comma = (start..<verb).last(where: { text.scalars[$0] == 0x2C }) else { return nil }
    return text.words(in: comma + 1..<verb).count <= 2 ? comma : nil
  }

  private func clauseEnd(from start: Int, to end: Int, in text: QuotationParagraph) -> Int {
    (start..<end).first { index in
      [0x2E, 0x21, 0x3F, 0x2026].contains(text.scalars[index])
        && (index + 1 == end || text.isSpace(index + 1))
    } ?? end
  }
}

extension QuotationLexicon.Sign {
  /// Verbs of writing and saying.
  var isVerb: Bool {
    switch self {
    case .writes, .says, .posts: true
    default: false
    }
  }
}
