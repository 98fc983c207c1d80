import GRDB

/// One post as the index keeps it: what questions select and order by.
struct PostRow {
  /// The place of its first citation, which names it.
  let position: Int
  let component: Int
  let platform: String?
  /// The period of its publication, in milliseconds; no `first` where only a bound is known.
  let first: Int?
  let last: Int?
  let citations: Int

  /// Folds the candidates of one post.
  init(_ candidates: [Candidate], component: Int) {
    self.component = component
    position = candidates.map(\.position).min() ?? component
    platform = candidates.compactMap(\.platform).min()
    let dated = candidates.filter { $0.dateRank > 0 }.max {
      ($0.dateRank, $0.confidence, $1.id) < ($1.dateRank, $1.confidence, $0.id)
    }
    first = dated?.first
    last = dated?.last
    citations = candidates.count
  }

  func insert(into database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO post VALUES (?,?,?,?,?,?)")
      .execute(arguments: [position, component, platform, first, last, citations])
  }
}
