import Languages
import PostModel

/// Quotations without quotation marks.
extension QuotationReader {
  static let dashes: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x2015]
  private static let separators: Set<UInt32> = [
    0x2C, 0x2D, 0x2013, 0x2014, 0x2015, 0x2E, 0x21, 0x3F,
  ]

  /// `– Words, wrote Name on X.`: a dash opens the paragraph, a verb with its platform closes it.
  ///
  /// The dash may stand behind a first sentence too: `Also Viken laughed. – Words, she tweeted.`
  mutating func readDash(_ parsed: Parsed) {
    for index in parsed.sentences.indices where opensSpeech(parsed.sentences[index].range, parsed) {
      if readDash(from: index, of: parsed) { return }
    }
  }

  /// Where the first verb of a paragraph stands that a dash parts from the speech before it.
  private func reporter(behind start: Int, of parsed: Parsed) -> Int? {
    parsed.hits.first { verb in
      guard verb.sign.isVerb, verb.range.lowerBound > start,
        let cut = separator(before: verb.range.lowerBound, from: start, in: parsed.text)
      else { return false }
      return Self.dashes.contains(parsed.text.scalars[cut]) && parsed.text.isSpace(cut - 1)
        && parsed.text.words(in: cut..<verb.range.lowerBound).count <= 1
    }?.range.lowerBound
  }

  private func opensSpeech(_ range: Range<Int>, _ parsed: Parsed) -> Bool {
    let text = parsed.text
    let start = range.lowerBound
    guard Self.dashes.contains(text.scalars[start]), range.count > 2 else { return false }
    return text.isSpace(start + 1) || start == 0 && text.isUpper(1)
  }

  private mutating func readDash(from sentence: Int, of parsed: Parsed) -> Bool {
    let text = parsed.text
    let start = parsed.sentences[sentence].range.lowerBound + 1
    let reporter = reporter(behind: start, of: parsed)
    for verb in parsed.hits where verb.sign.isVerb && verb.range.lowerBound > start {
      // `– On je to objavio na X. Dosta je – rekla je`: that verb is one of the speaker's words.
      if let reporter, verb.range.lowerBound < reporter { continue }
      guard let cut = separator(before: verb.range.lowerBound, from: start, in: text) else {
        continue
      }
      let quoted = withoutSeparators(start..<cut, in: text)
      guard text.words(in: quoted).count >= 3 else { continue }
      let end =
        parsed.sentences.first { $0.range.upperBound >= verb.range.upperBound }?
        .range.upperBound ?? text.scalars.count
      let frame = QuotationFrame(
        text, parts: [cut + 1..<max(end, cut + 1)], hits: parsed.hits, labels: parsed.names)
      let support = sentence > 0 ? parsed.frame(sentence - 1) : nil
      if let tie = frame.tie(lexicon: lexicon, last: drafts.last?.tie.platform) {
        append(
          unmarked(
            quoted, in: text, frame, tie, confidence: tie.confidence - 0.05, support: support))
        return true
      }
      if let (tie, cue) = tieBefore(
        frame, verb: verb, support: support, isLast: end == text.scalars.count)
      {
        append(unmarked(quoted, in: text, cue, tie, confidence: 0.9, support: frame))
        return true
      }
      let report = Report(own: frame, quoted: start - 1..<cut + 1, sentence: sentence)
      if let (tie, cue) = carried(report, in: parsed) {
        append(
          unmarked(quoted, in: text, frame, tie, confidence: tie.confidence, support: cue))
        return true
      }
    }
    return sentence == 0 && readLedDash(parsed)
  }

  /// `– Words, she wrote.` after a sentence that ties to a post.
  private func tieBefore(
    _ frame: QuotationFrame, verb: QuotationLexicon.Hit, support: QuotationFrame?, isLast: Bool
  ) -> (QuotationTie, QuotationFrame)? {
    guard !frame.hits.contains(where: { $0.sign == .denies }) else { return nil }
    if support == nil, isLast, let lead = leadTie { return lead }
    guard verb.sign == .writes, frame.wordCount <= 4,
      QuotationNames(frame: frame, lexicon: lexicon).isPronoun(beside: verb),
      let sentence = support ?? before.map({ $0.frame($0.sentences.count - 1) }),
      let tie = sentence.tie(lexicon: lexicon, last: nil)
    else { return nil }
    return (tie, sentence)
  }

  /// A dash and nothing but the post, behind a paragraph that leads to it: `She wrote on X:`.
  private mutating func readLedDash(_ parsed: Parsed) -> Bool {
    guard let (tie, frame) = leadTie else { return false }
    let text = parsed.text
    let quoted = withoutSeparators(1..<text.scalars.count, in: text)
    guard text.words(in: quoted).count >= 3 else { return false }
    append(
      unmarked(quoted, in: text, frame, tie, confidence: min(tie.confidence, 0.9), support: nil))
    return true
  }

  /// The separator that closes the quotation: a name at most stands between it and the verb.
  func separator(
    before verb: Int, from start: Int, in text: QuotationParagraph
  ) -> Int? {
    var words = 0
    var index = verb - 1
    while index > start, words <= 5 {
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

  func withoutSeparators(_ range: Range<Int>, in text: QuotationParagraph) -> Range<Int> {
    var range = text.trimmed(range)
    while let last = range.last,
      Self.dashes.contains(text.scalars[last]) || text.scalars[last] == 0x2C
    {
      range = text.trimmed(range.dropLast().startIndex..<range.upperBound - 1)
    }
    return range
  }

  /// `… در ایکس نوشت: …`: what follows the colon is the post, to the paragraph's end.
  ///
  /// Persian and Hindi do so as a rule. Elsewhere a capital letter has to follow, and no address, for
  /// that would be what is left of an embed.
  mutating func readColon(_ parsed: Parsed) {
    let text = parsed.text
    let verbs = parsed.hits.filter { $0.sign == .writes || $0.sign.isPosts }
    guard
      let colon = verbs.compactMap({ colon(behind: $0.range.upperBound, in: text) }).first
        ?? colon(behindPlaceOf: parsed),
      let start = parsed.sentences.last(where: { $0.range.lowerBound < colon })?.range.lowerBound
    else { return }
    let quoted = withoutReporter(withoutDash(colon + 1..<text.scalars.count, in: text), of: parsed)
    let isUsual = lexicon.cues.bareColon ?? false
    guard text.words(in: quoted).count >= (isUsual ? 3 : 6),
      isUsual || isSentence(quoted, in: text)
    else { return }
    let isMarked = parsed.sentences.contains { sentence in
      sentence.spans.contains { $0.outer.lowerBound > colon && $0.outer.lowerBound < colon + 4 }
    }
    let frame = QuotationFrame(text, parts: [start..<colon + 1], hits: parsed.hits)
    guard !isMarked, let tie = frame.tie(lexicon: lexicon, last: drafts.last?.tie.platform),
      isUsual || tie.place != nil || tie.anchor.sign.isPosts
    else { return }
    append(
      unmarked(
        quoted, in: text, frame, tie, confidence: min(tie.confidence, isUsual ? 0.92 : 0.85),
        support: nil))
  }

  /// The colon of a sentence that ties to a post, a few words behind its cue: `gick ut på X redan klockan 20:`.
  ///
  /// What follows has to close as a sentence does, for a headline quotes nobody.
  private func colon(behindPlaceOf parsed: Parsed) -> Int? {
    let text = parsed.text
    guard lexicon.cues.people.cased, !(lexicon.cues.bareColon ?? false),
      let last = text.trimmed(text.scalars.indices).last,
      [0x2E, 0x21, 0x3F, 0x2026].contains(text.scalars[last])
    else { return nil }
    let sentence = parsed.sentences.first { $0.range.contains { text.scalars[$0] == 0x3A } }
    guard let sentence, sentence.spans.isEmpty,
      let colon = sentence.range.dropLast(2).first(where: {
        text.scalars[$0] == 0x3A && text.isSpace($0 + 1)
      })
    else { return nil }
    let frame = QuotationFrame(
      text, parts: [sentence.range.lowerBound..<colon + 1], hits: parsed.hits)
    guard let tie = frame.tie(lexicon: lexicon, last: nil),
      let place = tie.place ?? (tie.anchor.sign.isPosts ? tie.anchor : nil),
      !frame.hits.contains(where: { $0.sign == .relative }),
      frame.words(in: max(place.range.upperBound, tie.anchor.range.upperBound)..<colon) <= 5,
      tie.anchor.sign.isVerb || names(in: frame)
    else { return nil }
    return colon
  }

  private func names(in frame: QuotationFrame) -> Bool {
    QuotationNames(frame: frame, lexicon: lexicon).casedNames().contains { $0.words > 1 }
  }

  /// The words behind a dash that follows the colon: `skrev på Threads: – Words`.
  private func withoutDash(_ range: Range<Int>, in text: QuotationParagraph) -> Range<Int> {
    let range = text.trimmed(range)
    guard range.count > 2, Self.dashes.contains(text.scalars[range.lowerBound]),
      text.isSpace(range.lowerBound + 1)
    else { return range }
    return text.trimmed(range.lowerBound + 1..<range.upperBound)
  }

  /// `bei Instagram: Wer pfeift, kann helfen, schrieb sie zu einem Foto.`: the words of the reporter
  /// behind a post without marks are none of it.
  private func withoutReporter(_ range: Range<Int>, of parsed: Parsed) -> Range<Int> {
    let text = parsed.text
    for verb in parsed.hits where verb.sign.isVerb && range.contains(verb.range.lowerBound) {
      let frame = QuotationFrame(
        text, parts: [verb.range.lowerBound..<range.upperBound], hits: parsed.hits)
      guard frame.wordCount <= 10,
        let cut = separator(before: verb.range.lowerBound, from: range.lowerBound, in: text),
        QuotationNames(frame: frame, lexicon: lexicon).isPronoun(beside: verb) || names(in: frame)
      else { continue }
      return withoutSeparators(range.lowerBound..<cut, in: text)
    }
    return range
  }

  /// The colon that a verb leads to, directly or over a few words: `публикува призив към всички:`.
  private func colon(behind end: Int, in text: QuotationParagraph) -> Int? {
    let most = lexicon.cues.bareColon ?? false ? 0 : 4
    var words = 0
    var index = end
    while index < text.scalars.count {
      if text.scalars[index] == 0x3A {
        return index + 1 < text.scalars.count && text.isSpace(index + 1) ? index : nil
      }
      if text.isLetter(index) {
        if !text.isLetter(index - 1) { words += 1 }
        if words > most { return nil }
      } else if !text.isSpace(index) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Words that begin with a capital letter and hold no address.
  private func isSentence(_ range: Range<Int>, in text: QuotationParagraph) -> Bool {
    text.isUpper(range.lowerBound) && lexicon.cues.people.cased
      && !range.contains { text.scalars[$0] == 0x2F || text.scalars[$0] == 0x40 }
      && !range.contains { lexicon.marks[text.scalars[$0]] != nil && text.scalars[$0] != 0x27 }
  }

  func unmarked(
    _ quoted: Range<Int>, in text: QuotationParagraph, _ frame: QuotationFrame,
    _ tie: QuotationTie, confidence: Double, support: QuotationFrame?
  ) -> QuotationDraft {
    var draft = QuotationDraft(
      ranges: [text.bytes(quoted)], pieces: [text.string(quoted)], tie: tie,
      cue: frame.string, confidence: confidence, paragraph: paragraph)
    fill(&draft, cue: frame, own: frame, support: support)
    return draft
  }
}
