import Languages
import Platforms
import PostModel

/// A literal that is looked for in texts, and what it may be a sign of.
struct TextSign: Sendable {
  /// What a literal may be a sign of.
  enum Kind: Hashable, Sendable {
    /// A host, by its number in the probe.
    case address(Int)
    /// Something that tells of a post by itself.
    case remnant
    /// A part of what a platform printed.
    case residue
    /// The host of shortened links; words are glued to that of pictures where tags were taken away.
    case shortLink(isMedia: Bool)
    /// A character that writers set or leave out, within words too.
    case ignorable
    /// A code of a content system that may hold an id, by the number of its platform.
    case shortcode(Int)
    /// A part of phrases that can tie a quotation to a post.
    case tie
  }

  let pattern: PatternSet.Pattern
  let kind: Kind
  /// The phrases of which the literal is a part, where it alone is no sign.
  var phrases: [TiePhrase] = []

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
    add(TornCardScanner.signs, .remnant, isCaseless: false)
    for (number, platform) in Platform.all.enumerated()
    where !Self.syntaxes(of: platform).isEmpty {
      add(Shortcode.signs(of: platform), .shortcode(number))
    }
    add(ShortLinkScanner.hostNames(ofMedia: true), .shortLink(isMedia: true))
    add(ShortLinkScanner.hostNames(ofMedia: false), .shortLink(isMedia: false))
    add(ignorables, .ignorable, isCaseless: false)
    let printed = Set(ResidueScanner.anchors(of: packs).compactMap(Self.unescaped))
    return signs + parts(of: Set(printed.map { TiePhrase(printed: $0) }), .residue)
      + parts(of: phrases(of: packs), .tie)
  }

  /// The forms of ids that a code may hold.
  static func syntaxes(of platform: Platform) -> [TokenSyntax] {
    platform.payloads.filter { !$0.keys.isEmpty }.map(\.syntax)
  }

  private static func parts(of phrases: Set<TiePhrase>, _ kind: Kind) -> [TextSign] {
    let byKey = phrases.reduce(into: [String: [TiePhrase]]()) { byKey, phrase in
      for key in phrase.keys where !key.isEmpty { byKey[key, default: []].append(phrase) }
    }
    return byKey.sorted { $0.key < $1.key }.map { key, phrases in
      TextSign(
        pattern: PatternSet.Pattern(key, isCaseless: true), kind: kind, phrases: phrases)
    }
  }

  /// The phrases that can tie a quotation to a post, in all languages.
  private static func phrases(of packs: [LanguagePack]) -> Set<TiePhrase> {
    let everywhere = TiePhrase.Glue(packs)
    let names = QuotationLexicon.everywhere.compactMap { Platform.declared($0)?.name }
      .map { TiePhrase(name: $0, glue: everywhere) }
    let own = packs.flatMap { pack in
      let glue = TiePhrase.Glue(of: pack, among: packs)
      // The letter X is looked for by itself.
      let names = pack.platforms.values.joined().filter { $0.utf8.count > 1 }
      return names.map { TiePhrase(name: $0, glue: glue) }
        + (pack.quotation.map { tying($0).map { TiePhrase($0, glue: glue) } } ?? [])
    }
    return Set(names + own)
  }

  private static func tying(_ cues: QuotationCues) -> [String] {
    Array(cues.posts.values.joined()) + Array(cues.postNouns.values.joined())
      + Array((cues.homes ?? [:]).values.joined()) + cues.social
  }

  private static let ignorables = (UInt32(0)...0xFFFF).filter(QuotationParagraph.isIgnorable)
    .compactMap { Unicode.Scalar($0).map { String($0) } }

  /// The part of a printed line that JSON writes as it is; a space at its ends may be a line's end.
  private static func unescaped(_ anchor: String) -> String? {
    anchor.split { "\"\\/".contains($0) }.map { $0.trimmingSpaces() }
      .max { $0.utf8.count < $1.utf8.count }
  }
}
