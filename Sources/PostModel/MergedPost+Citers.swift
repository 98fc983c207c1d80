/// Who cites a post, told from its citations.
extension MergedPost {
  /// Who cites a post, and how widely.
  public struct Citers: Hashable, Sendable {
    /// The article that cites the post first, by its date of publication, else of capture.
    public var first: Article?
    /// The article that cites it last.
    public var last: Article?
    /// How many articles cite it.
    public var articles: Int
    /// How many of these are copies of others.
    public var copies: Int
    /// How many sites they are of.
    public var sites: Int
    /// In how many languages they are.
    public var languages: Int
  }

  /// Who cites the post, and how widely.
  ///
  /// Articles without any date are neither first nor last.
  public var citers: Citers {
    var articles: [String: Article] = [:]
    var copied: Set<String> = []
    for citation in citations {
      articles[citation.article.id] = citation.article
      if copies.contains(citation.id) { copied.insert(citation.article.id) }
    }
    let dated = articles.values.compactMap { article in
      article.citingDate.map { (date: $0, article: article) }
    }.sorted { ($0.date, $0.article.id) < ($1.date, $1.article.id) }
    return Citers(
      first: dated.first?.article, last: dated.last?.article, articles: articles.count,
      copies: copied.count, sites: Set(articles.values.compactMap(\.site)).count,
      languages: Set(articles.values.compactMap(\.language?.primary)).count)
  }

  /// The longest words that an article shows of the post, those that were cut by the platform last.
  public var fullestText: String? {
    let known = citations.filter { !($0.post.text ?? "").isEmpty }
    let whole = known.filter { !$0.findings.contains(.textCutByPlatform) && $0.form != .quote }
    let best = (whole.isEmpty ? known : whole).max {
      ($0.post.text?.count ?? 0, $1.id) < ($1.post.text?.count ?? 0, $0.id)
    }
    return best?.post.text
  }
}

extension Article {
  /// When it was published, else captured, as text that sorts by time.
  package var citingDate: String? {
    let published = published.flatMap { $0.precision == .bound ? nil : $0.value }
    return (published ?? captured).map(PostDate.sortable)
  }
}
