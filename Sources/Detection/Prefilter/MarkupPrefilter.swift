import Markup
import Platforms

/// Tells from a page's bytes, without parsing them, whether its markup may show or link a post.
///
/// What is looked for is derived from the declarations of the platforms: hosts with the paths of their
/// templates behind them, classes, attributes, elements. `false` is certain.
struct MarkupPrefilter: Sendable {
  private let set: PatternSet
  private let signs: [(sign: MarkupSign, length: Int)]
  private let probe: AddressProbe

  /// Compiles the declarations; `nil` where the scanner does not run on this processor.
  init?(platforms: [Platform] = Platform.all) {
    let probe = AddressProbe(platforms: platforms)
    var found: [(PatternSet.Pattern, MarkupSign)] = []
    func add(_ text: String, _ sign: MarkupSign, isCaseless: Bool = true) {
      found.append((PatternSet.Pattern(text, isCaseless: isCaseless), sign))
    }
    for (index, host) in probe.literals.enumerated() { add(host, .address(index)) }
    for sign in probe.signs + ["instagram_id"] { add(sign, .certain) }
    for platform in platforms {
      for embed in platform.embeds where !embed.isFurniture {
        let selector = embed.selector
        if let name = selector.className {
          add(name, .className, isCaseless: false)
        } else if let name = selector.name {
          add(name, .element)
        } else if let name = selector.attribute {
          add(name, .attribute(value: Array((selector.value ?? "").utf8)))
        }
      }
    }
    for call in platforms.flatMap(\.widgets) { add(call.function, .call, isCaseless: false) }
    for key in platforms.flatMap(\.payloads).flatMap(\.keys) where key.utf8.count > 5 {
      add(key, .certain)
    }
    for text in ["/embed", "2Fembed"] { add(text, .frame) }
    // Addresses of any host count where their id is a number that tells a time.
    for digit in 1...9 {
      for slash in AddressProbe.numberSigns { add("\(slash)\(digit)", .longNumber) }
    }
    for name in NamedIDReader.idNames.sorted() { add(name, .identifier) }
    for code in Shortcode.signs(of: platforms) { add(code, .shortcode) }
    add("_files/", .savedFrame)
    for opening in Self.quotes + ["atob(\"", "atob('"] {
      for beginning in EmbeddedMarkup.beginnings {
        add(opening + beginning, .base64, isCaseless: false)
      }
    }
    for quote in Self.quotes { add(quote + "%3C", .certain) }
    guard let set = PatternSet(found.map(\.0)) else { return nil }
    self.set = set
    self.probe = probe
    signs = found.map { ($1, $0.bytes.count) }
  }

  /// Quotation marks round a string within a string.
  private static let quotes = ["&quot;", "&#34;", "\\\"", "\\u0022", "%22"]

  /// Makes the working memory of scans, one at a time.
  func makeScratch() -> PatternSet.Scratch? { set.makeScratch() }

  /// Where in markup a post may be named, in ascending order; `nil` where that cannot be told.
  func places(in bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch) -> [Int]? {
    var places: [Int] = []
    let isFailed = set.scan(bytes, with: scratch) { number, end in
      let (sign, length) = signs[number]
      if sign.mayHold(in: bytes, end - length..<end, probe: probe) { places.append(end - length) }
      return false
    }
    return isFailed ? nil : places.sorted()
  }

  /// Whether markup may hold a post.
  func mayHold(_ bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch) -> Bool {
    set.scan(bytes, with: scratch) { number, end in
      let (sign, length) = signs[number]
      return sign.mayHold(in: bytes, end - length..<end, probe: probe)
    }
  }
}
