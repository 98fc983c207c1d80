import GRDB

/// Writes rows of posts.
struct PostWriter {
  private let insertion: RawStatement
  private let alias: RawStatement

  init(_ database: Database) throws {
    insertion = try RawStatement(database, "INSERT INTO post VALUES (?,?,?,?,?,?,?,?,?,?)")
    alias = try RawStatement(database, "INSERT INTO alias VALUES (?,?)")
  }

  func insert(_ post: PostSummary, isMixed: Bool) throws {
    insertion.bind(1, post.number)
    insertion.bind(2, post.platform)
    insertion.bind(3, post.handle)
    insertion.bind(4, post.first)
    insertion.bind(5, post.last)
    insertion.bind(6, post.citations)
    insertion.bind(7, post.articles)
    insertion.bind(8, post.copiedArticles)
    insertion.bind(9, post.has)
    insertion.bind(10, isMixed ? 1 : 0)
    try insertion.run()
    for handle in post.aliases {
      alias.bind(1, handle)
      alias.bind(2, post.number)
      try alias.run()
    }
  }
}

/// Writes rows of citations.
struct CitationWriter {
  private let insertion: RawStatement

  /// With `replaces`, rows may be there already.
  init(_ database: Database, replaces: Bool) throws {
    let verb = replaces ? "INSERT OR REPLACE" : "INSERT"
    insertion = try RawStatement(
      database, "\(verb) INTO citation VALUES (?,?,?,?,?,?,?,?,?,?,?)")
  }

  func insert(
    _ number: Int, _ record: CitationRecord, article: Int, _ place: PostAssignment.Place
  ) throws {
    insertion.bind(1, number)
    insertion.bind(2, record.position)
    insertion.bind(3, Int(record.length))
    insertion.bind(4, article)
    insertion.bind(5, place.post)
    insertion.bind(6, place.joinedBy)
    insertion.bind(7, place.certainty)
    insertion.bind(8, Int(record.form))
    insertion.bind(9, Int(record.confidence))
    insertion.bind(10, record.language == 0 ? nil : Int(record.language))
    insertion.bind(11, place.isCopy ? 1 : 0)
    try insertion.run()
  }
}

/// Writes rows of articles.
struct ArticleWriter {
  private let insertion: RawStatement

  init(_ database: Database) throws {
    insertion = try RawStatement(
      database, "INSERT OR REPLACE INTO article VALUES (?,?,?,?,?,?,?)")
  }

  func insert(_ article: ArticleRecord, same: Int) throws {
    insertion.bind(1, article.number)
    insertion.bind(2, article.count)
    insertion.bind(3, same)
    insertion.bind(4, Int(truncatingIfNeeded: article.identity))
    insertion.bind(5, article.site == 0 ? nil : Int(article.site))
    insertion.bind(6, article.language == 0 ? nil : Int(article.language))
    insertion.bind(7, article.day == .min ? nil : Int(article.day))
    try insertion.run()
  }
}

extension ArticleRecord {
  /// An article as its row has it; the title is no part of that.
  init(_ row: Row) {
    number = row["number"]
    count = row["count"]
    identity = UInt64(bitPattern: row["identity"])
    site = row["site"] ?? 0
    language = row["language"] ?? 0
    day = row["day"] ?? .min
  }

  /// The article that the archive's last citations belong to.
  static func last(in database: Database) throws -> ArticleRecord? {
    try Row.fetchOne(database, sql: "SELECT * FROM article ORDER BY number DESC LIMIT 1")
      .map(ArticleRecord.init)
  }
}
