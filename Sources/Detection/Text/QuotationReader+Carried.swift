import Languages
import PostModel

/// Ties that were made some sentences before, and carry to what the same author wrote or added there.
///
/// `About this the minister wrote on X. The bridge had stood for years. “…,” he wrote.` No other place
/// and no interview, letter or speech may be named between, nor anybody else be quoted.
extension QuotationReader {
  /// How many paragraphs a tie carries.
  static let reach = 3

  /// How many sentences it carries.
  private static let mostSentences = 8

  /// What a quotation's own sentence says of it.
  private enum Manner {
    /// `he wrote in the post`, `the post read:`
    case post
    /// `he wrote`
    case written
    /// `he added`
    case added
  }

  /// Words in which a quotation is reported, and where they stand.
  struct Report {
    var own: QuotationFrame
    var quoted: Range<Int>
    /// The number of their sentence.
    var sentence: Int
    /// Whether they stand in the paragraph before, which ends in a colon.
    var isLead = false
    /// Whether the quotation opens its sentence, and a mark shows that the words report it.
    var isFirst = false
  }

  /// A sentence that says that somebody published something.
  private struct Announcement {
    var tie: QuotationTie
    var frame: QuotationFrame
    /// The sentence before it.
    var before: QuotationFrame?
    var distance: Int
  }

  /// A sentence before the report.
  private struct Passed {
    var parsed: Parsed
    var index: Int
    var frame: QuotationFrame { parsed.frame(index) }
  }

  func carried(_ candidate: Candidate, in parsed: Parsed) -> QuotationDraft? {
    let span =
      candidate.span.outer.lowerBound..<(candidate.more.last ?? candidate.span).outer.upperBound
    var report = Report(
      own: candidate.frame, quoted: span, sentence: candidate.sentence,
      isFirst: candidate.isFirst && isReported(candidate, in: parsed.text))
    if !candidate.frame.hasWords, candidate.sentence == 0, let lead,
      let end = lead.sentences.last?.range.upperBound
    {
      report = Report(
        own: lead.frame(lead.sentences.count - 1), quoted: end..<end,
        sentence: lead.sentences.count - 1, isLead: true)
    }
    guard let (tie, frame) = carried(report, in: parsed) else { return nil }
    var draft = draft(candidate, tie, of: tie, cue: report.own, support: frame)
    draft.cue = frame.string + " … " + report.own.string
    return draft
  }

  /// Whether a piece goes on with the post quoted before it: `добавил он`.
  func goesOn(_ draft: QuotationDraft, _ own: QuotationFrame) -> Bool {
    guard draft.tie.rule == "quote.carried", let last = drafts.last else { return false }
    return last.paragraph >= paragraph - 1 && last.tie.platform == draft.tie.platform
      && own.hits.contains { $0.sign == .joins }
  }

  /// The tie that carries to a report, lowered for the way.
  func carried(_ report: Report, in parsed: Parsed) -> (QuotationTie, QuotationFrame)? {
    let own = report.own
    guard own.hasWords, !own.hits.contains(where: { $0.sign == .denies }),
      own.places(lexicon).isEmpty, let (manner, verb) = manner(report)
    else { return nil }
    guard let found = announcement(before: report, manner, in: parsed),
      manner != .post || verb?.sign == .pens || sharesNoun(own, found.frame),
      isSame(verb, in: report, found)
    else { return nil }
    let sure: [Manner: Double] = [.post: 0.85, .written: 0.82, .added: 0.78]
    var tie = lowered(found.tie, to: (sure[manner] ?? 0.75) - (found.distance > 3 ? 0.03 : 0))
    tie.rule = "quote.carried"
    if let verb { tie.anchor = verb }
    return (tie, found.frame)
  }

  private func manner(_ report: Report) -> (Manner, QuotationLexicon.Hit?)? {
    let own = report.own
    let isLed = own.hasColon(before: report.quoted.lowerBound)
    let pen = own.hits.first { $0.sign == .pens && isBeside($0, report, isLed) }
    let noun = own.hits.contains { $0.sign == .noun || $0.sign.isPostNoun }
    if let pen, noun, own.wordCount <= 16 { return (.post, pen) }
    if let pen { return namesOtherPlace(behind: pen, own) ? nil : (.written, pen) }
    if noun, isLed, own.wordCount <= 8 {
      return (.post, own.hits.first { $0.sign == .noun || $0.sign.isPostNoun })
    }
    guard report.isFirst, lexicon.cues.people.cased, own.wordCount <= 6,
      !own.hits.contains(where: { $0.sign == .speaks }),
      let verb = own.hits.first(where: {
        ($0.sign == .says || $0.sign == .joins) && isBeside($0, report, false)
      })
    else { return nil }
    return (.added, verb)
  }

