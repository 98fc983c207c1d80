import GRDB
import PostModel

extension ArchiveIndex {
  /// What is cited most among the posts that a question asks for.
  ///
  /// - Parameters:
  ///   - subject: what is counted.
  ///   - query: which posts; its order, limit and cursor do not count.
  ///   - limit: how many names at most.
  ///   - countsEveryCopy: whether articles that are copies of each other count each.
  /// - Returns: names with their counts, the greatest first, equal ones by name.
  /// - Throws: `IndexError`, where the index cannot be read or a date is none.
  public func top(
    _ subject: CountSubject, matching query: PostQuery, limit: Int, countsEveryCopy: Bool = false
  ) throws(IndexError) -> [NamedCount] {
    try read { database in
      let plan = try QueryPlan(query, in: database)
      let statement = TopStatement(subject, plan, countsEveryCopy: countsEveryCopy)
      let rows = try Row.fetchAll(
        database, sql: statement.sql, arguments: StatementArguments(plan.arguments + [limit]))
      return try rows.map { row in
        let name = try subject == .posts ? key(ofPost: row["name"], in: database) : row["name"]
        return NamedCount(
          name: subject == .sites ? ArticleName.host(reversed: name) : name, posts: row["posts"],
          articles: row["articles"])
      }
    }
  }

  /// How many posts or citations there are over time, among the posts that a question asks for.
  public func timeline(
    of subject: Timeline.Subject, by unit: TimeUnit, matching query: PostQuery,
    countsEveryCopy: Bool = false
  ) throws(IndexError) -> Timeline {
    try read { database in
      let plan = try QueryPlan(query, in: database)
      let sql =
        switch subject {
        case .posts: Self.postDays(plan)
        case .citations: Self.citationDays(plan, countsEveryCopy: countsEveryCopy)
        }
      var counter = TimelineCounter(unit)
      let rows = try Row.fetchCursor(
        database, sql: sql, arguments: StatementArguments(plan.arguments))
      while let row = try rows.next() { counter.add(row[0], row[1], count: row[2]) }
      return counter.timeline
    }
  }

  /// The posts that are cited in the same articles as a post, those in most of them first.
  public func cocited(
    with designator: String, limit: Int
  ) throws(IndexError) -> [CocitedPost] {
    let posts = try read { try Self.postNumbers(designator, in: $0) }
    guard let post = posts.first else { return [] }
    return try read { database in
      let counts = try Self.neighbours(of: post, in: database)
      let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      var gatherer = CitationGatherer(reader, database)
      return try most.compactMap { number, articles in
        try gatherer.post(number).map { CocitedPost(post: $0, articles: articles) }
      }
    }
  }

  private func key(ofPost number: Int, in database: Database) throws -> String {
    var gatherer = CitationGatherer(reader, database)
    return try gatherer.post(number)?.post.key.rawValue ?? ""
  }

  private static func postDays(_ plan: QueryPlan) -> String {
    """
    SELECT (p.first - 86399999 * (p.first < 0)) / 86400000, \
    (p.last - 86399999 * (p.last < 0)) / 86400000, count(*) FROM post p\(plan.clause()) GROUP BY 1, 2
    """
  }

  private static func citationDays(_ plan: QueryPlan, countsEveryCopy: Bool) -> String {
    """
    SELECT day, day, count(*) FROM (SELECT min(a.day) AS day FROM post p \
    JOIN citation c ON c.post = p.number JOIN article a ON a.number = c.article\
    \(plan.clause(countsEveryCopy ? [] : ["c.isCopy = 0"])) GROUP BY p.number, a.same) GROUP BY 1
    """
  }

