import Archive
import GRDB
import Work

/// Reads lines of the archive into the tables that do not depend on other citations; what decides on
/// posts is left in records.
///
/// Both the index that is made at once and the one that catches up begin with this.
struct ArchiveScan {
  /// The records of the citations, the first of which has the number `first`.
  private(set) var records: RecordFile<CitationRecord>
  /// The articles, or stretches of them; the first may have begun before.
  private(set) var articles: RecordFile<ArticleRecord>
  /// The number of the first citation.
  let first: Int
  private let database: Database
  private let reader: ArchiveReader
  private let work: OrderedWork
  private var names: IndexNames
  private var words: WordWriter
  private let tagged: RawStatement
  private var open: ArticleRecord?
  private var openKeys: [IndexKey] = []

  init(_ reader: ArchiveReader, _ database: Database, folder: String, work: OrderedWork) throws {
    self.reader = reader
    self.database = database
    self.work = work
    records = try RecordFile(folder: folder)
    articles = try RecordFile(folder: folder)
    names = try IndexNames(database)
    first =
      (try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'lines'") ?? 0) + 1
    // The last article goes on where its next citations follow on those that are known.
    open = try ArticleRecord.last(in: database)
    words = try WordWriter(database, from: first)
    tagged = try RawStatement(database, "INSERT OR IGNORE INTO tagged VALUES (?,?)")
  }

  /// The number of the last citation.
  var last: Int { first + records.count - 1 }

  /// Reads all lines from a place on; `take` gets the keys of citations and articles.
  mutating func read(
    from position: ArchivePosition, take: (KeyEntry) throws -> Void
  ) throws {
    var blocks = try reader.blocks(from: position)
    let tombstones = try reader.archive.tombstones()
    // Writing out a part of the words takes as long as reading a dozen blocks.
    try work.runWaiting(
      ahead: 16, next: { try blocks.next() },
      work: { try LineBatch.read($0, tombstones) },
      take: { try add($0, take: take) })
    try closeArticle(take: take)
    try words.finish()
    try database.execute(
      sql: "INSERT OR REPLACE INTO meta VALUES ('lines', ?)", arguments: [last])
  }

  private mutating func add(_ batch: LineBatch, take: (KeyEntry) throws -> Void) throws {
    let base = first + records.count
    let numbers = try names.numbers(of: batch.names)
    for key in batch.keys {
      try take(KeyEntry(key: key.key, tagged: key.tagged + UInt64(base) << 1))
    }
    var places: [UInt32] = []
    for (article, keys) in zip(batch.articles, batch.articleKeys) {
      try add(article, keys, base, numbers, take: take)
      places.append(UInt32(articles.count))
    }
    for record in batch.records {
      var record = record
      numbers.apply(to: &record)
      record.article = places[Int(record.article)]
      try records.append(record)
    }
    for entry in batch.tagged {
      tagged.bind(1, numbers.hashtag[entry.hashtag])
      tagged.bind(2, base + entry.number)
      try tagged.run()
    }
    try words.add(batch.words, first: base, count: batch.records.count)
    for trouble in batch.troubles {
      try database.execute(
        sql: "INSERT INTO trouble VALUES (?,?)", arguments: [trouble.position, trouble.message])
    }
    try batch.seen?.note(in: database)
  }

  /// Opens an article, or goes on with the one that is open.
  private mutating func add(
    _ article: ArticleRecord, _ keys: [IndexKey], _ base: Int, _ numbers: IndexNames.Numbers,
    take: (KeyEntry) throws -> Void
  ) throws {
    if open?.identity == article.identity {
      open?.count += article.count
      return
    }
    try closeArticle(take: take)
    var article = article
    article.number += base
    numbers.apply(to: &article)
    open = article
    openKeys = keys
  }

  private mutating func closeArticle(take: (KeyEntry) throws -> Void) throws {
    guard let article = open else { return }
    open = nil
    // The last article of the archive as it was may not go on.
    let goesOn = article.number >= first || article.number + article.count > first
    guard goesOn else { return }
    try articles.append(article)
    for key in openKeys {
      try take(KeyEntry(key: key, number: article.number, isNameless: false))
    }
    openKeys = []
  }
}
