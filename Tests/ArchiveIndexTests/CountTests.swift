import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("Counting")
struct CountTests {
  /// One post in an agency's article, a copy of that and an article of its own; another in the last.
  private static func scratch() throws -> ScratchIndex {
    func citation(_ number: Int, _ key: String, in article: String, _ words: String) -> Citation {
      .sample(number, key, in: article) {
        $0.post.set(handle: key == "x:1" ? "ada" : "grace", day: "2024-02-0\(number)")
        $0.post.hashtags = ["Tide"]
        $0.article.url = "https://\(article).example/a"
        $0.article.site = "\(article).example"
        $0.article.title = words
        $0.article.published = PostDate(value: "2024-03-0\(number)", precision: .day, source: .meta)
        $0.selector.prefix = words
      }
    }
    return try ScratchIndex([
      citation(1, "x:1", in: "agency", "The harbour was closed for the night"),
      citation(2, "x:1", in: "gazette", "The harbour was closed for the night"),
      citation(3, "x:1", in: "mail", "Nobody slept on the island of cats"),
      citation(4, "x:2", in: "mail", "Nobody slept on the island of cats"),
    ])
  }

  @Test("an article that is a copy counts once, or each where that is asked")
  func copies() throws {
    let scratch = try Self.scratch()
    let index = try scratch.open()
    defer { withExtendedLifetime(scratch) {} }
    let once = try index.top(.handles, matching: PostQuery(), limit: 9)
    #expect(
      once == [
        NamedCount(name: "ada", posts: 1, articles: 2),
        NamedCount(name: "grace", posts: 1, articles: 1),
      ])
    let each = try index.top(.handles, matching: PostQuery(), limit: 9, countsEveryCopy: true)
    #expect(each.map(\.articles) == [3, 1])
    let citers = try #require(try index.post("x:1")?.citers)
    #expect([citers.articles, citers.copies, citers.sites] == [3, 1, 3])
    #expect(citers.first?.url == "https://agency.example/a")
    #expect(citers.last?.url == "https://mail.example/a")
  }

  @Test("a question leaves out what it does not ask for", arguments: CountSubject.allCases)
  func top(_ subject: CountSubject) throws {
    let scratch = try Self.scratch()
    let index = try scratch.open()
    defer { withExtendedLifetime(scratch) {} }
    let all = try index.top(subject, matching: PostQuery(), limit: 9)
    let some = try index.top(subject, matching: PostQuery(.handle(["grace"])), limit: 9)
    let names: [CountSubject: [String]] = [
      .posts: ["x:1", "x:2"], .handles: ["ada", "grace"],
      .sites: ["agency.example", "mail.example"], .hashtags: ["tide"], .platforms: ["x"],
    ]
    #expect(all.map(\.name).sorted() == names[subject])
    #expect(some.map(\.articles) == [1])
  }

  @Test("a timeline has every stretch, and the empty ones too")
  func timeline() throws {
    let scratch = try Self.scratch()
    let index = try scratch.open()
    defer { withExtendedLifetime(scratch) {} }
    let posts = try index.timeline(of: .posts, by: .day, matching: PostQuery())
    #expect(posts.bars.map(\.count).reduce(0, +) == 2)
    let citations = try index.timeline(of: .citations, by: .day, matching: PostQuery())
    #expect(citations.bars.map(\.name) == ["2024-03-01", "2024-03-02", "2024-03-03"])
    #expect(citations.bars.map(\.count) == [1, 0, 2])
    let weeks = try index.timeline(
      of: .citations, by: .week, matching: PostQuery(), countsEveryCopy: true)
    #expect(weeks.bars.map(\.name) == ["2024-W09"])
    #expect(weeks.bars.map(\.count) == [4])
  }

  @Test("what stands together with a post in articles")
  func cocited() throws {
    let scratch = try ScratchIndex([
      .sample(1, "x:1", in: "a"), .sample(2, "x:2", in: "a"), .sample(3, "x:3", in: "b"),
    ])
    let found = try scratch.open().cocited(with: "x:1", limit: 5)
    #expect(found.map(\.post.post.key.rawValue) == ["x:2"])
    #expect(found.map(\.articles) == [1])
  }

  @Test("words that articles leave out and add are told")
  func differences() {
    let difference = WordDifference(from: "a b c d", to: "a x c")
    #expect(difference.parts.map(\.change) == [.same, .leftOut, .added, .same, .leftOut])
    #expect(difference.parts.map(\.text) == ["a", "b", "x", "c", "d"])
    #expect(WordDifference(from: "a\nb", to: "a b").isEmpty)
  }
}
