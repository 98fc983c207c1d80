import Languages
import Platforms
import PostModel

/// A literal that is looked for in texts, and what it may be a sign of.
struct TextSign: Sendable {
  /// What a literal may be a sign of.
  enum Kind: Hashable, Sendable {
    /// A host, by its number in the probe.
    case address(Int)
    /// Something that a platform printed.
    case remnant
    /// The host of shortened links.
    case shortLink
    /// A character that writers set or leave out, within words too.
    case ignorable
    /// The name of a platform, which has a capital letter.
    case name
    /// A name of two letters.
    case shortName
    /// Any other phrase that can tie a quotation to a post.
    case phrase
  }

  let pattern: PatternSet.Pattern
  let kind: Kind

  /// All signs that the declarations of platforms and languages make.
  static func all(packs: [LanguagePack], probe: AddressProbe) -> [TextSign] {
    var signs = probe.literals.indices.map {
      TextSign(
        pattern: PatternSet.Pattern(probe.literals[$0], isCaseless: true), kind: .address($0))
    }
    func add(_ texts: some Sequence<String>, _ kind: Kind, isCaseless: Bool = true) {
      for text in Set(texts).sorted() where !text.isEmpty {
        signs.append(
          TextSign(pattern: PatternSet.Pattern(text, isCaseless: isCaseless), kind: kind))
      }
    }
    add(probe.signs + probe.words + ["\u{266C}"], .remnant)
    add(ShortLinkScanner.hostNames, .shortLink)
    add(ignorables, .ignorable, isCaseless: false)
    add(ResidueScanner.anchors(of: packs).flatMap(Self.unescaped), .remnant, isCaseless: false)
    let cues = packs.compactMap(\.quotation)
    let names =
      packs.flatMap { Array($0.platforms.values.joined()) }
      + QuotationLexicon.everywhere.compactMap { Platform.declared($0)?.name }
    let long = names.filter { $0.unicodeScalars.count > 2 }
    add(long.filter { !QuotationLexicon.unmistakable.contains($0) }.flatMap(Self.keys), .name)
    add(names.filter { $0.unicodeScalars.count == 2 }, .shortName)
    // A single ASCII letter is looked for by itself.
    add(names.filter { $0.unicodeScalars.count == 1 && $0.utf8.count > 1 }, .shortName)
    let phrases = cues.flatMap { cues in
      Array(cues.posts.values.joined()) + Array(cues.postNouns.values.joined())
        + Array((cues.homes ?? [:]).values.joined()) + cues.social
    }
    add((phrases + QuotationLexicon.unmistakable).flatMap(Self.keys), .phrase)
    return signs
  }

  private static let ignorables = (UInt32(0)...0xFFFF).filter(QuotationParagraph.isIgnorable)
    .compactMap { Unicode.Scalar($0).map { String($0) } }

  /// The part of a printed line that JSON writes as it is.
  private static func unescaped(_ anchor: String) -> [String] {
    let parts = anchor.split { "\"\\/".contains($0) }
    return parts.max { $0.utf8.count < $1.utf8.count }.map { [String($0)] } ?? []
  }

  /// What a phrase cannot be without, however its letters are cased: a part of one of its words, in
  /// each case that its letters beyond ASCII may have.
  static func keys(of phrase: String) -> [String] {
    let phrase = phrase.hasSuffix("*") ? String(phrase.dropLast()) : phrase
    let words = phrase.split { $0.isWhitespace || $0 == "'" || $0 == "\u{2019}" }
    let parts = words.flatMap { Self.parts(of: $0) }
    guard let best = parts.max(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    return best.unicodeScalars.reduce([""]) { variants, scalar in
      let forms = Self.forms(of: scalar)
      return variants.flatMap { variant in forms.map { variant + $0 } }
    }
  }

  /// A word as far as three letters beyond ASCII that have cases, and what of it is ASCII.
  private static func parts(of word: Substring) -> [String] {
    var cased = 0
    let head = word.unicodeScalars.prefix { scalar in
      cased += forms(of: scalar).count > 1 ? 1 : 0
      return cased <= 3
    }
    let ascii = word.unicodeScalars.split { !$0.isASCII }.map {
      String(String.UnicodeScalarView($0))
    }
    return [String(String.UnicodeScalarView(head))] + ascii.filter { $0.utf8.count > 3 }
  }

  /// The spellings of a letter that count as one where phrases are compared.
  private static func forms(of scalar: Unicode.Scalar) -> [String] {
    // The scanner itself knows no case of ASCII.
    if scalar.isASCII { return [String(scalar)] }
    let folded = QuotationParagraph.folded(scalar.value)
    let upper = String(scalar).uppercased()
    let lower = String(scalar).lowercased()
    let arabic = (0x0622...0x06CC).filter { QuotationParagraph.folded($0) == folded }
      .compactMap { Unicode.Scalar($0).map { String($0) } }
    return Set([String(scalar), upper, lower] + arabic).sorted()
  }
}
