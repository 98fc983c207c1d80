import Platforms
import PostModel

/// Reads the words of a document, be it a text or a page: what is left of embeds, quotations in
/// prose, bare addresses.
struct TextReader: Sendable {
  private let remnants: TextDetector
  private let quotations: QuotationScanner
  private let catalog: CompiledCatalog
  /// Tells which paragraphs need not be read for quotations; `nil` where all are.
  private let gate: TextGate?

  init(
    remnants: TextDetector, quotations: QuotationScanner, catalog: CompiledCatalog,
    gate: TextGate?
  ) {
    self.remnants = remnants
    self.quotations = quotations
    self.catalog = catalog
    self.gate = gate
  }

  /// The posts that a text names or repeats, as far as it may hold any; places in UTF-8 bytes.
  func sightings(
    in text: String, context: TextContext, for outlook: Outlook = .anything
  ) -> [Sighting] {
    if outlook == .quotations { return prose(in: WrappedLines.joined(text), context: context) }
    let readable = ReadableText(text)
    let torn = TornCardScanner(readable.text).sightings()
    let told =
      remnants.sightings(in: readable.text, quoted: readable.quoted, context: context)
      .map(identified)
      + quoted(in: readable.text, context: context, blocks: readable.blocks)
    // Within what is left of a card stands its data, in which others see words.
    let plain = told.filter { one in !torn.contains { $0.utf8Range.overlaps(one.utf8Range) } }
    let found = withoutSamples(plain, in: readable.text) + torn + named(in: readable.text)
    guard readable.isChanged else { return found }
    return found.map {
      var sighting = $0
      sighting.location = .text(utf8Range: readable.original($0.utf8Range))
      return sighting
    }
  }

  /// A remnant with what the address says to which its author's line or its date links.
  private func identified(_ sighting: Sighting) -> Sighting {
    guard let address = sighting.permalink else { return sighting }
    var sighting = sighting
    sighting.permalink = nil
    // A handle alone does not tell its network, an address does.
    guard let reference = catalog.addresses.reference(in: address),
      sighting.kind == .attributionLine || reference.platform == sighting.platform
    else { return sighting }
    sighting.take(reference, rule: "text.permalink")
    return sighting
  }

  /// Whether a paragraph may hold a quotation in any language at all.
  func mayQuote(_ paragraph: ArraySlice<UInt8>) -> Bool {
    quotations.mayQuote(paragraph)
  }

  /// The posts that prose quotes.
  func prose(in text: String, context: TextContext) -> [Sighting] {
    withoutSamples(quoted(in: text, context: context), in: text)
  }

  private func quoted(
    in text: String, context: TextContext, blocks: [Range<Int>] = []
  ) -> [Sighting] {
    quotations.sightings(in: text, context: context, ties: ties(in: text), blocks: blocks)
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

  /// What texts about programs quote are samples, and their headings no posts.
  private func withoutSamples(_ told: [Sighting], in text: String) -> [Sighting] {
    let isDoubtful = told.map { sighting in
      switch sighting.kind {
      case .quotation, .bareText: true
      case .attributionLine: sighting.media.isEmpty && Self.wordCount(sighting) < 3
      default: false
      }
    }
    guard isDoubtful.contains(true), TechnicalManner(text).isTechnical else { return told }
    return zip(told, isDoubtful).compactMap { $1 ? nil : $0 }
  }

  private static func wordCount(_ sighting: Sighting) -> Int {
    (sighting.text ?? "").split(whereSeparator: \.isWhitespace).count
  }

  /// The posts that a text names by their addresses, or in codes of content systems by their ids.
  private func named(in text: String) -> [Sighting] {
    let mayHoldCode = text.utf8.contains(where: Shortcode.opens)
    let samples = mayHoldCode ? CodeSamples(text) : CodeSamples()
    let links = links(in: text, besides: samples)
    return mayHoldCode ? links + codes(in: text, besides: samples) : links
  }

  private func links(in text: String, besides samples: CodeSamples) -> [Sighting] {
    let raw = RawContent(text)
    return BareAddress.all(in: text).compactMap { address in
      guard let reference = catalog.addresses.reference(in: address.text) else { return nil }
      var sighting = Sighting(
        raw.kind(of: address) ?? .link, at: .text(utf8Range: address.utf8Range),
        platform: reference.platform, confidence: Confidence.address)
      sighting.take(reference, rule: "text.address")
      let start = address.utf8Range.lowerBound
      if sighting.kind == .link, Shortcode.opens(before: start, in: text), !samples.hold(start) {
        sighting.kind = .placeholder
        sighting.confidence = Confidence.code
      }
      return sighting
    }
  }

  private func codes(in text: String, besides samples: CodeSamples) -> [Sighting] {
    Shortcode.all(in: text).compactMap { code in
      guard let reference = catalog.reference(of: code),
        code.isSigned(in: text, reference.platform),
        !samples.hold(code.utf8Range.lowerBound)
      else { return nil }
      var sighting = Sighting(
        .placeholder, at: .text(utf8Range: code.utf8Range), platform: reference.platform,
        confidence: Confidence.code)
      sighting.take(reference, rule: "text.shortcode")
      return sighting
    }
  }
}
