import Languages
import Markup
import PostModel

/// Tells whether the words of a document, without its markup, may repeat a post.
struct WordsPrefilter: Sendable {
  let words: TextReader
  let residues: ResidueScanner

  /// Whether a page's words hold an author's line that lost its embed, or quote a post.
  func mayCite(_ page: PageSkim) -> Bool {
    OrphanReader.mayFind(in: page.text, residues)
      || PageProseReader.mayQuote(
        page.text, in: page.language.flatMap { LanguageTag($0) }, words: words)
  }
}
