import Archive
import GRDB
import Work

/// Makes the tables of an index at once, from all lines of an archive.
///
/// The lines are read once; keys are put by and sorted part by part, which shows what citations share;
/// only those posts that hold a citation without the platform's identifier are looked at closely, by
/// reading their lines again. Rows are written in the order of their numbers and indexes are made
/// last. What needs no table is worked out by other hands while this one writes. Memory is some 20
/// bytes a citation and what the system has room for of the records.
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
    try builder.writePosts()
    try database.execute(sql: IndexSchema.postIndexes)
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
      guard key.kind.joins else { return }
      let (records, first) = (scan.records, scan.first)
      posts.share(key, entries) { records[$0 - first].words }
    }
  }

  /// Resolves what leaves a choice, and writes meanwhile what is known already: the articles, then the
  /// posts before those that are being resolved.
  private mutating func writePosts() throws {
    let components = posts.mixedComponents()
    var start = 0
    var rows = try BulkRows(scan, same, database)
    try work.runWaiting(
      ahead: 64,
      next: { () -> MixedPosts? in
        guard start < components.count else { return nil }
        let end = min(start + MixedPosts.count, components.count)
        defer { start = end }
        let bound = end < components.count ? components[end][0] : scan.records.count + 1
        return MixedPosts(components[start..<end], bound: bound) { scan.records[$0 - scan.first] }
      },
      work: { [reader, banned = posts.banned] in try $0.resolved(reader, banned) },
      meanwhile: writeArticles,
      take: { resolved in
        for post in resolved.posts { posts.assign(post) }
        try rows.write(before: resolved.bound, of: &posts)
      })
    try rows.write(before: scan.records.count + 1, of: &posts)
    try rows.finish(in: database)
  }

  private func writeArticles() throws {
    let writer = try ArticleWriter(database)
    for index in stride(from: 0, to: scan.articles.count, by: 1) {
      let article = scan.articles[index]
      try writer.insert(article, same: same[article.number] ?? article.number)
    }
    try database.execute(sql: IndexSchema.articleIndexes)
  }
}