  /// Whether a verb stands so near that the quotation is its own.
  private func isBeside(
    _ verb: QuotationLexicon.Hit, _ report: Report, _ isLed: Bool
  ) -> Bool {
    let own = report.own
    if verb.range.upperBound <= report.quoted.lowerBound {
      return isLed && own.words(between: verb.range, and: report.quoted) <= 4
    }
    guard verb.range.lowerBound >= report.quoted.upperBound else { return false }
    let gap = report.quoted.upperBound..<verb.range.lowerBound
    if lexicon.isUnspaced { return gap.count <= 12 }
    return own.words(in: gap) <= (lexicon.cues.people.cased ? 4 : 3)
  }

  /// `wrote in a news release`: what was written stands elsewhere.
  private func namesOtherPlace(behind pen: QuotationLexicon.Hit, _ own: QuotationFrame) -> Bool {
    let text = own.text
    let small = lexicon.cues.people.articles
    let words = QuotationNames(frame: own, lexicon: lexicon).words()
      .filter { $0.lowerBound >= pen.range.upperBound }
    return zip(words, words.dropFirst()).contains { word, next in
      let isDay = own.hits.contains { $0.sign == .calendar && $0.range.overlaps(next) }
      let isLed = own.hits.contains { $0.sign == .at && $0.range == word }
      let isSmall = small.contains(text.string(word).lowercased())
      return !isDay && (isLed || isSmall && small.contains(text.string(next).lowercased()))
    }
  }

  // MARK: What was announced

  private func announcement(
    before report: Report, _ manner: Manner, in parsed: Parsed
  ) -> Announcement? {
    let passed = passed(before: report, in: parsed)
    let most = lexicon.cues.people.cased ? Self.mostSentences : 2
    for (distance, sentence) in passed.prefix(most).enumerated() {
      let frame = sentence.frame
      if frame.hits.contains(where: { $0.sign == .denies }) { return nil }
      if manner != .post, !isCited(sentence) { return nil }
      let places = frame.places(lexicon)
      if let tie = announced(frame, manner, to: report.own) {
        // Two platforms in one sentence: which of them is meant is open.
        guard Set(places.compactMap(\.sign.platform)).count <= 1 else { return nil }
        let next = distance + 1
        return Announcement(
          tie: tie, frame: frame, before: next < passed.count ? passed[next].frame : nil,
          distance: distance)
      }
      if !places.isEmpty { return nil }
    }
    return nil
  }

  private func announced(
    _ frame: QuotationFrame, _ manner: Manner, to own: QuotationFrame
  ) -> QuotationTie? {
    if let tie = frame.tie(lexicon: lexicon, last: nil) ?? frame.postTie(lexicon: lexicon),
      tie.platform != nil
    {
      let isReferring = frame.hits.contains {
        $0.sign == .refers && $0.range.lowerBound <= frame.start + 2
      }
      if manner == .added, !isReferring { return nil }
      if isReferring || tie.anchor.sign.isWrittenThere || tie.rule == "quote.place-before" {
        return tie
      }
    }
    // `wrote about the ferry on X`: what was written of parts the verb from the place.
    let isWritten = frame.hits.contains { $0.sign == .pens || $0.sign.isPosts }
    // `opened a channel on Telegram … wrote in the first message`
    let isHome = frame.hits.contains { $0.sign == .account } || sharesNoun(own, frame)
    guard manner == .post && isHome || manner == .written && isWritten else { return nil }
    return frame.placeTie(lexicon: lexicon)
  }

  /// The sentences before a report, the nearest first, back to a few paragraphs.
  private func passed(before report: Report, in parsed: Parsed) -> [Passed] {
    var passed: [Passed] = []
    if !report.isLead {
      passed += (0..<report.sentence).reversed().map {
        Passed(parsed: parsed, index: $0)
      }
    }
    let paragraphs = lexicon.cues.people.cased ? Self.reach : 1
    for (back, earlier) in recent.suffix(paragraphs).reversed().enumerated() {
      guard passed.count < Self.mostSentences, earlier.bytes.count <= Self.longestEarlier else {
        break
      }
      let before = parse(earlier.bytes)
      let end = back == 0 && report.isLead ? report.sentence : before.sentences.count
      passed += (0..<end).reversed().map { Passed(parsed: before, index: $0) }
    }
    return passed
  }

