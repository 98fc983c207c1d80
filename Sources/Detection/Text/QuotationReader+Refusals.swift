import Languages
import PostModel

/// Words in marks that are no quotation, or one that the words behind it do not report.
extension QuotationReader {
  /// `“…” which it is not. Gulls had stopped the ferry`: a full stop inside of the marks and a capital letter
  /// behind them, so that what follows is a sentence of its own.
  func isClosed(_ span: QuotationMarks.Span, in text: QuotationParagraph) -> Bool {
    let inner = span.inner
    guard inner.count > 2, text.scalars[inner.upperBound - 1] == 0x2E,
      text.scalars[inner.upperBound - 2] != 0x2E
    else { return false }
    let next = text.scalars.indices[span.outer.upperBound...].first { !text.isSpace($0) }
    return next.map { text.isUpper($0) } ?? false
  }

  /// A name, or what something was called, in marks inside of a sentence of a script without capitals.
  ///
  /// No verb or noun for a post stands beside it, and no mark parts it from the words round it.
  func isUncasedName(_ candidate: Candidate, in parsed: Parsed) -> Bool {
    let text = parsed.text
    let span = candidate.span
    guard !lexicon.cues.people.cased, !lexicon.isUnspaced, candidate.more.isEmpty,
      text.words(in: span.inner).count <= 3, !isReported(candidate, in: text)
    else { return false }
    let before = text.trimmed(0..<span.outer.lowerBound)
    guard let last = before.last, text.isLetter(last) else { return false }
    return !candidate.frame.hits.contains { hit in
      let isBehind = hit.range.lowerBound >= span.outer.upperBound
      let isCue = hit.sign.isVerb || !isBehind && (hit.sign == .noun || hit.sign.isPostNoun)
      return isCue && candidate.frame.words(between: hit.range, and: span.outer) <= 2
    }
  }

  /// `she tweeted, “Fire them.”`: two words that close a sentence, behind a verb that names the platform.
  func isPosted(_ span: QuotationMarks.Span, in parsed: Parsed) -> Bool {
    let text = parsed.text
    guard text.words(in: span.inner).count >= 2,
      [0x2E, 0x21, 0x3F].contains(text.scalars[span.inner.upperBound - 1])
    else { return false }
    var end = text.trimmed(0..<span.outer.lowerBound).upperBound
    if end > 0, text.scalars[end - 1] == 0x2C { end = text.trimmed(0..<end - 1).upperBound }
    return parsed.hits.contains { $0.sign.isPosts && $0.range.upperBound == end }
  }
}
