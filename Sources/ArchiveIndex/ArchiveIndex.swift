public import Archive
import GRDB
public import PostModel

/// Answers questions about the posts in an archive.
///
/// An index is made from the archive's lines and holds nothing else: it catches up whenever it is
/// opened, is made anew when it does not fit the archive, and may be deleted at any time. Where the
/// archive's folder cannot be written and has no index that is up to date, one is made in memory.
///
/// Whole citations are read from the archive, so the archive must stay where it is.
public struct ArchiveIndex: Sendable {
  /// The archive.
  public let archive: Archive
  /// Whether the index is in memory only, since the archive's folder cannot be written.
  public let isTemporary: Bool
  let database: DatabaseQueue
  let reader: ArchiveReader

  /// Opens the index of an archive and brings it up to date.
  public init(archive: Archive) throws(IndexError) {
    let store = try IndexStore(archive).open()
    self.init(archive: archive, database: store.database, isTemporary: store.isTemporary)
  }

  init(archive: Archive, database: DatabaseQueue, isTemporary: Bool) {
    self.archive = archive
    self.database = database
    self.isTemporary = isTemporary
    reader = ArchiveReader(archive)
  }

  /// Makes the index of an archive anew.
  public static func rebuild(_ archive: Archive) throws(IndexError) {
    try IndexStore(archive).rebuild()
  }

  /// Brings the index up to date with an archive that has grown since it was opened.
  public func catchUp() throws(IndexError) {
    try IndexError.wrapping(archive.indexPath) {
      try IndexBuilder(reader: reader, database: database, folder: archive.path).catchUp()
    }
  }

  /// The posts that a question asks for, a page of them.
  public func posts(matching query: PostQuery) throws(IndexError) -> PostPage {
    let statement = try QueryStatement(query)
    return try read { database in
      let rows = try statement.rows(in: database)
      let shown = rows.prefix(max(0, query.limit))
      let next = rows.count > shown.count ? shown.last : nil
      var merger = CitationGatherer(reader, database)
      return PostPage(
        posts: try shown.compactMap {
          try merger.post($0["number"], isCitedOnce: $0["citations"] as Int == 1)
        },
        next: next.map { PageStart($0, order: query.order).cursor(query.order) })
    }
  }

  /// How many posts a question asks for, whatever its limit and cursor.
  public func count(matching query: PostQuery) throws(IndexError) -> Int {
    let statement = try QueryStatement(query)
    return try read { try statement.count(in: $0) }
  }

  /// The lines of the archive that are no citations, with what is wrong with them.
  public func unreadableLines() throws(IndexError) -> [Diagnostic] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM trouble ORDER BY position").map { row in
        let position = ArchivePosition(number: row["position"])
        return Diagnostic(
          .error, row["message"], path: reader.path(ofSegment: position.segment),
          offset: position.offset)
      }
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
    try IndexError.wrapping(archive.indexPath) { try database.read(body) }
  }
}

/// Reads the citations of posts and merges them.
struct CitationGatherer {
  private let database: Database
  private var lines: CitationReader

  init(_ reader: ArchiveReader, _ database: Database) {
    self.database = database
    lines = CitationReader(reader)
  }

  /// The post that is named by the number of its first citation; where that is known to be the only
  /// one, it is found without an index.
  mutating func post(_ number: Int, isCitedOnce: Bool = false) throws -> MergedPost? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT position, length, joinedBy, certainty, isCopy FROM citation
        WHERE \(isCitedOnce ? "number" : "post") = ? ORDER BY number
        """)
    var citations: [Citation] = []
    var joins: [MergedPost.Join] = []
    var copies: Set<CitationID> = []
    let rows = try Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() {
      let citation = try lines.citation(
        at: ArchivePosition(number: row[0]), length: row[1])
      citations.append(citation)
      if row[4] as Int == 1 { copies.insert(citation.id) }
      guard let kind = PostResolver.Kind(rawValue: row[2]), kind != .alone else { continue }
      joins.append(
        MergedPost.Join(
          citation: citation.id, key: kind.name, certainty: Double(row[3] as Int) / 1000))
    }
    var merged = PostMerger.merge(citations, joins: joins)
    merged?.copies = copies
    return merged
  }
}
