package import PostModel

/// What a page says about the article that it carries.
package struct ArticleMetadata: Hashable, Sendable {
  /// The canonical address, absolute.
  package var url: String?
  /// The headline, without the site's name.
  package var title: String?
  /// The host of the address, without `www.`.
  package var site: String?
  /// Who wrote it, in the order of the page.
  package var authors: [String] = []
  /// When it was first published.
  package var published: PostDate?
  /// When it was last changed.
  package var modified: PostDate?
  /// The language that it declares.
  package var language: LanguageTag?
}
