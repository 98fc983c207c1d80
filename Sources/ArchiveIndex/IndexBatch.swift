import Archive
import GRDB
import PostModel

/// The folding of some lines, in one transaction.
///
/// Citations that share a key, directly or through others, make a component. Only components that
/// the lines touch are resolved anew, each as a whole, so that the rows are a function of the
/// archive's lines and not of the order in which they were folded.
struct IndexBatch {
  private let database: Database
  private let tombstones: Tombstones
  /// Candidates of these lines by component; a component is named by its first citation.
  private var touched: [Int: [Candidate]] = [:]

  init(_ database: Database, forgetting tombstones: Tombstones = Tombstones()) {
    self.database = database
    self.tombstones = tombstones
  }

  /// Folds lines that follow on those folded before.
  consuming func fold(_ lines: [ArchiveLine]) throws {
    for line in lines {
      do {
        let citation = try line.citation()
        if !tombstones.covers(citation) { try insert(citation, of: line) }
      } catch let error as ArchiveError where error.code == .malformedLine {
        try database.execute(
          sql: "INSERT INTO trouble VALUES (?,?)",
          arguments: [line.position.number, error.message])
      }
    }
    for component in touched.keys.sorted() {
      try resolve(component)
    }
    try IndexState.note(lines, in: database)
  }

  private mutating func insert(_ citation: Citation, of line: ArchiveLine) throws {
    let row = CitationRow(
      citation, position: line.position.number, length: line.bytes.count)
    let known = try database.cachedStatement(sql: "SELECT 1 FROM citation WHERE id = ?")
    guard try Int.fetchOne(known, arguments: [citation.id.bytes]) == nil else { return }
    try row.insert(
      into: database, article: try ArticleRow(citation.article, of: line).number(in: database),
      wording: try Wording.number(of: citation.post.text, in: database))
    try place(row.candidate)
  }

  /// Finds the component of a candidate, joining those that it connects.
  private mutating func place(_ candidate: Candidate) throws {
    let keys = candidate.keys
    let lookup = try database.cachedStatement(sql: "SELECT component FROM link WHERE key = ?")
    let found = try Set(keys.compactMap { try Int.fetchOne(lookup, arguments: [$0.value]) })
    let component = found.min() ?? candidate.position
    for other in found where other != component {
      try absorb(other, into: component)
    }
    try point(keys, to: component)
    touched[component, default: []].append(candidate)
  }

  private mutating func absorb(_ other: Int, into component: Int) throws {
    let fresh = touched.removeValue(forKey: other) ?? []
    try point((try folded(in: other) + fresh).flatMap(\.keys), to: component)
    try database.execute(
      sql: "UPDATE post SET component = ? WHERE component = ?", arguments: [component, other])
    touched[component, default: []] += fresh
  }

  private func point(_ keys: [JoinKey], to component: Int) throws {
    let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO link VALUES (?,?)")
    for key in keys {
      try statement.execute(arguments: [key.value, component])
    }
  }

  /// The candidates of a component that earlier transactions folded.
  private func folded(in component: Int) throws -> [Candidate] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(CitationRow.candidateColumns) FROM citation
        WHERE post IN (SELECT position FROM post WHERE component = ?)
        """)
    return try Row.fetchAll(statement, arguments: [component]).map(CitationRow.candidate)
  }

  private func resolve(_ component: Int) throws {
    let candidates = (try folded(in: component) + (touched[component] ?? []))
      .sorted { $0.position < $1.position }
    try database.cachedStatement(sql: "DELETE FROM post WHERE component = ?")
      .execute(arguments: [component])
    for group in PostResolver.groups(of: candidates) {
      let post = PostRow(group.members.map { candidates[$0] }, component: component)
      try post.insert(into: database)
      for (member, kind) in zip(group.members, group.kinds) {
        try database.cachedStatement(
          sql: "UPDATE citation SET post = ?, joinedBy = ?, certainty = ? WHERE position = ?"
        ).execute(arguments: [
          post.position, kind.rawValue, kind.certainty(of: candidates[member]),
          candidates[member].position,
        ])
      }
    }
  }
}
