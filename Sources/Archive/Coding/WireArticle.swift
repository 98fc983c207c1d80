import PostModel

/// `article` of a line as JSON has it.
struct WireArticle: Decodable {
  let id: String
  let url: String?
  let title: String?
  let site: String?
  let authors: [String]?
  let published: WireDate?
  let lang: String?
  let captured: String?
  let source: WireProvenance
  let digest: String

  var value: Article {
    var article = Article(id: id, source: source.value, digest: digest)
    article.url = url
    article.title = title
    article.site = site
    article.authors = authors ?? []
    article.published = published?.date
    article.language = lang.flatMap { LanguageTag($0) }
    article.captured = captured
    return article
  }
}

/// `source` of an article as JSON has it.
struct WireProvenance: Decodable {
  let path: String
  let format: String
  let record: String?
  let offset: Int?
  let length: Int?

  var value: Provenance {
    Provenance(path: path, format: format, record: record, offset: offset, length: length)
  }
}
