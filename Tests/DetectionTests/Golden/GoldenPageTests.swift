import Detection
import Foundation
import PostModel
import TestSupport
import Testing

private let detector = Detector()

/// `UPDATE_FIXTURES=1 swift test --filter GoldenPageTests` writes what is found as what is expected;
/// read the difference before it is committed.
@Suite("Golden pages and texts")
struct GoldenPageTests {
  @Test("a page cites what its expectation says", arguments: try GoldenCase.pages())
  func page(_ golden: GoldenCase) throws {
    try compare(golden)
  }

  @Test("a broken page cites what its expectation says", arguments: try GoldenCase.broken())
  func broken(_ golden: GoldenCase) throws {
    try compare(golden)
  }

  @Test("a text cites what its expectation says", arguments: try GoldenCase.texts())
  func text(_ golden: GoldenCase) throws {
    try compare(golden)
  }

  private func compare(_ golden: GoldenCase) throws {
    let citations = try golden.found(by: detector)
    let found = citations.map { GoldenCitation($0) }
    var expected = try golden.expected()
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      expected.citations = found
      try golden.rewrite(expected)
      return
    }
    for missing in expected.citations where !found.contains(missing) {
      Issue.record("missing: \(missing)")
    }
    for other in found where !expected.citations.contains(other) {
      Issue.record("not expected: \(other)")
    }
    #expect(found.count == expected.citations.count)
    if Set(found) == Set(expected.citations) {
      #expect(found == expected.citations, "the order of the page is lost")
    }
    if let article = expected.article, let first = citations.first?.article {
      check(first, article)
    }
  }

  private func check(_ found: Article, _ expected: GoldenExpectation.Article) {
    if let url = expected.url { #expect(found.url == url) }
    if let title = expected.title { #expect(found.title == title) }
    if let site = expected.site { #expect(found.site == site) }
    if let published = expected.published {
      #expect(found.published?.value.prefix(published.count) == published[...])
    }
    if let lang = expected.lang { #expect(found.language?.primary == lang) }
  }
}
