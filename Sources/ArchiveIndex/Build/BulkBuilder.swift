import Archive
import GRDB

/// Makes the tables of an index at once, from all lines of an archive.
///
/// The lines are read once; keys are put by and sorted part by part, which shows what citations share;
/// only those posts that hold a citation without the platform's identifier are looked at closely, by
/// reading their lines again. Rows are written in the order of their numbers and indexes are made
/// last. Memory is some 16 bytes a citation and what the system has room for of the records.
struct BulkBuilder {
  private let reader: ArchiveReader
  private let database: Database
  private var scan: ArchiveScan
  private var spool: KeySpool
  private var posts: PostAssignment
  /// The articles that stand in several places, by number, with the number of the first.
  private var same: [Int: Int] = [:]

  /// Makes the tables; `folder` is where files may lie meanwhile.
  static func build(
    _ reader: ArchiveReader, _ database: Database, folder: String
  ) throws {
    try database.execute(sql: IndexSchema.tables)
    var builder = try BulkBuilder(reader, database, folder: folder)
    try builder.readLines()
    try builder.sortKeys()
    try builder.resolveMixed()
    try builder.writePosts()
    try builder.writeCitations()
    try builder.writeArticles()
    try database.execute(sql: IndexSchema.indexes)
    try database.execute(sql: IndexSchema.finish)
  }

  private init(_ reader: ArchiveReader, _ database: Database, folder: String) throws {
    self.reader = reader
    self.database = database
    scan = try ArchiveScan(reader, database, folder: folder)
    spool = KeySpool(folder: folder)
    posts = PostAssignment(count: 0)
  }

  private mutating func readLines() throws {
    try scan.read(from: .start) { try spool.append($0) }
    posts = PostAssignment(count: scan.records.count)
  }

  /// Writes the table of keys; on the way, joins what shares one.
  private mutating func sortKeys() throws {
    let store = try RawStatement(database, "INSERT INTO keys VALUES (?,?)")
    var bytes: [UInt8] = []
    for part in 0..<KeySpool.parts {
      let entries = try spool.takeSorted(part)
      try entries.withUnsafeBufferPointer { entries in
        try Self.forEachRun(entries, by: { KeyTable.bucket(of: $0) }) { bucket, run in
          KeyTable.encode(run, into: &bytes)
          store.bind(1, bucket)
          try bytes.withUnsafeBytes { try store.run(blob: 2, $0) }
        }
        Self.forEachRun(entries, by: { $0 }) { key, run in
          if run.count > 1 { share(IndexKey(value: key), run) }
        }
      }
    }
  }

  private static func forEachRun<Group: Equatable>(
    _ entries: UnsafeBufferPointer<KeyEntry>, by group: (UInt64) -> Group,
    _ body: (Group, UnsafeBufferPointer<KeyEntry>) throws -> Void
  ) rethrows {
    var start = 0
    while start < entries.count {
      let value = group(entries[start].key)
      var end = start + 1
      while end < entries.count, group(entries[end].key) == value { end += 1 }
      try body(value, UnsafeBufferPointer(rebasing: entries[start..<end]))
      start = end
    }
  }

  private mutating func share(_ key: IndexKey, _ entries: UnsafeBufferPointer<KeyEntry>) {
    switch key.kind {
    case .citation: posts.drop(entries.dropFirst().map(\.number))
    case .article:
      for entry in entries.dropFirst() { same[entry.number] = entries[0].number }
    case .native: posts.joinNative(entries.map(\.number))
    default:
      if key.kind.joins { posts.share(key, Array(entries)) }
    }
  }

  private mutating func resolveMixed() throws {
    var lines = CandidateReader(reader)
    for component in posts.mixedComponents() {
      let candidates = try component.map { number in
        let record = scan.records[number - scan.first]
        return try lines.candidate(
          number, at: record.position, length: Int(record.length), banned: posts.banned)
      }
      for group in PostResolver.groups(of: candidates) { posts.assign(group, candidates) }
    }
  }

  private func member(_ number: Int) -> PostSummary.Member {
    let record = scan.records[number - 1]
    let article = scan.articles[Int(record.article)]
    return PostSummary.Member(
      number: number, record: record, article: article,
      same: same[article.number] ?? article.number)
  }

  private mutating func writePosts() throws {
    let writer = try PostWriter(database)
    var counts: [HandleCount] = []
    var copies: [Int] = []
    try posts.forEachPost { members, isMixed in
      let summary = PostSummary(members.map { member($0) })
      try writer.insert(summary, isMixed: isMixed)
      copies += summary.copies.map { members[$0] }
      guard let handle = summary.handle else { return }
      while counts.count <= handle { counts.append(HandleCount()) }
      counts[handle].add(summary)
    }
    for number in copies { posts.markCopy(number) }
    try write(counts)
  }

  private func write(_ counts: [HandleCount]) throws {
    let update = try RawStatement(
      database, "UPDATE handle SET posts = ?2, articles = ?3, copies = ?4 WHERE id = ?1")
    for (handle, count) in counts.enumerated() where count.posts > 0 {
      update.bind(1, handle)
      update.bind(2, count.posts)
      update.bind(3, count.articles)
      update.bind(4, count.copies)
      try update.run()
    }
  }

  private mutating func writeCitations() throws {
    let writer = try CitationWriter(database)
    let duplicate = try RawStatement(database, "INSERT INTO duplicate VALUES (?)")
    for number in stride(from: 1, through: scan.records.count, by: 1) {
      guard let place = posts.place(of: number) else {
        duplicate.bind(1, number)
        try duplicate.run()
        continue
      }
      let record = scan.records[number - 1]
      try writer.insert(
        number, record, article: scan.articles[Int(record.article)].number, place)
    }
  }

  private func writeArticles() throws {
    let writer = try ArticleWriter(database)
    for index in stride(from: 0, to: scan.articles.count, by: 1) {
      let article = scan.articles[index]
      try writer.insert(article, same: same[article.number] ?? article.number)
    }
  }
}

/// What is counted of a handle.
struct HandleCount {
  var posts = 0
  var articles = 0
  var copies = 0

  mutating func add(_ post: PostSummary) {
    posts += 1
    articles += post.articles
    copies += post.copiedArticles
  }
}
