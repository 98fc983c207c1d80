import Archive
import GRDB

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
  private var indexer: LineIndexer
  private let tombstones: Tombstones
  private let words: RawStatement
  private let tagged: RawStatement
  private var open: ArticleRecord?
  private var openKeys: [IndexKey] = []

  init(_ reader: ArchiveReader, _ database: Database, folder: String) throws {
    self.reader = reader
    self.database = database
    records = try RecordFile(folder: folder)
    articles = try RecordFile(folder: folder)
    indexer = try LineIndexer(database)
    first =
      (try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'lines'") ?? 0) + 1
    tombstones = try reader.archive.tombstones()
    // The last article goes on where its next citations follow on those that are known.
    open = try ArticleRecord.last(in: database)
    words = try RawStatement(database, "INSERT INTO words(rowid, text) VALUES (?,?)")
    tagged = try RawStatement(database, "INSERT OR IGNORE INTO tagged VALUES (?,?)")
  }

  /// The number of the last citation.
  var last: Int { first + records.count - 1 }

  /// Reads all lines from a place on; `take` gets the keys of citations and articles.
  mutating func read(
    from position: ArchivePosition, take: (KeyEntry) throws -> Void
  ) throws {
    var blocks = try reader.blocks(from: position)
    while try read(&blocks, take: take) {}
    try closeArticle(take: take)
    try database.execute(
      sql: "INSERT OR REPLACE INTO meta VALUES ('lines', ?)", arguments: [last])
  }

  private mutating func read(
    _ blocks: inout LineBlocks, take: (KeyEntry) throws -> Void
  ) throws -> Bool {
    try blocks.next { lines in
      var lastLine = 0
      try lines.withEach { line, start in
        lastLine = start
        let place = ArchivePosition(segment: lines.segment, offset: lines.offset + start)
        try read(line, at: place, take: take)
      }
      let last = UnsafeRawBufferPointer(rebasing: lines.bytes[lastLine..<(lines.bytes.count - 1)])
      try IndexState.note(
        segment: lines.segment, bytes: lines.offset + lines.bytes.count,
        lastLine: lines.offset + lastLine, last, in: database)
    }
  }

  private mutating func read(
    _ line: UnsafeRawBufferPointer, at place: ArchivePosition, take: (KeyEntry) throws -> Void
  ) throws {
    // What is forgotten is found by whole citations; hardly any archive has to forget.
    if tombstones.isEmpty, UTF8Check.isValid(line), try indexer.read(line, at: place.number) {
      return try add(line, take: take)
    }
    do {
      // A line of another shape that means the same.
      let citation = try CitationCodec.decode(Array(line))
      if tombstones.covers(citation) { return }
      let usual = CitationCodec.encode(citation)
      try usual.withUnsafeBytes { bytes in
        guard try indexer.read(bytes, at: place.number) else { return }
        try add(bytes, length: line.count, take: take)
      }
    } catch let error as ArchiveError where error.code == .malformedLine {
      try database.execute(
        sql: "INSERT INTO trouble VALUES (?,?)", arguments: [place.number, error.message])
    }
  }

  private mutating func add(
    _ line: UnsafeRawBufferPointer, length: Int? = nil, take: (KeyEntry) throws -> Void
  ) throws {
    var record = indexer.record
    let number = first + records.count
    if let length { record.length = UInt32(length) }
    if open?.identity == indexer.articleKey.value {
      open?.count += 1
    } else {
      try closeArticle(take: take)
      let article = try indexer.article(of: line, number: number)
      open = article.record
      openKeys = article.keys
    }
    record.article = UInt32(articles.count)
    try records.append(record)
    let isNameless = record.native == 0
    for key in indexer.keys {
      try take(KeyEntry(key: key, number: number, isNameless: isNameless))
    }
    words.bind(1, number)
    try indexer.withWords(of: line) { try words.run(text: 2, $0) }
    for hashtag in indexer.hashtags {
      tagged.bind(1, hashtag)
      tagged.bind(2, number)
      try tagged.run()
    }
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
