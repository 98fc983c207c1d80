import ArchiveIndex
import ArgumentParser

/// How much of an answer is given, and in what order.
struct PageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The order: \(PostQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "order"))
  var sort = "newest"

  @Option(
    help: ArgumentHelp(
      "At most this many posts, 0 for all; without it 50 in a table and all elsewhere.",
      valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Go on after the place that a limited answer named on standard error.", valueName: "place"))
  var after: String?

  mutating func validate() throws {
    _ = try order()
    if let limit, limit < 0 { throw ValidationError("--limit takes 0 or a number.") }
  }

  /// The question, in the order and from the place that are asked for.
  func apply(to query: PostQuery) throws -> PostQuery {
    var query = query
    query.order = try order()
    query.cursor = after.map(PostPage.Cursor.init(rawValue:))
    return query
  }

  private func order() throws -> PostQuery.Order {
    let known = PostQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")
    return try PostQuery.Order(rawValue: sort).orThrow(
      "'\(sort)' is no order; known are \(known).")
  }
}
