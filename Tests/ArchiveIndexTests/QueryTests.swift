import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("Questions")
struct QueryTests {
  /// Seven posts in four articles.
  static let citations: [Citation] = [
    .sample(1, "x:101", in: "one") {
      $0.post.set(handle: "Ada_L", day: "2024-01-31", text: "The engine weaves algebraic patterns.")
      $0.post.language = LanguageTag("en")
      $0.article.url = "https://news.example.com/one"
      $0.article.published = PostDate(
        value: "2024-02-01T00:30:00+02:00", precision: .second, source: .meta)
      $0.article.language = LanguageTag("de")
    },
    .sample(2, "x:102", form: .remnant, in: "two") {
      $0.post.set(handle: "grace", text: "Nanoseconds are a length of wire. Café über alles.")
      $0.post.published = PostDate(year: 2024, month: 2, source: .printed)
      $0.confidence = 0.6
      $0.article.url = "https://example.com/two?a=1"
      $0.article.language = LanguageTag("en-GB")
    },
    .sample(3, "bluesky:103", form: .quote, in: "three") {
      $0.post.set(handle: "ada_l", text: "地震が東京で発生しました NASA発表")
      $0.post.published = PostDate(
        value: "2024-03-01T10:20:30.400Z", precision: .millisecond, source: .postID)
      $0.post.language = LanguageTag("ja")
      $0.article.url = "https://www.other.org/three/"
      $0.article.site = "other.org"
      $0.article.published = PostDate(value: "2024-03-18", precision: .day, source: .meta)
    },
    .sample(4, "x:104", form: .link, in: "three") {
      $0.post.published = PostDate(value: "../2024-02", precision: .bound, source: .article)
      $0.article.published = PostDate(value: "2024-03-18", precision: .day, source: .meta)
      $0.article.url = "https://www.other.org/three/"
    },
    .sample(5, "x:105", form: .link, in: "four") {
      $0.article.url = "https://badexample.com/four"
    },
    .sample(6, "x:106", in: "four") {
      $0.post.set(handle: "thai", day: "2023-06-30", text: "สวัสดีชาวโลก กรุงเทพมหานคร")
      $0.post.language = LanguageTag("pt-BR")
      $0.article.url = "https://badexample.com/four"
    },
    .sample(7, "x:107", in: "four") {
      $0.post.set(handle: "korea", day: "2023-06-30", text: "대통령이 발표했다; संयुक्त राष्ट्र")
      $0.article.url = "https://badexample.com/four"
    },
    .sample(8, "x:101", form: .link, in: "four") { $0.article.url = "https://badexample.com/four" },
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: String
    let edit: @Sendable (inout PostQuery) -> Void

    init(_ name: String, _ expected: String, _ edit: @escaping @Sendable (inout PostQuery) -> Void)
    {
      testDescription = name
      self.expected = expected
      self.edit = edit
    }
  }

