import GRDB

/// The last post of a page, after which the next page begins.
struct PageStart {
  /// What the posts are ordered by; `nil` for an undated post, or where only the place counts.
  let value: Int?
  let position: Int

  init(_ row: Row, order: PostQuery.Order) {
    position = row["position"]
    value =
      switch order {
      case .newest, .oldest: row["first"]
      case .mostCited: row["citations"]
      case .archive: nil
      }
  }

  init(_ cursor: PostPage.Cursor, order: PostQuery.Order) throws(IndexError) {
    let parts = cursor.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == order.rawValue, let position = Int(parts[2]),
      parts[1].isEmpty || Int(parts[1]) != nil
    else {
      throw IndexError(
        .invalidCursor,
        """
        "\(cursor.rawValue)" is no place in the answer to this question. Give back what the page \
        before gave, with the same question and order.
        """)
    }
    value = Int(parts[1])
    self.position = position
  }

  func cursor(_ order: PostQuery.Order) -> PostPage.Cursor {
    PostPage.Cursor(rawValue: "\(order.rawValue).\(value.map { "\($0)" } ?? "").\(position)")
  }

  /// The condition for what comes later, with its values.
  func condition(_ order: PostQuery.Order) -> (String?, [(any DatabaseValueConvertible)?]) {
    switch (order, value) {
    case (.archive, _):
      ("p.position > ?", [position])
    case (.mostCited, _):
      ("(p.citations < ? OR p.citations = ? AND p.position > ?)", [value, value, position])
    case (_, nil):
      ("(p.first IS NULL AND p.position > ?)", [position])
    case (.newest, _):
      (
        "(p.first < ? OR p.first IS NULL OR p.first = ? AND p.position > ?)",
        [value, value, position]
      )
    case (.oldest, _):
      (
        "(p.first > ? OR p.first IS NULL OR p.first = ? AND p.position > ?)",
        [value, value, position]
      )
    }
  }
}
