import Languages
import Markup
import PostModel

/// Tells whether the words of a document, without its markup, may repeat a post.
struct WordsPrefilter: Sendable {
  let words: TextReader
  let residues: ResidueScanner

  /// Whether a page's words hold the author's line of a post that lost its embed or its link, or quote
  /// a post.
  func mayCite(_ page: PageSkim) -> Bool {
    OrphanReader.mayFind(in: page.text, residues) || UnlinkedPostReader.mayFind(in: page.text)
      || PageProseReader.mayQuote(
        page.text, in: page.language.flatMap { LanguageTag($0) }, words: words)
  }
}
