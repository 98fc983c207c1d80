import GRDB
import PostModel

/// A question as SQL.
struct QueryStatement {
  private let query: PostQuery

  init(_ query: PostQuery) throws(IndexError) {
    self.query = query
    if let cursor = query.cursor { _ = try PageStart(cursor, order: query.order) }
  }

  /// How many posts match.
  func count(in database: Database) throws -> Int {
    let plan = try QueryPlan(query, in: database)
    return try Int.fetchOne(
      database, sql: "SELECT count(*) FROM post p\(plan.clause())",
      arguments: StatementArguments(plan.arguments)) ?? 0
  }

  /// The matching posts from the cursor on, one more than asked for where there are more.
  func rows(in database: Database) throws -> [Row] {
    let plan = try QueryPlan(query, in: database)
    let start = try query.cursor.map { try PageStart($0, order: query.order) }
    let wanted = max(0, query.limit) + 1
    var rows: [Row] = []
    // Dated posts come before undated ones, each with a statement that an index serves.
    for stage in PageStart.Stage.all(query.order) where rows.count < wanted {
      guard let (condition, values) = stage.condition(after: start, query.order) else { continue }
      let sql = """
        SELECT p.number, p.first, p.last, p.articles - p.copies AS weight, p.citations FROM post p\
        \(plan.clause(condition)) \
        ORDER BY \(stage.ordering(query.order, isSelective: plan.isSelective)) LIMIT ?
        """
      let arguments = plan.arguments + values + [wanted - rows.count]
      rows += try Row.fetchAll(database, sql: sql, arguments: StatementArguments(arguments))
    }
    return rows
  }
}
