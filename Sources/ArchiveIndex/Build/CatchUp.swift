import Archive
import GRDB
import Work

/// Adds the lines that an index has not seen.
///
/// Only posts that the new citations touch, directly or through others, are resolved anew, each with
/// all that could belong to it; so the rows are those that an index made at once would have.
struct CatchUp {
  private let reader: ArchiveReader
  private let database: Database
  private var scan: ArchiveScan
  private var names: IndexNames
  private var lines: CitationReader
  private var neighbours: Neighbourhood

  /// Adds the lines from a place on.
  static func run(
    _ reader: ArchiveReader, _ database: Database, from position: ArchivePosition, folder: String,
    work: OrderedWork
  ) throws {
    var catchUp = try CatchUp(reader, database, from: position, folder: folder, work: work)
    try catchUp.writeArticles()
    try catchUp.resolve()
  }

  private init(
    _ reader: ArchiveReader, _ database: Database, from position: ArchivePosition, folder: String,
    work: OrderedWork
  ) throws {
    self.reader = reader
    self.database = database
    scan = try ArchiveScan(reader, database, folder: folder, work: work)
    var entries: [KeyEntry] = []
    try scan.read(from: position) { entries.append($0) }
    try KeyTable.add(entries, to: database)
    names = try IndexNames(database)
    lines = CitationReader(reader)
    neighbours = try Neighbourhood(
      of: entries, first: scan.first, in: database, reader: reader)
  }

  private func writeArticles() throws {
    let writer = try ArticleWriter(database)
    for index in stride(from: 0, to: scan.articles.count, by: 1) {
      let article = scan.articles[index]
      let entries = try KeyTable.entries(of: IndexKey(value: article.identity), in: database)
      try writer.insert(article, same: entries.first?.number ?? article.number)
    }
  }

  private mutating func resolve() throws {
    let places = (0..<scan.records.count).map { scan.records[$0].position }
    let lengths = (0..<scan.records.count).map { Int(scan.records[$0].length) }
    let first = scan.first
    try neighbours.explore { number in
      number >= first ? (places[number - first], lengths[number - first]) : nil
    }
    try removePosts()
    let posts = try PostWriter(database)
    let citations = try CitationWriter(database, replaces: true)
    for component in neighbours.components() {
      let candidates = component.map { neighbours.candidate($0) }
      for group in PostResolver.groups(of: candidates) {
        try write(group, of: candidates, isMixed: component.isMixed, posts, citations)
      }
    }
  }

  private mutating func write(
    _ group: PostResolver.Group, of candidates: [Candidate], isMixed: Bool,
    _ posts: PostWriter, _ citations: CitationWriter
  ) throws {
    let members = try group.members.map { try member(candidates[$0].number) }
    let summary = PostSummary(members)
    try posts.insert(summary, isMixed: isMixed)
    try count(summary)
    for (place, member) in members.enumerated() {
      try citations.insert(
        member.number, member.record, article: member.article.number,
        PostAssignment.Place(
          post: summary.number, joinedBy: group.kinds[place].rawValue,
          certainty: group.certainties[place], isCopy: summary.copies.contains(place)))
    }
  }

  private mutating func member(_ number: Int) throws -> PostSummary.Member {
    if number >= scan.first {
      let record = scan.records[number - scan.first]
      return try member(number, record, article: scan.articles[Int(record.article)].number)
    }
    let lookup = try database.cachedStatement(
      sql: "SELECT position, length, article FROM citation WHERE number = ?")
    guard let row = try Row.fetchOne(lookup, arguments: [number]) else {
      throw IndexError(.database, "The index has no citation \(number). Make it anew: roost index.")
    }
    let position: Int = row["position"]
    let line = try lines.line(at: ArchivePosition(number: position), length: row["length"])
    var indexer = LineIndexer()
    if !line.withUnsafeBytes({ indexer.read($0, at: position) }) {
      let usual = CitationCodec.encode(try CitationCodec.decode(line))
      _ = usual.withUnsafeBytes { indexer.read($0, at: position) }
    }
    var record = indexer.record
    try names.numbers(of: indexer.names).apply(to: &record)
    record.length = row["length"]
    return try member(number, record, article: row["article"])
  }

  private func member(
    _ number: Int, _ record: CitationRecord, article: Int
  ) throws -> PostSummary.Member {
    let lookup = try database.cachedStatement(sql: "SELECT * FROM article WHERE number = ?")
    let row = try Row.fetchOne(lookup, arguments: [article])
    return PostSummary.Member(
      number: number, record: record, article: row.map(ArticleRecord.init) ?? ArticleRecord(),
      same: row?["same"] ?? article)
  }

  /// Removes the posts that hold what is resolved anew.
  private func removePosts() throws {
    let lookup = try database.cachedStatement(
      sql: "SELECT post FROM citation WHERE number = ?")
    var posts: Set<Int> = []
    for number in neighbours.numbers where number < scan.first {
      if let post = try Int.fetchOne(lookup, arguments: [number]) { posts.insert(post) }
    }
    let discount = try database.cachedStatement(
      sql: """
        UPDATE handle SET posts = posts - 1, articles = handle.articles - p.articles,
          copies = handle.copies - p.copies
        FROM (SELECT handle, articles, copies FROM post WHERE number = ?) AS p
        WHERE id = p.handle
        """)
    let removal = try database.cachedStatement(sql: "DELETE FROM post WHERE number = ?")
    let aliases = try database.cachedStatement(sql: "DELETE FROM alias WHERE post = ?")
    for post in posts {
      for statement in [discount, removal, aliases] { try statement.execute(arguments: [post]) }
    }
  }

  private func count(_ post: PostSummary) throws {
    guard let handle = post.handle else { return }
    let statement = try database.cachedStatement(
      sql: """
        UPDATE handle SET posts = posts + 1, articles = articles + ?2, copies = copies + ?3
        WHERE id = ?1
        """)
    try statement.execute(arguments: [handle, post.articles, post.copiedArticles])
  }
}
