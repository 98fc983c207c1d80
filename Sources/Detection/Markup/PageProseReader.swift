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
    // Such a line holds a handle, and most pages hold none.
    guard Self.signs.contains(where: { $0.occurs(in: context.document.text) }) else { return found }
    let text = TextBytes(context.document.text)
    for residue in context.fallbacks.residues.residues(in: text)
    where residue.role == .attribution && residue.handle != nil {
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

  private static let signs = ["(@", "（@", " @", "u/"].map(ByteNeedle.init)

  /// Whether the page's words hold any quotation of a post, as far as its language is known so far.
  func mayQuote(in declared: LanguageTag?) -> Bool {
    let text = context.document.text
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
