package import Markup
package import PostModel

/// Reads what a page says about its article: address, title, authors, dates, language.
///
/// It trusts what is written for machines before what is written for people: JSON-LD, then Open
/// Graph and other `meta` elements, then microdata, then the elements of the article's head.
package struct ArticleReader: Sendable {
  /// Reads a date that is written for people, `12. März 2019`, in a language if it is known.
  package typealias PrintedDateReader =
    @Sendable (_ text: String, _ language: LanguageTag?) -> PostDate?

  let printedDate: PrintedDateReader?

  /// Makes a reader; without `printedDate` it reads only dates in digits or English.
  package init(printedDate: PrintedDateReader? = nil) {
    self.printedDate = printedDate
  }

  /// Reads a page that was fetched from an address, as far as that is known; `posts` is where it shows
  /// posts, in UTF-8 bytes of its text.
  package func metadata(
    in document: HTMLDocument, address: String?, posts: [Range<Int>] = []
  ) -> ArticleMetadata {
    let page = ArticlePage(document, address: address, posts: posts)
    let language = page.language
    var found = ArticleMetadata()
    found.language = language
    found.url = page.url
    found.site = page.url.flatMap(PageLocation.init)?.site
    found.title = page.title
    found.authors = page.authors
    found.published =
      page.published ?? page.dateInAddress ?? printed(in: page, language: language)
      ?? page.dateInState
    found.modified = page.modified
    return found
  }

  /// Dates in digits are read at any rate; words and other orders need a reader of printed dates.
  private func printed(in page: ArticlePage, language: LanguageTag?) -> PostDate? {
    page.printedDates.lazy.compactMap { text in
      printedDate?(text, language) ?? MachineDate.read(text, source: .printed)
    }.first { $0.precision != .year && $0.precision != .month }
  }
}
