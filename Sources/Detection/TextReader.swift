import Platforms
import PostModel

/// Reads the words of a document, be it a text or a page: what is left of embeds, quotations in
/// prose, bare addresses.
struct TextReader: Sendable {
  private let remnants: TextDetector
  private let quotations: QuotationScanner
  private let addresses: PostAddressReader

  init(remnants: TextDetector, quotations: QuotationScanner, addresses: PostAddressReader) {
    self.remnants = remnants
    self.quotations = quotations
    self.addresses = addresses
  }

  /// The posts that a text names or repeats; places in UTF-8 bytes.
  func sightings(in text: String, context: TextContext) -> [Sighting] {
    remnants.sightings(in: text, context: context)
      + quotations.sightings(in: text, context: context) + links(in: text)
  }

  /// The posts that a page's words repeat without any markup that says so.
  func prose(in text: String, context: TextContext) -> [Sighting] {
    quotations.sightings(in: text, context: context)
  }

  private func links(in text: String) -> [Sighting] {
    let raw = RawContent(text)
    return BareAddress.all(in: text).compactMap { address in
      guard let reference = addresses.reference(in: address.text) else { return nil }
      var sighting = Sighting(
        raw.kind(of: address) ?? .link, at: .text(utf8Range: address.utf8Range),
        platform: reference.platform, confidence: 0.9)
      sighting.take(reference, rule: "text.address")
      return sighting
    }
  }
}
