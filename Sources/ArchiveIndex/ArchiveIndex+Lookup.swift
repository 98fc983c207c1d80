import GRDB
public import PostModel

extension ArchiveIndex {
  /// The post that a name stands for.
  ///
  /// A name is a post's key (`x:190…`), the platform's own identifier, a canonical permalink, a media
  /// link (`pic.twitter.com/CODE`), or the identifier of one of its citations.
  public func post(_ designator: String) throws(IndexError) -> MergedPost? {
    let posts = try read { try Self.postNumbers(designator, in: $0) }
    guard posts.count < 2 else { throw try ambiguous(designator, posts) }
    guard let number = posts.first else { return nil }
    return try read { database in
      var gatherer = CitationGatherer(reader, database)
      return try gatherer.post(number)
    }
  }

  /// The articles that cite the post that a name stands for, in the order of the archive.
  public func articles(citing designator: String) throws(IndexError) -> [CitingArticle] {
    guard let post = try post(designator) else { return [] }
    var articles: [CitingArticle] = []
    var numbers: [String: Int] = [:]
    for citation in post.citations {
      if let number = numbers[citation.article.id] {
        articles[number].citations.append(citation)
      } else {
        numbers[citation.article.id] = articles.count
        articles.append(
          CitingArticle(
            article: citation.article, citations: [citation],
            isCopy: post.copies.contains(citation.id)))
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
      let keys = [
        IndexKey(.article, article), IndexKey(.address, article),
        IndexKey(.address, ArticleName.comparable(article)),
      ]
      let stretches = try Set(
        keys.flatMap { try KeyTable.entries(of: $0, in: database).map(\.number) })
      var posts: [Int] = []
      for stretch in stretches.sorted() {
        posts += try Int.fetchAll(
          database,
          sql: """
            SELECT c.post FROM article a JOIN citation c
            ON c.number >= a.number AND c.number < a.number + a.count
            WHERE a.number = ? ORDER BY c.number
            """, arguments: [stretch])
      }
      var seen: Set<Int> = []
      var gatherer = CitationGatherer(reader, database)
      return try posts.filter { seen.insert($0).inserted }.compactMap { try gatherer.post($0) }
    }
  }

  /// The posts that a name may stand for, from the surest reading of the name.
  static func postNumbers(_ designator: String, in database: Database) throws -> [Int] {
    let platforms = try String.fetchAll(database, sql: "SELECT name FROM platform ORDER BY id")
    var readings: [[IndexKey]] = [
      [IndexKey(.citation, designator)],
      [IndexKey(.native, designator), IndexKey(.key, designator)],
      platforms.map { IndexKey(.native, "\($0):\(designator)") },
      [IndexKey(.permalink, designator)],
    ]
    let code = designator.firstRange(of: ":pic/").map { String(designator[$0.upperBound...]) }
    if let code = code ?? Post.code(in: designator) { readings.append([IndexKey(.code, code)]) }
    for keys in readings {
      let posts = try Set(
        keys.flatMap { key in
          try KeyTable.entries(of: key, in: database).compactMap {
            try Int.fetchOne(
              database.cachedStatement(sql: "SELECT post FROM citation WHERE number = ?"),
              arguments: [$0.number])
          }
        })
      if !posts.isEmpty { return posts.sorted() }
    }
    return []
  }

  private func ambiguous(_ designator: String, _ posts: [Int]) throws(IndexError) -> IndexError {
    let keys = try read { database in
      var gatherer = CitationGatherer(reader, database)
      return try posts.prefix(5).compactMap { try gatherer.post($0)?.post.key.rawValue }
    }
    return IndexError(
      .ambiguous,
      """
      "\(designator)" stands for \(posts.count) posts: \(keys.joined(separator: ", ")). Name one of \
      them by its key.
      """)
  }
}
