import Languages
import Platforms
import PostModel

/// Reads the quotations of one document, paragraph by paragraph.
struct QuotationReader {
  let lexicon: QuotationLexicon
  let dates: DateScanner
  let addresses: PostAddressReader
  let context: TextContext
  /// What was found so far.
  private(set) var drafts: [QuotationDraft] = []
  /// The number of the paragraph that is read.
  private(set) var paragraph = 0
  /// The paragraphs before this one, the nearest last.
  private(set) var recent: [Earlier] = []
  /// Who is named in the paragraph that is read, outside of quotations.
  private(set) var peopleHere: [QuotationNames.Person] = []
  private var previous: ArraySlice<UInt8> { recent.last?.bytes ?? [] }

  /// The whole name of a surname stands no farther back than this.
  private static let mostRecent = 8

  /// What is longer is no paragraph of an article.
  static let longestEarlier = 4000

  /// Who is meant by `the minister wrote` was named no farther back than this.
  static let mostNear = 3

  init(
    lexicon: QuotationLexicon, dates: DateScanner, addresses: PostAddressReader,
    context: TextContext
  ) {
    self.lexicon = lexicon
    self.dates = dates
    self.addresses = addresses
    self.context = context
  }

  /// A paragraph before the one that is read.
  struct Earlier {
    var bytes: ArraySlice<UInt8>
    /// Who is named in it, once somebody asked.
    var people: [QuotationNames.Person]?
    /// Whether a phrase of it can tie a quotation to a post, once somebody asked.
    var ties: Bool?
  }

  /// A paragraph, cut into sentences, with its phrases.
  struct Parsed {
    var text: QuotationParagraph
    var sentences: [QuotationSentence]
    /// The phrases outside of quotations.
    var hits: [QuotationLexicon.Hit]
    /// All phrases.
    var all: [QuotationLexicon.Hit]
    var labels: [QuotationMarks.Span]

    /// Words in marks that are too few for a quotation.
    var names: [Range<Int>] {
      (labels + sentences.flatMap(\.spans)).map(\.inner).filter {
        text.words(in: $0).count <= 3 && $0.count <= 30
      }
    }

    /// The words of a sentence outside of its quotations.
    func frame(_ index: Int) -> QuotationFrame {
      let sentence = sentences[index]
      return QuotationFrame(
        text, parts: sentence.parts(without: sentence.spans), hits: hits,
        labels: sentence.spans.map(\.inner).filter {
          text.words(in: $0).count <= 3 && $0.count <= 30
        })
    }
  }

  /// Reads one more paragraph, valid UTF-8; `isTied` is false where neither it nor the few before it
  /// hold a phrase that can tie a quotation to a post.
  mutating func read(_ bytes: ArraySlice<UInt8>, isTied: Bool) {
    var here = Earlier(bytes: bytes)
    defer { pass(here) }
    guard isTied || followsDraft, lexicon.mayQuote(bytes) || lexicon.mayQuote(previous) else {
      return
    }
    let text = QuotationParagraph(bytes)
    let hits = lexicon.hits(in: text)
    here.ties = QuotationLexicon.mayTie(hits)
    guard here.ties == true || mayTieBefore(hits) else { return }
    let parsed = parse(text, hits: hits)
    peopleHere = []
    // Only the last one may grow, so that the others need no copy.
    let count = drafts.count
    let last = drafts.last
    readQuotations(of: parsed)
    // Names cost more than all else, so that they are read only where a quotation may want them.
    guard drafts.count > count, lexicon.cues.people.cased else { return }
    nameRecent()
    peopleHere = people(in: parsed)
    if bytes.count <= Self.longestEarlier { here.people = peopleHere }
    drafts.removeSubrange((last == nil ? 0 : count - 1)...)
    if let last { drafts.append(last) }
    readQuotations(of: parsed)
  }

  /// Goes on to the next paragraph.
  mutating func pass(_ bytes: ArraySlice<UInt8>) {
    pass(Earlier(bytes: bytes))
  }

  private mutating func pass(_ earlier: Earlier) {
    recent.append(earlier)
    if recent.count > Self.mostRecent { recent.removeFirst() }
    paragraph += 1
  }

  private mutating func readQuotations(of parsed: Parsed) {
    let count = drafts.count
    readReferred(parsed)
    for sentence in parsed.sentences.indices { read(sentence, of: parsed) }
    guard drafts.count == count else { return }
    if lexicon.cues.dash ?? false { readDash(parsed) }
    if drafts.count == count { readColon(parsed) }
    if drafts.count == count, lexicon.cues.dash ?? false { readClosingDash(parsed) }
  }

  /// Whether anything before a paragraph with some phrases can tie a quotation of it to a post: the words
  /// of the paragraphs before, or a post quoted just before.
  private mutating func mayTieBefore(_ hits: [QuotationLexicon.Hit]) -> Bool {
    if followsDraft { return true }
    if let last = recent.indices.last, mayTie(at: last) { return true }
    // A tie farther back carries to nothing but words that report what was written or added.
    guard endsInColon(previous) || hits.contains(where: \.sign.mayReport) else { return false }
    return recent.indices.dropLast().suffix(Self.reach - 1).contains { mayTie(at: $0) }
  }

