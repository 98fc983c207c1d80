package import Languages
import Platforms
package import PostModel

/// Finds prose that quotes posts: quotation, cue, source, platform and date.
///
/// A quotation counts only if its sentence, or one beside it, ties it to a post. The time is linear in
/// the length of the text.
package struct QuotationScanner: Sendable {
  private let lexicons: [String: QuotationLexicon]
  private let dates: DateScanner
  private let addresses: PostAddressReader

  /// Compiles the cues of languages; make one and share it.
  package init(packs: [LanguagePack], dates: DateScanner) {
    self.dates = dates
    addresses = PostAddressReader()
    lexicons = packs.reduce(into: [:]) { lexicons, pack in
      lexicons[pack.language.rawValue] = Self.lexicon(of: pack, among: packs)
    }
  }

  /// The cues of a language, with those that it borrows; `nil` where the pack has none.
  static func lexicon(of pack: LanguagePack, among packs: [LanguagePack]) -> QuotationLexicon? {
    guard let cues = pack.quotation else { return nil }
    let others = packs.filter { other in
      other.language != pack.language
        && (cues.with ?? []).contains { $0 == other.language.rawValue }
    }
    return QuotationLexicon(
      packs: [pack] + others, cues: [cues] + others.compactMap(\.quotation))
  }

  /// The quotations of posts in a text, in the order of their places.
  ///
  /// `ties` are the offsets behind all phrases that can tie a quotation to a post, where they are known;
  /// `blocks` are the places of what Markdown quotes behind a colon.
  package func sightings(
    in text: String, context: TextContext, ties: [Int]? = nil, blocks: [Range<Int>] = []
  ) -> [Sighting] {
    guard let lexicon = lexicon(of: context.language) else { return [] }
    var reader = QuotationReader(
      lexicon: lexicon, dates: dates, addresses: addresses, context: context)
    let bytes = Array(text.utf8)
    var tied = ties.map { TiedParagraphs($0) }
    var blocks = blocks[...]
    var end = 0
    for paragraph in QuotationParagraphs(bytes) {
      let isTied = tied?.next(paragraph) ?? true
      while let block = blocks.first, block.upperBound <= paragraph.lowerBound {
        blocks.removeFirst()
      }
      if paragraph.lowerBound < end { continue }
      if isTied, let block = blocks.first, block.contains(paragraph.lowerBound),
        reader.readBlock(bytes[paragraph.lowerBound..<max(block.upperBound, paragraph.upperBound)])
      {
        end = block.upperBound
        continue
      }
      reader.read(bytes[paragraph], isTied: isTied)
    }
    return reader.drafts.compactMap(\.sighting)
  }

  /// Whether a paragraph may hold a quotation in any language at all.
  func mayQuote(_ paragraph: ArraySlice<UInt8>) -> Bool {
    let isASCII = paragraph.allSatisfy { $0 < 0x80 }
    return lexicons.values.contains { lexicon in
      // The languages that quote after a colon alone are not written in ASCII.
      !(isASCII && lexicon.cues.bareColon ?? false) && lexicon.mayQuote(paragraph)
    }
  }

  private func lexicon(of language: LanguageTag?) -> QuotationLexicon? {
    guard let language else { return lexicons["en"] }
    if let own = lexicons[language.rawValue] { return own }
    let primary = Self.aliases[language.primary] ?? language.primary
    return lexicons[primary]
  }

  /// Languages that are read with the cues of another one.
  private static let aliases = [
    "nb": "no", "nn": "no", "bs": "hr", "sh": "sr", "ms": "id", "zh": "zh-Hans",
  ]
}
