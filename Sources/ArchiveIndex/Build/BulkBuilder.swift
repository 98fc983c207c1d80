import Archive
import GRDB
import Work

/// Makes the tables of an index at once, from all lines of an archive.
///
/// The lines are read once; keys are put by and sorted part by part, which shows what citations share;
/// only those posts that hold a citation without the platform's identifier are looked at closely, by
/// reading their lines again. Rows are written in the order of their numbers and indexes are made
/// last. What needs no table is worked out by other hands while this one writes. Memory is some 16 bytes a citation and what the system has room for of the records.
struct BulkBuilder {
  private let reader: ArchiveReader
  private let database: Database
  private var scan: ArchiveScan
  private var spool: KeySpool
  private let work: OrderedWork
  private var posts: PostAssignment
  /// The articles that stand in several places, by number, with the number of the first.
  private var same: [Int: Int] = [:]

  /// Makes the tables; `folder` is where files may lie meanwhile.
  static func build(
    _ reader: ArchiveReader, _ database: Database, folder: String, work: OrderedWork
  ) throws {
    try database.execute(sql: IndexSchema.tables)
    var builder = try BulkBuilder(reader, database, folder: folder, work: work)
    try builder.readLines()
    try builder.sortKeys()
    try builder.resolveMixed()
    try builder.writePosts()
    try builder.writeCitations()
    try builder.writeArticles()
    try database.execute(sql: IndexSchema.indexes)
    try database.execute(sql: IndexSchema.finish)
  }

  private init(
    _ reader: ArchiveReader, _ database: Database, folder: String, work: OrderedWork
  ) throws {
    self.reader = reader
    self.database = database
    self.work = work
    scan = try ArchiveScan(reader, database, folder: folder, work: work)
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
    var parts = (0..<KeySpool.parts).makeIterator()
    try work.runWaiting(
      next: { parts.next().map { spool.take($0) } },
      work: { try SortedKeys($0) },
      take: { keys in
        try keys.forEachRow { bucket, bytes in
          store.bind(1, bucket)
          try store.run(blob: 2, bytes)
        }
        for run in keys.shared { share(IndexKey(value: run[run.startIndex].key), run) }
      })
  }

  private mutating func share(_ key: IndexKey, _ entries: ArraySlice<KeyEntry>) {
    switch key.kind {
    case .citation: posts.drop(entries.dropFirst().map(\.number))
    case .article:
      let first = entries[entries.startIndex].number
      for entry in entries.dropFirst() { same[entry.number] = first }
    case .native: posts.joinNative(entries.map(\.number))
    default:
      if key.kind.joins { posts.share(key, entries) }
    }
  }

  private mutating func resolveMixed() throws {
    var rest = posts.mixedComponents()[...]
    let reader = reader
    let banned = posts.banned
    let scan = scan
    try work.runWaiting(
      next: { () -> MixedPosts? in
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(MixedPosts.count) }
        return MixedPosts(rest.prefix(MixedPosts.count)) { scan.records[$0 - scan.first] }
      },
      work: { try $0.resolved(reader, banned) },
      take: { for post in $0 { posts.assign(post) } })
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
    let writer = try CitationWriter(database, replaces: false)
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
