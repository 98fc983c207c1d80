import Platforms
import PostModel

/// Reads the words of a document, be it a text or a page: what is left of embeds, quotations in
/// prose, bare addresses.
struct TextReader: Sendable {
  private let remnants: TextDetector
  private let quotations: QuotationScanner
  private let addresses: PostAddressReader
  /// Tells which paragraphs need not be read for quotations; `nil` where all are.
  private let gate: TextGate?

  init(
    remnants: TextDetector, quotations: QuotationScanner, addresses: PostAddressReader,
    gate: TextGate?
  ) {
    self.remnants = remnants
    self.quotations = quotations
    self.addresses = addresses
    self.gate = gate
  }

  /// The posts that a text names or repeats; places in UTF-8 bytes.
  func sightings(in text: String, context: TextContext) -> [Sighting] {
    let readable = ReadableText(text)
    let found =
      remnants.sightings(in: readable.text, context: context)
      + prose(in: readable.text, context: context) + links(in: readable.text)
    guard readable.isChanged else { return found }
    return found.map {
      var sighting = $0
      sighting.location = .text(utf8Range: readable.original($0.utf8Range))
      return sighting
    }
  }

  /// Whether a paragraph may hold a quotation in any language at all.
  func mayQuote(_ paragraph: ArraySlice<UInt8>) -> Bool {
    quotations.mayQuote(paragraph)
  }

  /// The posts that prose quotes.
  func prose(in text: String, context: TextContext) -> [Sighting] {
    quotations.sightings(in: text, context: context, ties: ties(in: text))
  }

  /// Whether any phrase of a text can tie a quotation to a post, in whatever language.
  func mayTie(in text: String) -> Bool {
    ties(in: text).map { !$0.isEmpty } ?? true
  }

  private func ties(in text: String) -> [Int]? {
    guard let gate, let scratch = gate.makeScratch() else { return nil }
    var text = text
    return text.withUTF8 { gate.ties(in: UnsafeRawBufferPointer($0), with: scratch) }
  }

  private func links(in text: String) -> [Sighting] {
    let raw = RawContent(text)
    return BareAddress.all(in: text).compactMap { address in
      guard let reference = addresses.reference(in: address.text) else { return nil }
      var sighting = Sighting(
        raw.kind(of: address) ?? .link, at: .text(utf8Range: address.utf8Range),
        platform: reference.platform, confidence: Confidence.address)
      sighting.take(reference, rule: "text.address")
      return sighting
    }
  }
}
