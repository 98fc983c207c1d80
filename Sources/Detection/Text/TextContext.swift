package import PostModel

/// What is known of the article whose text is searched.
package struct TextContext: Sendable {
  /// The article's language.
  package var language: LanguageTag?
  /// The article's date.
  package var published: PostDate?

  /// Says what is known.
  package init(language: LanguageTag? = nil, published: PostDate? = nil) {
    self.language = language
    self.published = published
  }
}
