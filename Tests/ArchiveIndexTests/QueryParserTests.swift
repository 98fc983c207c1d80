import PostModel
import Testing

@testable import ArchiveIndex

@Suite("The language of questions")
struct QueryParserTests {
  static let parser = QueryParser(
    today: CivilDate(daysSinceEpoch: 20_000),
    platforms: ["x": "x", "twitter": "x", "bluesky": "bluesky"])

  typealias Kind = PostQuery.Condition.Kind

  @Test(
    "terms are read as they are meant",
    arguments: [
      ("", []),
      ("space \"old station\" ship", [.words("space \"old station\" ship")]),
      ("handle:@nasa", [.handle(["@nasa"])]),
      ("platform:Twitter,bluesky", [.platform(["x", "bluesky"])]),
      ("since:2024-01 until:2024-06", [.since("2024-01"), .until("2024-06")]),
      ("date:2024-01/2024-03", [.since("2024-01"), .until("2024-03")]),
      ("date:2024/..", [.since("2024")]),
      ("date:201X", [.since("2010"), .until("2019")]),
      ("cited:2019", [.cited(since: "2019", until: "2019")]),
      ("cited:../2019-03", [.cited(since: nil, until: "2019-03")]),
      ("since:30d", [.since("2024-09-04")]),
      ("since:1m", [.since("2024-09-04")]),
      ("form:quote,link min:0.9", [.form([.quote, .link]), .minimumConfidence(0.9)]),
      ("has:id articles:3", [.has([.id]), .articles(3)]),
      ("tag:\"two words\"", [.hashtag(["two words"])]),
      ("12:30 - a", [.words("12:30 - a")]),
      ("„bei der Post“", [.words("\"bei der Post\"")]),
    ] as [(String, [Kind])])
  func terms(_ text: String, _ expected: [Kind]) throws {
    let found = try Self.parser.conditions(in: text).map(\.kind)
    #expect(found == expected)
  }

  @Test("a sign before a term turns it round")
  func negated() throws {
    let found = try Self.parser.conditions(in: "-has:id -moon ship")
    #expect(found.map(\.isNegated) == [false, true, true])
    #expect(found.map(\.kind) == [.words("ship"), .has([.id]), .words("moon")])
  }

  @Test(
    "what cannot be read is shown with carets and, where there is one, a suggestion",
    arguments: [
      ("since:2024 handel:nasa", "           ^^^^^^", "Did you mean handle?"),
      ("platform:blusky", "         ^^^^^^", "Did you mean bluesky?"),
      ("form:quote,embd", "           ^^^^", "Did you mean embed?"),
      ("since:2024-13", "      ^^^^^^^", "2024-01-31"),
      ("cited:spring", "      ^^^^^^", "2024-01-31"),
      ("a \"b c", "  ^", "never closed"),
      ("handle:", "^^^^^^^", "must follow"),
      ("min:2", "    ^", "from 0 to 1"),
      ("https://x.example/1", "^^^^^", "quotation marks"),
    ])
  func trouble(_ text: String, _ carets: String, _ part: String) {
    let error = #expect(throws: IndexError.self) { try Self.parser.conditions(in: text) }
    #expect(error?.code == .invalidQuery)
    let message = error?.message ?? ""
    #expect(message.contains(part), "\(message)")
    #expect(message.hasSuffix("\n  \(text)\n  \(carets)"), "\(message)")
  }
}
