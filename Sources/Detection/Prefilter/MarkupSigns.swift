import Platforms

/// The literals of a page's bytes that may stand for a post, by the declarations of platforms.
struct MarkupSigns {
  /// Each literal, and what it may be.
  private(set) var found: [(pattern: PatternSet.Pattern, sign: MarkupSign)] = []

  init(platforms: [Platform], probe: AddressProbe) {
    addAddresses(probe)
    for embed in platforms.flatMap(\.embeds) where !embed.isFurniture { add(embed) }
    for call in platforms.flatMap(\.widgets) { add(call.function, .call, isCaseless: false) }
    addPayloads(of: platforms)
    addEncoded()
    add("_files/", .savedFrame)
  }

  private mutating func add(_ text: String, _ sign: MarkupSign, isCaseless: Bool = true) {
    found.append((PatternSet.Pattern(text, isCaseless: isCaseless), sign))
  }

  private mutating func addAddresses(_ probe: AddressProbe) {
    for (index, host) in probe.literals.enumerated() { add(host, .address(index)) }
    for sign in probe.signs { add(sign, .certain) }
    for text in ["/embed", "2Fembed"] { add(text, .frame) }
    // Addresses of any host count where their id is a number that tells a time.
    for digit in 1...9 {
      for slash in AddressProbe.numberSigns { add("\(slash)\(digit)", .longNumber) }
    }
  }

  private mutating func add(_ embed: EmbedPattern) {
    let selector = embed.selector
    // What names its post by an address alone is told by the address.
    let isAddress = selector.className == nil && embed.references.allSatisfy(\.isAddress)
    guard let sign = MarkupSign.sign(of: selector), !isAddress else { return }
    add(sign.text, sign.sign, isCaseless: selector.className == nil || selector.attribute != nil)
  }

  private mutating func addPayloads(of platforms: [Platform]) {
    let payloads = platforms.flatMap(\.payloads).filter { !$0.keys.isEmpty }
    for payload in payloads {
      for key in payload.tellingKeys { add(key, .key(payload.syntax), isCaseless: false) }
    }
    for type in Set(payloads.flatMap(\.types)).sorted() { add(type, .payloadType) }
    let forms = payloads.map(\.syntax)
    for type in Set(payloads.flatMap(\.types)).sorted() { add(type, .component(forms)) }
    for name in Self.references { add(name, .certain, isCaseless: false) }
    add("instagram_id", .certain)
    add("data-component-name", .attribute(value: []))
    let ids = NamedIDs(payloads)
    for name in NamedIDReader.idNames.sorted() { add(name, .identifier(ids)) }
    for platform in platforms {
      let syntaxes = platform.payloads.filter { !$0.keys.isEmpty }.map(\.syntax)
      guard !syntaxes.isEmpty else { continue }
      for code in Shortcode.signs(of: platform) { add(code, .shortcode(syntaxes)) }
    }
  }

  /// Markup in base64 or percent-encoded, in a string or a tag within a string.
  private mutating func addEncoded() {
    for opening in Self.quotes + Self.brackets + ["atob(\"", "atob('"] {
      for beginning in EmbeddedMarkup.beginnings {
        add(opening + beginning, .base64, isCaseless: false)
      }
    }
    for quote in Self.quotes { add(quote + "%3C", .certain) }
  }

  /// Quotation marks round a string within a string.
  private static let quotes = ["&quot;", "&#34;", "\\\"", "\\u0022", "%22"]

  /// The bracket behind which an element's content begins.
  private static let brackets = [">", "&gt;", "u003e", "u003E", "%3E"]

  /// What programs write into state whose values stand apart from their keys.
  private static let references = [
    "__NUXT", "Reactive\"", "Reactive\\\"", "sveltekit", "_remix", "reactRouter",
  ]
}
