import Languages
import Markup
import PostModel

/// Reads the words of a page's article for quotations and for posts that were pasted as text.
struct PageProseReader {
  let context: MarkupContext
  let words: TextReader

  /// The fallbacks of embeds of which only the author's line is left, without any link: the page
  /// still shows that a post stood there, and whose.
  func orphans() -> MarkupFindings {
    var found = MarkupFindings()
    let text = TextBytes(context.document.text)
    for residue in Self.orphans(in: text, residues: context.fallbacks.residues) {
      guard let platform = residue.platform, let element = context.holder(of: residue.range) else {
        continue
      }
      var sighting = Sighting(
        .blockquote, at: .element(path: element.path, utf8Range: residue.range),
        platform: platform, confidence: 0.8)
      sighting.author = Account(handle: residue.handle, name: residue.name)
      sighting.dates = [residue.date].compactMap(\.self)
      sighting.note("author", "markup.orphan", text.string(residue.range))
      found.take(sighting, at: element, in: context)
    }
    return found
  }

  /// Whether a text holds the author's line of a post.
  static func mayHoldOrphan(_ text: String, residues: ResidueScanner) -> Bool {
    guard mayHoldHandle(text) else { return false }
    return !orphans(in: TextBytes(text), residues: residues).isEmpty
  }

  private static func orphans(in text: TextBytes, residues: ResidueScanner) -> [Residue] {
    guard mayHoldHandle(text.text) else { return [] }
    return residues.residues(in: text).filter {
      $0.role == .attribution && $0.handle != nil && $0.platform != nil
    }
  }

  /// Such a line holds a handle, and most pages hold none.
  private static func mayHoldHandle(_ text: String) -> Bool {
    signs.contains { $0.occurs(in: text) }
  }

  private static let signs = ["(@", "（@", " @", "u/"].map(ByteNeedle.init)

  /// Whether the page's words hold any quotation of a post, as far as its language is known so far.
  func mayQuote(in declared: LanguageTag?) -> Bool {
    Self.mayQuote(context.document.text, in: declared, words: words)
  }

  /// Whether words hold any quotation of a post, in a language that is declared or else guessed.
  static func mayQuote(
    _ text: String, in declared: LanguageTag?, words: TextReader
  ) -> Bool {
    let language = declared ?? LanguageGuess.language(of: text)?.language
    return !words.prose(in: text, context: TextContext(language: language)).isEmpty
  }

  /// What the article's own words hold; the site's furniture is left out.
  func findings(_ text: TextContext) -> MarkupFindings {
    var found = MarkupFindings()
    for sighting in words.prose(in: context.document.text, context: text) {
      guard let element = context.holder(of: sighting.utf8Range) else { continue }
      var sighting = sighting
      sighting.location = .element(path: element.path, utf8Range: sighting.utf8Range)
      found.take(sighting, at: element, in: context)
    }
    return found
  }
}
