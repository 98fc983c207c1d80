import Languages
import Markup
import PostModel

/// Reads the words of a page's article for quotations and for posts that were pasted as text.
struct PageProseReader {
  let context: MarkupContext
  let words: TextReader

  /// Whether the page's words hold any quotation of a post, as far as its language is known so far.
  func mayQuote(in declared: LanguageTag?) -> Bool {
    Self.mayQuote(context.document.text, in: declared, words: words)
  }

  /// Whether words hold any quotation of a post, in a language that is declared or else guessed.
  static func mayQuote(
    _ text: String, in declared: LanguageTag?, words: TextReader
  ) -> Bool {
    guard words.mayTie(in: text) else { return false }
    let language = declared ?? LanguageGuess.language(of: text)?.language
    return !words.prose(in: text, context: TextContext(language: language)).isEmpty
  }

  /// What the article's own words hold; the site's furniture is left out.
  func findings(_ text: TextContext) -> MarkupFindings {
    var found = MarkupFindings()
    for sighting in words.prose(in: context.document.text, context: text) {
      guard let element = context.document.element(holding: sighting.utf8Range) else { continue }
      var sighting = sighting
      sighting.location = .element(path: element.path, utf8Range: sighting.utf8Range)
      found.take(sighting, at: element, in: context)
    }
    return found
  }
}
