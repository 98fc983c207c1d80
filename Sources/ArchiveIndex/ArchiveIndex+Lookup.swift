import GRDB
public import PostModel

extension ArchiveIndex {
  /// The post that a name stands for.
  ///
  /// A name is a post's key (`x:190…`), the platform's own identifier, a canonical permalink, a media
  /// link (`pic.twitter.com/CODE`), or the identifier of one of its citations.
  public func post(_ designator: String) throws(IndexError) -> MergedPost? {
    let posts = try read { try postNumbers(designator, in: $0) }
    guard posts.count < 2 else { throw try ambiguous(designator, posts) }
    return try posts.first.flatMap { number throws(IndexError) in
      try read { try merged(number, in: $0) }
    }
  }

  /// The articles that cite the post that a name stands for, in the order of the archive.
  public func articles(citing designator: String) throws(IndexError) -> [CitingArticle] {
    var articles: [CitingArticle] = []
    var numbers: [String: Int] = [:]
    for citation in try post(designator)?.citations ?? [] {
      if let number = numbers[citation.article.id] {
        articles[number].citations.append(citation)
      } else {
        numbers[citation.article.id] = articles.count
        articles.append(CitingArticle(article: citation.article, citations: [citation]))
      }
    }
    return articles
  }

  /// The posts that an article cites, in the order of their places in it.
  ///
  /// An article is named by its identifier, its address, or the path of the file that it was read
  /// from; where several articles have the name, the posts of all are given.
  public func posts(citedBy article: String) throws(IndexError) -> [MergedPost] {
    try read { database in
      let numbers = try Int.fetchAll(
        database,
        sql: """
          SELECT post FROM citation WHERE article IN \
          (SELECT position FROM article WHERE id = ?1 OR url = ?2 OR path = ?1)
          GROUP BY post ORDER BY min(position)
          """, arguments: [article, ArticleRow.comparable(article)])
      return try numbers.compactMap { try merged($0, in: database) }
    }
  }

  /// The posts that a name may stand for, from the surest reading of the name.
  private func postNumbers(_ designator: String, in database: Database) throws -> [Int] {
    let key = PostKey(rawValue: designator)
    let readings: [(String, any DatabaseValueConvertible)] = [
      ("id = ?", CitationID(rawValue: designator).bytes),
      ("key = ?", JoinKey.key(key).value),
      ("native = ?", designator),
      ("permalink = ?", JoinKey.permalink(designator).value),
    ]
    for (condition, value) in readings {
      let posts = try Int.fetchAll(
        database, sql: "SELECT DISTINCT post FROM citation WHERE \(condition) ORDER BY post",
        arguments: [value])
      if !posts.isEmpty { return posts }
    }
    let code = designator.firstRange(of: ":pic/").map { String(designator[$0.upperBound...]) }
    guard let code = code ?? Post.code(in: designator) else { return [] }
    return try postNumbers(withCode: .code(code), in: database)
  }

  private func postNumbers(withCode code: JoinKey, in database: Database) throws -> [Int] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT post, \(CitationRow.candidateColumns) FROM citation WHERE post IN (
          SELECT position FROM post WHERE component = (SELECT component FROM link WHERE key = ?))
        """, arguments: [code.value])
    let posts = rows.filter { row in
      let candidate = CitationRow.candidate(row)
      return (candidate.mediaCodes + candidate.linkCodes).contains(code)
    }.map { $0["post"] as Int }
    return Set(posts).sorted()
  }

  private func ambiguous(_ designator: String, _ posts: [Int]) throws(IndexError) -> IndexError {
    let keys = try read { database in
      try posts.prefix(5).compactMap { try merged($0, in: database)?.post.key.rawValue }
    }
    return IndexError(
      .ambiguous,
      """
      "\(designator)" stands for \(posts.count) posts: \(keys.joined(separator: ", ")). Name one of \
      them by its key.
      """)
  }
}
