import Markup
import PostModel

/// Decides from a document's bytes whether it is worth reading: what it lets go holds no citation.
///
/// A page goes if its markup names no post and the words between its tags, skimmed without a tree,
/// quote none. See the decision record “The prefilter proves absence”.
struct Prefilter: Sendable {
  private let markup: MarkupPrefilter
  private let words: WordsPrefilter
  private let text: TextPrefilter
  /// Whether the words of pages count, or their markup alone.
  private let readsWords: Bool

  /// Compiles what is looked for; `nil` where the scanner does not run on this processor.
  init?(words: WordsPrefilter, gate: TextGate, forms: Set<Citation.Form>) {
    guard let markup = MarkupPrefilter() else { return nil }
    self.markup = markup
    text = TextPrefilter(gate: gate, words: words.words, residues: words.residues)
    self.words = words
    readsWords = !forms.isDisjoint(with: [.remnant, .quote])
  }

  /// What a document may hold.
  func outlook(on document: Document) -> Outlook {
    switch document.mediaType {
    case .html:
      mayCite(page: document.bytes, declaredEncoding: document.declaredEncoding)
        ? .anything : .nothing
    case .plainText: text.outlook(on: document.bytes)
    }
  }

  /// Makes a look at lines of JSON.
  func makeRecordLook() -> RecordLook {
    RecordLook(text.makeRecordLook())
  }

  /// What of a page's UTF-8 needs to be parsed, `nil` for all of it.
  func reduced(_ page: [UInt8]) -> [UInt8]? {
    // What is larger may meet the parser's limits, whose offsets are those of the whole page.
    guard page.count < 8 << 20, let scratch = markup.makeScratch() else { return nil }
    return page.withUnsafeBytes { bytes in
      guard HiddenLetters.shown(in: bytes) == nil,
        var places = markup.places(in: bytes, with: scratch)
      else { return nil }
      if let flight = FlightPieces(in: bytes), mayHold(flight, with: scratch) {
        places += flight.places
      }
      return PageSkim(bytes).reduced(bytes, keeping: places)
    }
  }

  private func mayCite(page bytes: [UInt8], declaredEncoding: String?) -> Bool {
    guard let scratch = markup.makeScratch() else { return true }
    if PageEncoding.isPlainUTF8(bytes) {
      return bytes.withUnsafeBytes { mayCite($0, with: scratch) }
    }
    return DecodedSource(bytes, declaredEncoding: declaredEncoding).utf8
      .withUnsafeBytes { mayCite($0, with: scratch) }
  }

  private func mayCite(_ bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch) -> Bool {
    if markup.mayHold(bytes, with: scratch) { return true }
    if let plain = HiddenLetters.shown(in: bytes),
      plain.withUnsafeBytes({ markup.mayHold($0, with: scratch) })
    {
      return true
    }
    if let flight = FlightPieces(in: bytes), mayHold(flight, with: scratch) { return true }
    // An author's line within escaped markup stands for its post where nothing else is left of it.
    if EscapedMarkup(in: bytes).mayHoldAuthor { return true }
    let skim = PageSkim(bytes)
    return skim.encoded.contains { mayHold(encoded: bytes[$0], with: scratch) }
      || readsWords && words.mayCite(skim)
  }

  private func mayHold(_ flight: FlightPieces, with scratch: PatternSet.Scratch) -> Bool {
    flight.joined.withUnsafeBytes { markup.mayHold($0, with: scratch) }
  }

  /// Whether markup that stands encoded in an attribute or a script may hold a post.
  private func mayHold(
    encoded value: Slice<UnsafeRawBufferPointer>, with scratch: PatternSet.Scratch
  ) -> Bool {
    let text = String(decoding: value, as: UTF8.self)
    guard let decoded = EmbeddedMarkup.base64(text) else {
      // Entities and percent signs within: rare enough to be read.
      return text.utf8.contains(0x26) || text.utf8.contains(0x25)
    }
    var markup = decoded
    return markup.withUTF8 { decoded in
      let bytes = UnsafeRawBufferPointer(decoded)
      return self.markup.mayHold(bytes, with: scratch)
        || PageSkim(bytes).encoded.contains { mayHold(encoded: bytes[$0], with: scratch) }
    }
  }
}
