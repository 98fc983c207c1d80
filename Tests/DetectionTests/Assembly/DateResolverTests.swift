import PostModel
import Testing

@testable import Detection

@Suite("Which date of a post is believed")
struct DateResolverTests {
  static let resolver = DateResolver(catalog: CompiledCatalog())
  /// An id of X made at 2025-02-01T23:30:00Z.
  static let lateEvening = "1885833004446650369"

  static func article(published: String? = nil, captured: String? = nil) -> Article {
    var article = Article(
      id: "a", source: Provenance(path: "a.html", format: "html"), digest: "sha256:0")
    article.published = published.map { PostDate(value: $0, precision: .day, source: .meta) }
    article.captured = captured
    return article
  }

  static func printed(_ year: Int, _ month: Int, _ day: Int) throws -> PostDate {
    PostDate(
      day: try #require(CivilDate(year: year, month: month, day: day)), source: .printed)
  }

  @Test("the id's time goes before what is printed")
  func idFirst() throws {
    let found = Self.resolver.resolution(
      platform: "x", id: Self.lateEvening, dates: [try Self.printed(2025, 2, 1)],
      article: Self.article())
    #expect(found.date?.source == .postID)
    #expect(found.date?.value.hasPrefix("2025-02-01T") == true)
    #expect(found.findings.isEmpty)
  }

  @Test("on X a printed day that is off by one is a finding")
  func otherDay() throws {
    let found = Self.resolver.resolution(
      platform: "x", id: Self.lateEvening, dates: [try Self.printed(2025, 2, 2)],
      article: Self.article())
    #expect(found.findings == [.printedDateDiffersFromID])
  }

  @Test("elsewhere a day's difference is the reader's zone")
  func zones() throws {
    let found = Self.resolver.resolution(
      platform: "bluesky", id: "3l3vgf77uco2g", dates: [try Self.printed(2024, 9, 12)],
      article: Self.article())
    #expect(found.findings.isEmpty)
  }

  @Test("without any date the article's is a bound, to the day")
  func bound() {
    let found = Self.resolver.resolution(
      platform: "x", id: nil, dates: [],
      article: Self.article(published: "2025-03-18T10:00:00+02:00"))
    #expect(found.date?.value == "../2025-03-18")
    #expect(found.date?.precision == .bound)
    #expect(found.date?.source == .article)
  }

  @Test("an id that is younger than the page's capture is a finding, and gives no date")
  func future() {
    let found = Self.resolver.resolution(
      platform: "x", id: Self.lateEvening, dates: [],
      article: Self.article(captured: "2024-12-31T00:00:00Z"))
    #expect(found.findings == [.idInFuture])
    #expect(found.date == nil)
  }
}
