import GRDB

/// The last post of a page, after which the next page begins.
struct PageStart {
  /// What the posts are ordered by before their numbers; empty for an undated post.
  let values: [Int]
  let number: Int

  init(_ row: Row, order: PostQuery.Order) {
    number = row["number"]
    switch order {
    case .newest, .oldest:
      values = (row["first"] as Int?).map { [$0, row["last"]] } ?? []
    case .mostCited: values = [row["weight"]]
    case .archive: values = []
    }
  }

  init(_ cursor: PostPage.Cursor, order: PostQuery.Order) throws(IndexError) {
    let parts = cursor.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().compactMap { Int($0) }
    let counts =
      switch order {
      case .newest, .oldest: [1, 3]
      case .mostCited: [2]
      case .archive: [1]
      }
    guard parts[0] == order.rawValue, numbers.count == parts.count - 1,
      counts.contains(numbers.count), let last = numbers.last
    else {
      throw IndexError(
        .invalidCursor,
        """
        "\(cursor.rawValue)" is no place in the answer to this question. Give back what the page \
        before gave, with the same question and order.
        """)
    }
    values = numbers.dropLast()
    number = last
  }

  func cursor(_ order: PostQuery.Order) -> PostPage.Cursor {
    let parts = [order.rawValue] + (values + [number]).map { "\($0)" }
    return PostPage.Cursor(rawValue: parts.joined(separator: "."))
  }

  /// A part of the answer that has an order of its own.
  enum Stage {
    case dated
    case undated
    case whole

    static func all(_ order: PostQuery.Order) -> [Stage] {
      switch order {
      case .newest, .oldest: [.dated, .undated]
      case .mostCited, .archive: [.whole]
      }
    }

    /// The conditions for what comes after a place, with their values; `nil` where nothing can.
    func condition(
      after start: PageStart?, _ order: PostQuery.Order
    ) -> ([String], [(any DatabaseValueConvertible)?])? {
      switch self {
      case .dated:
        guard let start else { return (["p.first IS NOT NULL"], []) }
        guard !start.values.isEmpty else { return nil }
        let sign = order == .newest ? "<" : ">"
        return (["(p.first, p.last, p.number) \(sign) (?, ?, ?)"], start.values + [start.number])
      case .undated:
        guard let start, start.values.isEmpty else { return (["p.first IS NULL"], []) }
        return (["p.first IS NULL", "p.number > ?"], [start.number])
      case .whole:
        guard let start else { return ([], []) }
        guard order == .mostCited else { return (["p.number > ?"], [start.number]) }
        return (
          ["(p.copies - p.articles, p.number) > (?, ?)"], start.values.map { -$0 } + [start.number]
        )
      }
    }

    /// What to order by; with a sign that keeps the database from going through all posts in that
    /// order where few are asked for.
    func ordering(_ order: PostQuery.Order, isSelective: Bool) -> String {
      let sign = isSelective ? "+" : ""
      switch (self, order) {
      case (.dated, .newest): return "\(sign)p.first DESC, p.last DESC, p.number DESC"
      case (.dated, _): return "\(sign)p.first, p.last, p.number"
      case (_, .mostCited): return "\(sign)(p.copies - p.articles), p.number"
      default: return "p.number"
      }
    }
  }
}