  /// In how many articles each other post stands together with a post.
  private static func neighbours(of post: Int, in database: Database) throws -> [Int: Int] {
    let identities = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT a.identity FROM citation c JOIN article a ON a.number = c.article
        WHERE c.post = ?
        """, arguments: [post])
    let statement = try database.cachedStatement(
      sql: """
        SELECT c.post FROM article a JOIN citation c
        ON c.number >= a.number AND c.number < a.number + a.count WHERE a.number = ?
        """)
    var counts: [Int: Int] = [:]
    for identity in identities {
      let key = IndexKey(value: UInt64(bitPattern: identity))
      let others = try Set(
        KeyTable.entries(of: key, in: database).flatMap {
          try Int.fetchAll(statement, arguments: [$0.number])
        })
      for other in others where other != post { counts[other, default: 0] += 1 }
    }
    return counts
  }
}

/// A count by names as SQL.
private struct TopStatement {
  let sql: String

  init(_ subject: CountSubject, _ plan: QueryPlan, countsEveryCopy: Bool) {
    let weight = countsEveryCopy ? "p.articles" : "p.articles - p.copies"
    let copies = countsEveryCopy ? [] : ["c.isCopy = 0"]
    let order = "ORDER BY 3 DESC, 1 LIMIT ?"
    switch subject {
    case .posts where countsEveryCopy || !plan.isEmpty:
      sql =
        "SELECT p.number AS name, 1 AS posts, \(weight) AS articles FROM post p\(plan.clause()) \(order)"
    case .posts:
      sql = """
        SELECT p.number AS name, 1 AS posts, \(weight) AS articles FROM post p \
        ORDER BY p.copies - p.articles, p.number LIMIT ?
        """
    case .handles where plan.isEmpty:
      sql = """
        SELECT p.name, p.posts, \(weight) AS articles FROM handle p WHERE p.posts > 0 \(order)
        """
    case .handles:
      sql = Self.grouped("handle", weight, plan) + order
    case .platforms:
      sql = Self.grouped("platform", weight, plan) + order
    case .sites:
      sql = """
        SELECT s.name, count(DISTINCT c.post) AS posts, count(DISTINCT a.same) AS articles \
        FROM post p JOIN citation c ON c.post = p.number JOIN article a ON a.number = c.article \
        JOIN site s ON s.id = a.site\(plan.clause(copies)) GROUP BY s.id \(order)
        """
    case .hashtags:
      sql = """
        SELECT h.name, count(*) AS posts, sum(weight) AS articles FROM (SELECT DISTINCT t.hashtag, \
        p.number, \(weight) AS weight FROM post p JOIN citation c ON c.post = p.number \
        JOIN tagged t ON t.citation = c.number\(plan.clause())) AS u JOIN hashtag h ON h.id = u.hashtag \
        GROUP BY h.id \(order)
        """
    }
  }

  private static func grouped(_ table: String, _ weight: String, _ plan: QueryPlan) -> String {
    """
    SELECT n.name, u.posts, u.articles FROM (SELECT p.\(table) AS id, count(*) AS posts, \
    sum(\(weight)) AS articles FROM post p\(plan.clause(["p.\(table) IS NOT NULL"])) \
    GROUP BY p.\(table)) AS u JOIN \(table) n ON n.id = u.id 
    """
  }
}

/// Counts days into stretches of time.
private struct TimelineCounter {
  private let unit: TimeUnit
  private var counts: [CivilDate: Int] = [:]
  private var undated = 0

  init(_ unit: TimeUnit) {
    self.unit = unit
  }

  mutating func add(_ first: Int?, _ last: Int?, count: Int) {
    guard let first, let last,
      case let start = unit.start(of: CivilDate(daysSinceEpoch: first)),
      start == unit.start(of: CivilDate(daysSinceEpoch: last))
    else {
      undated += count
      return
    }
    counts[start, default: 0] += count
  }

  var timeline: Timeline {
    var bars: [Timeline.Bar] = []
    if let first = counts.keys.min(), let last = counts.keys.max() {
      var day = first
      while day <= last {
        bars.append(
          Timeline.Bar(start: day, name: unit.name(of: day), count: counts[day] ?? 0))
        day = unit.next(after: day)
      }
    }
    return Timeline(bars: bars, undated: undated)
  }
}