  static let cases: [Case] = [
    Case("everything, the youngest first, undated last", "103 102 101 107 106 104 105") { _ in },
    Case("the oldest first", "106 107 101 102 103 104 105") { $0.order = .oldest },
    Case("the most cited first", "101 102 103 104 105 106 107") { $0.order = .mostCited },
    Case("as the archive has them", "101 102 103 104 105 106 107") { $0.order = .archive },
    Case("a handle in any case", "103 101") { $0.ask(.handle(["ADA_L"])) },
    Case("a handle with its sign", "103 101") { $0.ask(.handle(["@ada_l"])) },
    Case("a handle that nobody has", "") { $0.ask(.handle(["ada"])) },
    Case("a platform", "103") { $0.ask(.platform(["bluesky"])) },
    Case("from a month on", "103 102 101") { $0.ask(.since("2024-01")) },
    Case("from a day on that lies in a month", "103 102") { $0.ask(.since("2024-02-15")) },
    Case("until the end of a month", "101 107 106") { $0.ask(.until("2024-01")) },
    Case("until a day", "101 107 106") { $0.ask(.until("2024-01-31")) },
    Case("until the day before", "107 106") { $0.ask(.until("2024-01-30")) },
    Case("within a year", "107 106") {
      $0.ask(.since("2023"))
      $0.ask(.until("2023"))
    },
    Case("until a moment", "102 101 107 106") { $0.ask(.until("2024-03-01T10:19Z")) },
    Case("until the minute of a moment", "103 102 101 107 106") {
      $0.ask(.until("2024-03-01T10:20Z"))
    },
    Case("undated ones by their bound", "103 105") {
      $0.ask(.since("2024-03"))
      $0.includesUndated = true
    },
    Case("undated ones are not younger than their bound", "107 106 104 105") {
      $0.ask(.until("2023-12"))
      $0.includesUndated = true
    },
    Case("a site with what is below it", "102 101") { $0.ask(.site(["example.com"])) },
    Case("a site below another", "101") { $0.ask(.site(["news.example.com"])) },
    Case("a site with www.", "103 104") { $0.ask(.site(["www.Other.org"])) },
    Case("a top domain", "103 104") { $0.ask(.site(["org"])) },
    Case("a form", "102") { $0.ask(.form([.remnant])) },
    Case("form and site hold for one citation", "") {
      $0.ask(.form([.embed]))
      $0.ask(.site(["other.org"]))
    },
    Case("a language of posts", "106") {
      $0.ask(.language([LanguageTag("pt")].compactMap(\.self)))
    },
    Case("a language with its region", "106") {
      $0.ask(.language([LanguageTag("pt-br")].compactMap(\.self)))
    },
    Case("a language of articles", "102") {
      $0.ask(.articleLanguage([LanguageTag("en")].compactMap(\.self)))
    },
    Case("the time of citing articles", "103 104") {
      $0.ask(.cited(since: "2024-03", until: "2024-03-18"))
    },
    Case("the day of a citing article by Universal Time", "101") {
      $0.ask(.cited(since: "2024-01", until: "2024-01-31"))
    },
    Case("articles from a day on", "103 104") { $0.ask(.cited(since: "2024-03-18", until: nil)) },
    Case("a time of articles that is none", "") { $0.ask(.cited(since: "spring", until: nil)) },
    Case("a least confidence", "103 101 107 106 104 105") { $0.ask(.minimumConfidence(0.7)) },
    Case("words in any order and case", "101") { $0.ask(.words("PATTERNS engine")) },
    Case("all words must occur", "") { $0.ask(.words("engine wire")) },
    Case("a phrase", "101") { $0.ask(.words(#""algebraic patterns""#)) },
    Case("a phrase in another order", "") { $0.ask(.words(#""patterns algebraic""#)) },
    Case("words without their accents", "102") { $0.ask(.words("cafe uber")) },
    Case("part of a Latin word is no word", "") { $0.ask(.words("nano")) },
    Case("Japanese words", "103") { $0.ask(.words("東京 地震")) },
    Case("Japanese words that do not stand so", "") { $0.ask(.words("京東")) },
    Case("a Latin word glued to Japanese", "103") { $0.ask(.words("nasa")) },
    Case("Thai words", "106") { $0.ask(.words("ชาวโลก กรุงเทพ")) },
    Case("a Korean word without its ending", "107") { $0.ask(.words("대통령")) },
    Case("a Hindi word", "107") { $0.ask(.words("राष्ट्र")) },
    Case("what the full-text language would misread", "") {
      $0.ask(.words(#"" OR * NEAR( AND ^ - : {"#))
    },
    Case("an operator is a word", "") { $0.ask(.words("engine OR wire")) },
    Case("a quotation mark left open", "101") { $0.ask(.words(#""algebraic pat"# + "terns")) },
    Case("a quotation mark with an accent", "101") {
      $0.ask(.words("\"\u{301}algebraic patterns\"\u{301}"))
    },
    Case("signs alone", "") { $0.ask(.words("!!!")) },
    Case("no words", "103 102 101 107 106 104 105") { $0.ask(.words("  ")) },
    Case("conditions together", "101") {
      $0.ask(.handle(["ada_l"]))
      $0.ask(.platform(["x"]))
      $0.ask(.words("engine"))
      $0.ask(.since("2024"))
    },
    Case("a limit", "103 102") { $0.limit = 2 },
    Case("a limit of nothing", "") { $0.limit = 0 },
  ]

  @Test("a question finds what it asks for", arguments: cases)
  func find(_ asked: Case) throws {
    let scratch = try ScratchIndex(Self.citations)
    var query = PostQuery()
    asked.edit(&query)
    let index = try scratch.open()
    let found = try index.posts(matching: query).posts.compactMap(\.post.id)
    #expect(found.joined(separator: " ") == asked.expected)
    if query.limit == 50 { #expect(try index.count(matching: query) == found.count) }
  }

  @Test("pages follow each other without gap or repetition", arguments: PostQuery.Order.allCases)
  func pages(_ order: PostQuery.Order) throws {
    let scratch = try ScratchIndex(Self.citations)
    let index = try scratch.open()
    var query = PostQuery()
    query.order = order
    let all = try index.posts(matching: query).posts.map(\.post.key)
    for limit in 1...8 {
      query.limit = limit
      query.cursor = nil
      var found: [PostKey] = []
      repeat {
        let page = try index.posts(matching: query)
        #expect(page.posts.count <= limit)
        found += page.posts.map(\.post.key)
        query.cursor = page.next
      } while query.cursor != nil && found.count < 20
      #expect(found == all)
    }
  }

  @Test(
    "what is no date is refused with an example",
    arguments: [
      "", "24", "2024-13", "2024-02-30", "yesterday", "2024-1-1", "2024-01-01T10", "2024-01T10:00Z",
    ])
  func dates(_ text: String) throws {
    let scratch = try ScratchIndex()
    var query = PostQuery()
    query.ask(.since(text))
    let index = try scratch.open()
    let error = #expect(throws: IndexError.self) { try index.posts(matching: query) }
    #expect(error?.code == .invalidDate)
    #expect(error?.description.contains("2024-01-31") ?? false)
  }

  @Test(
    "a cursor of another question is refused",
    arguments: ["", "newest", "oldest.1.1.1", "newest.a.1.1", "newest.1.1"])
  func cursors(_ text: String) throws {
    let scratch = try ScratchIndex()
    var query = PostQuery()
    query.cursor = .init(rawValue: text)
    let index = try scratch.open()
    let error = #expect(throws: IndexError.self) { try index.posts(matching: query) }
    #expect(error?.code == .invalidCursor)
  }
}

extension PostQuery {
  /// Adds a condition.
  mutating func ask(_ kind: Condition.Kind, not isNegated: Bool = false) {
    conditions.append(Condition(kind, isNegated: isNegated))
  }
}
