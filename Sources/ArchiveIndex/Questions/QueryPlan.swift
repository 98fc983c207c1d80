import GRDB
import PostModel

/// A question as conditions of SQL on the post `p`.
struct QueryPlan {
  private(set) var conditions: [String] = []
  private(set) var arguments: [(any DatabaseValueConvertible)?] = []
  /// Whether a condition leaves few posts, so that these are best ordered afterwards.
  private(set) var isSelective = false
  private let query: PostQuery
  private let database: Database

  init(_ query: PostQuery, in database: Database) throws {
    self.query = query
    self.database = database
    try addDates()
    for condition in query.conditions { try add(condition) }
    addCitations()
  }

  /// Whether nothing is asked of the posts.
  var isEmpty: Bool { conditions.isEmpty }

  /// The conditions as a clause, with others; nothing where there are none.
  func clause(_ others: [String] = []) -> String {
    let all = conditions + others
    return all.isEmpty ? "" : " WHERE " + all.joined(separator: " AND ")
  }

  private mutating func add(
    _ condition: String, _ values: [(any DatabaseValueConvertible)?], isNegated: Bool = false
  ) {
    conditions.append(isNegated ? "NOT (\(condition))" : condition)
    arguments += values
  }

  private mutating func add(_ condition: PostQuery.Condition) throws {
    let isNegated = condition.isNegated
    switch condition.kind {
    case .words(let words): try addWords(words, isNegated)
    case .handle(let handles): try addHandles(handles, isNegated)
    case .platform(let platforms):
      add(
        "ifnull(p.platform, 0) IN (SELECT id FROM platform WHERE name IN (\(marks(platforms.count))))",
        platforms.map(\.rawValue), isNegated: isNegated)
    case .hashtag(let tags):
      let names = tags.map { ($0.hasPrefix("#") ? String($0.dropFirst()) : $0).lowercased() }
      isSelective = isSelective || !isNegated
      add(
        """
        p.number IN (SELECT c.post FROM hashtag h JOIN tagged t ON t.hashtag = h.id \
        JOIN citation c ON c.number = t.citation WHERE h.name IN (\(marks(names.count))))
        """, names, isNegated: isNegated)
    case .has(let parts):
      add(parts.map(Self.has).joined(separator: " OR "), [], isNegated: isNegated)
    case .articles(let least):
      add("p.articles - p.copies >= ?", [least], isNegated: isNegated)
    case .post(let names):
      let numbers = try names.flatMap { try ArchiveIndex.postNumbers($0, in: database) }
      isSelective = isSelective || !isNegated
      add("p.number IN (\(marks(numbers.count)))", numbers, isNegated: isNegated)
    case .since, .until, .cited, .site, .form, .language, .articleLanguage, .minimumConfidence:
      break
    }
  }

  private func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ",")
  }

  private static func has(_ part: PostQuery.Condition.Part) -> String {
    switch part {
    case .id: "p.has & \(HasPart.id) > 0"
    case .text: "p.has & \(HasPart.text) > 0"
    case .media: "p.has & \(HasPart.media) > 0"
    case .link: "p.has & \(HasPart.link) > 0"
    case .hashtag: "p.has & \(HasPart.hashtag) > 0"
    case .date: "p.first IS NOT NULL"
    case .handle: "p.handle IS NOT NULL"
    }
  }

  private mutating func addWords(_ words: String, _ isNegated: Bool) throws {
    let phrases = try Wording.phrases(words)
    guard !phrases.isEmpty else {
      // What has no letter and no digit stands in no index of words.
      return words.allSatisfy(\.isWhitespace) ? () : add("0", [], isNegated: isNegated)
    }
    let posts = try PostSet(holding: phrases, in: database)
    if posts.isSmall {
      isSelective = isSelective || !isNegated
      let list = posts.numbers.map { "\($0)" }.joined(separator: ",")
      add("p.number IN (SELECT value FROM json_each(?))", ["[\(list)]"], isNegated: isNegated)
    } else {
      let name = "isAmong\(conditions.count)"
      database.add(function: posts.function(named: name))
      add("\(name)(p.number)", [], isNegated: isNegated)
    }
  }

  private mutating func addHandles(_ handles: [String], _ isNegated: Bool) throws {
    let names = handles.map(Candidate.folded)
    let ids = try Int.fetchAll(
      database, sql: "SELECT id FROM handle WHERE name IN (\(marks(names.count)))",
      arguments: StatementArguments(names))
    let list = ids.map { "\($0)" }.joined(separator: ",")
    let hasAliases =
      try Int.fetchOne(database, sql: "SELECT 1 FROM alias WHERE handle IN (\(list)) LIMIT 1")
      != nil
    if ids.count == 1, !hasAliases {
      // With IS, which holds of posts without a handle too, no index would serve.
      add(isNegated ? "p.handle IS \(list)" : "p.handle = \(list)", [], isNegated: isNegated)
    } else {
      isSelective = isSelective || !isNegated
      add(
        """
        p.number IN (SELECT number FROM post WHERE handle IN (\(list)) \
        UNION SELECT post FROM alias WHERE handle IN (\(list)))
        """, [], isNegated: isNegated)
    }
  }
}

