import GRDB
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("Questions are answered by an index")
struct QueryPlanTests {
  @Test(
    "no question goes through all posts for few of them",
    arguments: [
      (PostQuery(.handle(["c"])), "postHandle"),
      (PostQuery(.handle(["c"]), .since("2024-01")), "postHandle"),
      (PostQuery(.since("2024-03-01"), .until("2024-03-01")), "postFirst"),
      (PostQuery(.words("river")), "INTEGER PRIMARY KEY"),
      (PostQuery(.post(["x:1"])), "INTEGER PRIMARY KEY"),
      (PostQuery(.hashtag(["mars"])), "INTEGER PRIMARY KEY"),
      (PostQuery(.site(["gazette.example"])), "INTEGER PRIMARY KEY"),
    ])
  func plans(query: PostQuery, name: String) throws {
    var generator = SeededGenerator(seed: 3)
    var citations = (0..<40).map { RandomPosts.citation($0, &generator) }
    citations.append(
      Citation.sample(999, "x:999") { $0.post.set(handle: "c", day: "2024-03-01") })
    let scratch = try ScratchIndex(citations)
    let steps = try scratch.open().read { database -> [String] in
      let plan = try QueryPlan(query, in: database)
      let order = PageStart.Stage.dated.ordering(.newest, isSelective: plan.isSelective)
      let rows = try Row.fetchAll(
        database,
        sql: """
          EXPLAIN QUERY PLAN SELECT p.number FROM post p\(plan.clause(["p.first IS NOT NULL"]))
          ORDER BY \(order) LIMIT 10
          """, arguments: StatementArguments(plan.arguments))
      return rows.map { $0["detail"] }
    }
    #expect(steps.contains { $0.contains("p USING") && $0.contains(name) }, "\(steps)")
    #expect(!steps.contains { $0.hasPrefix("SCAN p") }, "\(steps)")
  }
}