  /// Whether what a sentence quotes is a post that was read, if it quotes anything.
  private func isCited(_ passed: Passed) -> Bool {
    let text = passed.parsed.text
    let sentence = passed.parsed.sentences[passed.index]
    return sentence.spans.filter { isLong($0, in: text, of: sentence) }.allSatisfy { span in
      let place = text.bytes(span.inner)
      return drafts.suffix(6).contains { $0.ranges.contains { $0.overlaps(place) } }
    }
  }

  // MARK: Whose words they are

  /// Whether the report speaks of who published, or names nobody.
  private func isSame(
    _ verb: QuotationLexicon.Hit?, in report: Report, _ found: Announcement
  ) -> Bool {
    guard lexicon.cues.people.cased, let verb else { return true }
    let names = QuotationNames(frame: report.own, lexicon: lexicon)
    let named = names.casedNames().filter {
      !names.isComplement($0) && !isNoun($0, report.own) && !isAdverb($0, names, report.own)
    }
    let isReferring = found.frame.hits.contains { $0.sign == .refers }
    let frames = [found.frame, isReferring ? found.before : nil].compactMap { $0 }
    if !named.isEmpty {
      let people =
        frames.flatMap { QuotationNames(frame: $0, lexicon: lexicon).casedNames() }
        .flatMap { words(of: $0.value) } + words(of: drafts.last?.author ?? "")
      return named.allSatisfy { name in
        words(of: name.value).last.map { isKnown($0, among: people) } ?? true
      }
    }
    if verb.sign.isPostNoun || verb.sign == .noun || names.isPronoun(beside: verb) { return true }
    let small = names.words().filter { word in
      report.own.words(between: word, and: verb.range) <= 2 && word.count >= 3
        && !report.own.hits.contains { $0.range.overlaps(word) }
        && !lexicon.cues.people.articles.contains(report.own.text.string(word).lowercased())
    }
    if small.isEmpty { return lexicon.cues.people.dropsPronouns ?? false || found.distance == 0 }
    let known = frames.flatMap { frame in
      QuotationNames(frame: frame, lexicon: lexicon).words().map {
        frame.text.string($0).lowercased()
      }
    }
    return small.allSatisfy { isKnown(report.own.text.string($0).lowercased(), among: known) }
  }

  /// Whether what seems a name is a word of the language with a capital letter.
  private func isNoun(_ name: QuotationNames.Name, _ own: QuotationFrame) -> Bool {
    own.hits.contains { $0.range.overlaps(name.range) }
  }

  /// Whether a capital letter only opens the sentence: `Κάτω από τη φωτογραφία έγραψε`.
  private func isAdverb(
    _ name: QuotationNames.Name, _ names: QuotationNames, _ own: QuotationFrame
  ) -> Bool {
    let end = name.range.upperBound
    return name.words == 1
      && name.range.lowerBound == own.text.trimmed(own.start..<own.end).lowerBound
      && !names.isSubject(name) && end < own.end && own.text.isSpace(end)
  }

  private func words(of name: String) -> [String] {
    name.lowercased().split(separator: " ").map(String.init)
  }

  /// Whether a word stands among others, in another case perhaps.
  private func isKnown(_ word: String, among words: [String]) -> Bool {
    let stem = word.prefix(max(3, word.count - 2))
    return words.contains { $0.hasPrefix(stem) && $0.count <= word.count + 3 }
  }

  /// Whether both name a post by the same word: `in einem Beitrag auf X … In dem Beitrag heißt es:`.
  private func sharesNoun(_ own: QuotationFrame, _ other: QuotationFrame) -> Bool {
    func stems(_ frame: QuotationFrame) -> Set<String> {
      Set(
        frame.hits.filter { $0.sign == .noun || $0.sign.isPostNoun }
          .map { String(frame.text.string($0.range).lowercased().prefix(4)) })
    }
    return !stems(own).isDisjoint(with: stems(other))
  }
}

extension QuotationLexicon.Sign {
  /// Whether a phrase shows that something was published.
  fileprivate var isWrittenThere: Bool {
    self == .writes || isPosts || isPostNoun || self == .noun
  }
}