// MARK: Dates

extension QueryPlan {
  private static let day = 86_400_000
  /// Posts whose period is longer stand in an index of their own.
  static let fine = 90_000_000

  private mutating func addDates() throws {
    var from = Int.min
    var to = Int.max
    var isAsked = false
    for condition in query.conditions {
      switch condition.kind {
      case .since(let text):
        let period = try Self.period(text)
        isAsked = true
        if condition.isNegated {
          to = min(to, period.first - 1)
        } else {
          from = max(from, period.first)
        }
      case .until(let text):
        let period = try Self.period(text)
        isAsked = true
        if condition.isNegated {
          from = max(from, period.last + 1)
        } else {
          to = min(to, period.last)
        }
      default: break
      }
    }
    guard isAsked else { return }
    // A post that is younger than it may be is told by the end of its bound alone.
    let undated =
      query.includesUndated ? " OR p.first IS NULL AND (p.last IS NULL OR p.last >= ?)" : ""
    add(
      "(p.first >= ? AND p.first <= ? AND p.last >= ?\(undated))",
      [try earliest(from, to), to, from] + (query.includesUndated ? [from] : []))
  }

  /// Where the index of dates is to be read from, so that no post is missed that began before and may
  /// have been published within.
  private func earliest(_ from: Int, _ to: Int) throws -> Int {
    guard from > Int.min + Self.fine else { return from }
    let coarse = try Int.fetchOne(
      database,
      sql: """
        SELECT min(first) FROM post WHERE last - first > \(Self.fine) AND first >= ? AND first <= ?
        AND last >= ?
        """, arguments: [from - 370 * Self.day, min(to, from), from])
    return min(from - Self.fine, coarse ?? .max)
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

// MARK: Citations

extension QueryPlan {
  /// A condition on a citation `c` and its article `a`.
  private struct CitationPart {
    var sql: String
    var values: [(any DatabaseValueConvertible)?]
  }

  private mutating func addCitations() {
    var asked: [CitationPart] = []
    var asksSite = false
    for condition in query.conditions {
      guard let part = part(condition.kind) else { continue }
      if condition.isNegated {
        addExists([part], isNegated: true)
      } else {
        asked.append(part)
        if case .site = condition.kind { asksSite = true }
      }
    }
    guard !asked.isEmpty else { return }
    if asksSite, conditions.isEmpty {
      isSelective = true
      add(
        """
        p.number IN (SELECT c.post FROM article a JOIN citation c ON c.number >= a.number \
        AND c.number < a.number + a.count WHERE \(asked.map(\.sql).joined(separator: " AND ")))
        """, asked.flatMap(\.values))
    } else {
      addExists(asked, isNegated: false)
    }
  }

  private mutating func addExists(_ parts: [CitationPart], isNegated: Bool) {
    add(
      """
      EXISTS (SELECT 1 FROM citation c JOIN article a ON a.number = c.article \
      WHERE c.post = p.number AND \(parts.map(\.sql).joined(separator: " AND ")))
      """, parts.flatMap(\.values), isNegated: isNegated)
  }

  private func part(_ kind: PostQuery.Condition.Kind) -> CitationPart? {
    switch kind {
    case .form(let forms):
      return CitationPart(
        sql: "c.form IN (\(forms.map { "\($0.rank)" }.joined(separator: ",")))", values: [])
    case .minimumConfidence(let least):
      return CitationPart(
        sql: "c.confidence >= ?", values: [Int((least * 10_000).rounded(.up))])
    case .language(let tags): return Self.languages(tags, "c.language")
    case .articleLanguage(let tags): return Self.languages(tags, "a.language")
    case .cited(let since, let until): return Self.days(since, until)
    case .site(let hosts):
      let reversed = hosts.map(ArticleName.reversed)
      return CitationPart(
        sql: """
          a.site IN (SELECT id FROM site WHERE \
          \(reversed.map { _ in "name >= ? AND name < ?" }.joined(separator: " OR ")))
          """, values: reversed.flatMap { [$0, $0.dropLast() + "/"] })
    default: return nil
    }
  }

  /// Articles that were published, else captured, on a day of a stretch of days.
  private static func days(_ since: String?, _ until: String?) -> CitationPart {
    let from = since.map { Period(edtf: $0)?.first ?? .max }
    let to = until.map { Period(edtf: $0)?.last ?? .min }
    let days = [from, to].compactMap(\.self).map { ($0 - ($0 < 0 ? day - 1 : 0)) / day }
    let bounds = [from.map { _ in "a.day >= ?" }, to.map { _ in "a.day <= ?" }]
    return CitationPart(
      sql: bounds.compactMap(\.self).joined(separator: " AND "), values: days)
  }

  private static func languages(_ tags: [LanguageTag], _ column: String) -> CitationPart {
    let names = tags.map { $0.rawValue.lowercased() }
    return CitationPart(
      sql: """
        \(column) IN (SELECT id FROM language WHERE \
        \(names.map { _ in "name = ? OR name >= ? AND name < ?" }.joined(separator: " OR ")))
        """, values: names.flatMap { [$0, $0 + "-", $0 + "."] })
  }
}
