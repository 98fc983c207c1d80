import GRDB
import PostModel

/// A question as SQL.
struct QueryStatement {
  private var conditions: [String] = []
  private var arguments: [(any DatabaseValueConvertible)?] = []
  private let query: PostQuery

  init(_ query: PostQuery) throws(IndexError) {
    self.query = query
    try addDates()
    addPost()
    addCitation()
    addWords()
  }

  /// How many posts match.
  func count(in database: Database) throws -> Int {
    let sql = "SELECT count(*) FROM post p\(clause(conditions))"
    return try Int.fetchOne(database, sql: sql, arguments: StatementArguments(arguments)) ?? 0
  }

  /// The matching posts from the cursor on, one more than asked for where there are more.
  func rows(in database: Database) throws -> [Row] {
    let start = try query.cursor.map { try PageStart($0, order: query.order) }
    let (condition, values) = start?.condition(query.order) ?? (nil, [])
    let sql = """
      SELECT p.position, p.first, p.citations FROM post p\
      \(clause(conditions + [condition].compactMap(\.self))) \
      ORDER BY \(Self.ordering(query.order)) LIMIT ?
      """
    let all = arguments + values + [max(0, query.limit) + 1]
    return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(all))
  }

  private static func ordering(_ order: PostQuery.Order) -> String {
    switch order {
    case .newest: "p.first DESC NULLS LAST, p.position"
    case .oldest: "p.first NULLS LAST, p.position"
    case .mostCited: "p.citations DESC, p.position"
    case .archive: "p.position"
    }
  }

  private func clause(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }

  private mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
    conditions.append(condition)
    arguments += values
  }

  private mutating func addDates() throws(IndexError) {
    let since = try query.since.map { text throws(IndexError) in try Self.period(text) }
    let until = try query.until.map { text throws(IndexError) in try Self.period(text) }
    guard since != nil || until != nil else { return }
    let from = since?.first ?? .min
    let to = until?.last ?? .max
    // A post that is younger than it may be is told by the end of its bound alone.
    let undated =
      query.includesUndated ? " OR p.first IS NULL AND (p.last IS NULL OR p.last >= ?)" : ""
    add("(p.first <= ? AND p.last >= ?\(undated))", to, from)
    if query.includesUndated { arguments.append(from) }
  }

  private mutating func addPost() {
    if let platform = query.platform { add("p.platform = ?", platform.rawValue) }
    if let handle = query.handle {
      add(
        "p.position IN (SELECT post FROM citation WHERE handle = ?)", CitationRow.folded(handle))
    }
  }

  private mutating func addWords() {
    guard let words = query.words, !words.allSatisfy(\.isWhitespace) else { return }
    guard let expression = Wording.expression(words) else { return add("0") }
    add(
      """
      p.position IN (SELECT c.post FROM citation c WHERE c.wording IN \
      (SELECT rowid FROM words WHERE words MATCH ?))
      """, expression)
  }

  /// The conditions that must hold for one and the same citation.
  private mutating func addCitation() {
    var parts: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    if let form = query.form {
      parts.append("c.form = ?")
      values.append(form.rank)
    }
    if let confidence = query.minimumConfidence {
      parts.append("c.confidence >= ?")
      values.append(confidence)
    }
    Self.add(query.language, column: "c.language", &parts, &values)
    Self.add(query.articleLanguage, column: "a.language", &parts, &values)
    if let site = query.site {
      let host = ArticleRow.reversed(site)
      parts.append("a.host >= ? AND a.host < ?")
      values += [host, host.dropLast() + "/"]
    }
    guard !parts.isEmpty else { return }
    conditions.append(
      """
      p.position IN (SELECT c.post FROM citation c JOIN article a ON a.position = c.article \
      WHERE \(parts.joined(separator: " AND ")))
      """)
    arguments += values
  }

  private static func add(
    _ language: LanguageTag?, column: String, _ parts: inout [String],
    _ values: inout [(any DatabaseValueConvertible)?]
  ) {
    guard let tag = language?.rawValue.lowercased() else { return }
    parts.append("(\(column) = ? OR \(column) >= ? AND \(column) < ?)")
    values += [tag, tag + "-", tag + "."]
  }

  private static func period(_ text: String) throws(IndexError) -> Period {
    guard let period = Period(edtf: text) else {
      throw IndexError(
        .invalidDate,
        """
        "\(text)" is no date. Write a year, a month or a day: 2024, 2024-01 or 2024-01-31; or a \
        moment of Universal Time: 2024-01-31T10:20Z.
        """)
    }
    return period
  }
}
