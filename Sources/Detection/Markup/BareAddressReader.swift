import Markup
import Platforms
import PostModel

/// Reads addresses of posts that stand in the article's words without being links.
struct BareAddressReader {
  let context: MarkupContext

  /// The posts that bare addresses in a page's text name.
  func findings() -> MarkupFindings {
    var found = MarkupFindings()
    guard context.depth == 0 else { return found }
    for address in BareAddress.all(in: context.document.text) {
      guard let reference = context.catalog.addresses.reference(in: address.text) else { continue }
      let element = context.document.element(holding: address.utf8Range)
      if let element, isLinked(element) || PrintedMarkupReader.isExample(element) { continue }
      var sighting = Sighting(
        .link, at: .text(utf8Range: address.utf8Range), platform: reference.platform,
        confidence: 0.9)
      if let element {
        sighting.location = .element(path: element.path, utf8Range: address.utf8Range)
      }
      sighting.take(reference, rule: "text.address")
      if let kind = kind(of: address, in: element) {
        sighting.kind = kind
        sighting.confidence = 0.8
      }
      found.take(sighting, at: element, in: context)
    }
    return found
  }

  /// How an address stands for its post, `nil` where it is a mere address.
  private func kind(of address: BareAddress, in element: HTMLElement?) -> Sighting.Kind? {
    if let element, isEmbedBlock(element) { return .placeholder }
    if Shortcode.opens(before: address.utf8Range.lowerBound, in: context.document.text) {
      return .placeholder
    }
    // A document without any markup is what a content system stores, not a page: there an address
    // on a line of its own is an embed (WordPress, Ghost), and one under a key is data.
    guard context.document.elements.allSatisfy({ Self.implied.contains($0.name) }) else {
      return nil
    }
    let raw = RawContent(context.document.text)
    return raw.kind(of: address) ?? (raw.isAlone(address) ? .placeholder : nil)
  }

  /// What the parser puts round a text that has no elements.
  private static let implied: Set<String> = ["html", "body", "p"]

  /// Whether an element is a block that WordPress would have filled: `wp-block-embed__wrapper`.
  private func isEmbedBlock(_ element: HTMLElement) -> Bool {
    ([element] + Array(element.ancestors.prefix(1))).contains { block in
      block.classNames.contains { $0.lowercased().contains("embed") }
    }
  }

  private func isLinked(_ element: HTMLElement) -> Bool {
    element.name == "a" || element.ancestors.prefix(3).contains { $0.name == "a" }
  }
}

/// A web address in a text.
struct BareAddress {
  /// The address as it stands there.
  let text: String
  /// Where, in UTF-8 bytes.
  let utf8Range: Range<Int>

  private static let separator = ByteNeedle("://")

  /// All addresses of a text that are written with `http`.
  static func all(in text: String) -> [BareAddress] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [BareAddress] = []
      var start = 0
      while let place = separator.firstIndex(in: bytes, from: start) {
        var first = place
        while first > 0, isLetter(bytes[first - 1]), place - first < 5 { first -= 1 }
        var last = place + 3
        while last < bytes.count, isAddress(bytes[last]) { last += 1 }
        while last > place, isPunctuation(bytes[last - 1]) { last -= 1 }
        start = max(last, place + 3)
        guard bytes[first] == 0x68 || bytes[first] == 0x48, last - place > 6 else { continue }
        found.append(
          BareAddress(
            text: String(decoding: bytes[first..<last], as: UTF8.self), utf8Range: first..<last))
      }
      return found
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isAddress(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x7C
      && byte != 0x5B && byte != 0x5D && byte != 0x29
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x21 || byte == 0x3F
      || byte == 0x27
  }
}