  /// Whether an earlier paragraph holds a phrase that can tie.
  private mutating func mayTie(at index: Int) -> Bool {
    if let ties = recent[index].ties { return ties }
    let ties = QuotationLexicon.mayTie(
      lexicon.hits(in: QuotationParagraph(recent[index].bytes)))
    recent[index].ties = ties
    return ties
  }

  /// Whether a post was quoted in this paragraph or the one before it.
  private var followsDraft: Bool {
    drafts.last.map { $0.paragraph >= paragraph - 1 } ?? false
  }

  private func endsInColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes.last { $0 > 0x20 }
    return last == 0x3A || last == 0x9A
  }

  func parse(_ bytes: ArraySlice<UInt8>) -> Parsed {
    let text = QuotationParagraph(bytes)
    return parse(text, hits: lexicon.hits(in: text))
  }

  private func parse(_ text: QuotationParagraph, hits: [QuotationLexicon.Hit]) -> Parsed {
    let spans = QuotationMarks(text: text, marks: lexicon.marks, isUnspaced: lexicon.isUnspaced)
      .spans()
    let labels = spans.filter { isLabel($0, in: text, hits: hits) }
    let opaque = spans.filter { !labels.contains($0) }
    let outside = hits.filter { hit in !opaque.contains { $0.outer.overlaps(hit.range) } }
    let letters = hits.filter { $0.sign.isPlatform && $0.range.count == 1 }
    return Parsed(
      text: text,
      sentences: QuotationSentence.split(
        text, spans: opaque, names: Set(letters.map(\.range.upperBound))),
      hits: outside, all: hits, labels: labels)
  }

  /// `канал «Мосты и тоннели»`, `في «إكس»`: the marks stand round a name.
  private func isLabel(
    _ span: QuotationMarks.Span, in text: QuotationParagraph, hits: [QuotationLexicon.Hit]
  ) -> Bool {
    let words = text.words(in: span.inner).count
    guard words <= 5, span.inner.count <= 40 else { return false }
    let isPlatform = hits.contains { hit in
      hit.sign.isPlatform && span.inner.contains(hit.range.lowerBound)
        && span.inner.count <= hit.range.count + 3
    }
    if isPlatform { return true }
    var end = span.outer.lowerBound
    while end > 0, text.isSpace(end - 1) { end -= 1 }
    // `계정에서 "…"라며`: a verb closes a quotation, and no name.
    let isSaid = hits.contains { $0.sign.isVerb && $0.range.lowerBound == span.outer.upperBound }
    if isSaid { return false }
    if hits.contains(where: { $0.sign == .account && $0.range.upperBound == end }) { return true }
    // `เพจเฟซบุ๊ก “…”`, `la page Facebook « … »`
    return hits.contains { place in
      guard place.sign.isPlatform, place.range.upperBound == end else { return false }
      // `у телеграм-каналі «Мости»`
      if text.scalars[place.range].contains(0x2D) { return true }
      return hits.contains {
        $0.sign == .account && $0.range.lowerBound < place.range.lowerBound
          && text.trimmed($0.range.lowerBound..<place.range.lowerBound).upperBound
            == $0.range.upperBound
      }
    }
  }

  /// Reads who is named in the paragraphs before this one, each of them once.
  mutating func nameRecent() {
    for index in recent.indices where recent[index].people == nil {
      guard recent[index].bytes.count <= Self.longestEarlier else {
        recent[index].people = []
        continue
      }
      recent[index].people = people(in: parse(recent[index].bytes))
    }
  }

  private func people(in parsed: Parsed) -> [QuotationNames.Person] {
    guard lexicon.cues.people.cased, parsed.text.scalars.count <= Self.longestEarlier else {
      return []
    }
    return parsed.sentences.indices.flatMap { sentence in
      let names = QuotationNames(frame: parsed.frame(sentence), lexicon: lexicon)
      return names.namedPeople() + [names.namedInstitution()].compactMap { $0 }
    }
  }

  mutating func append(_ draft: QuotationDraft) {
    drafts.append(draft)
  }

  mutating func join(_ range: Range<Int>, _ piece: String) {
    guard var last = drafts.popLast() else { return }
    last.ranges.append(range)
    last.pieces.append(piece)
    drafts.append(last)
  }

  /// The paragraph before this one.
  var before: Parsed? {
    previous.isEmpty ? nil : parse(previous)
  }

  /// The paragraph before this one, if it ends in a colon.
  var lead: Parsed? {
    guard endsInColon(previous), let before, let end = before.sentences.last?.range.upperBound
    else { return nil }
    return before.frame(before.sentences.count - 1).hasColon(before: end) ? before : nil
  }
}

extension QuotationSentence {
  /// The parts of the sentence that lie outside of some quotations.
  func parts(without spans: [QuotationMarks.Span]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for span in spans {
      if start < span.outer.lowerBound { parts.append(start..<span.outer.lowerBound) }
      start = max(start, span.outer.upperBound)
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}
