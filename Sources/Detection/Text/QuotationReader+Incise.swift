import Languages
import PostModel

/// Cues that stand inside of the quotation marks.
extension QuotationReader {
  /// Reads a post whose reporter speaks before the marks are closed, as French and its neighbours do.
  ///
  /// `« Nous partons, a écrit mardi sur X la maire. Et nous reviendrons. »`: what stands before the
  /// reporter's words is the post.
  func incise(_ candidate: Candidate, of parsed: Parsed) -> QuotationDraft? {
    guard lexicon.cues.incise ?? false, candidate.more.isEmpty else { return nil }
    let inner = candidate.span.inner
    let text = parsed.text
    for verb in parsed.all where inner.contains(verb.range.lowerBound) && verb.sign.isVerb {
      guard let comma = comma(before: verb.range.lowerBound, from: inner.lowerBound, in: text)
      else { continue }
      let quoted = text.trimmed(inner.lowerBound..<comma)
      let clause =
        comma + 1..<clauseEnd(from: verb.range.upperBound, to: inner.upperBound, in: text)
      let frame = QuotationFrame(text, parts: [clause], hits: parsed.all)
      guard text.words(in: quoted).count >= 3, frame.wordCount <= 25,
        let tie = frame.tie(lexicon: lexicon, last: nil), tie.place != nil
      else { continue }
      var draft = QuotationDraft(
        ranges: [text.bytes(quoted)], pieces: [text.string(quoted)], tie: tie, cue: frame.string,
        confidence: min(tie.confidence, 0.8), paragraph: paragraph)
      let support = candidate.sentence > 0 ? parsed.frame(candidate.sentence - 1) : nil
      fill(&draft, cue: frame, own: frame, support: support)
      return draft
    }
    return nil
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
