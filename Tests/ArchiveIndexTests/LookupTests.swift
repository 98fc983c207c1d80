import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("Posts and articles by name")
struct LookupTests {
  static let citations: [Citation] = [
    .sample(1, "x:101", in: "one") {
      $0.post.permalink = "https://x.com/ada/status/101"
      $0.post.set(handle: "ada", code: "AbC12")
    },
    .sample(2, "x:pic/AbC12", form: .remnant, in: "two") {
      $0.post.set(handle: nil, code: "AbC12")
    },
    .sample(3, "unknown:text/0123456789abcdef", form: .quote, in: "two") {
      $0.post.text = "A sentence that nobody else has ever quoted anywhere."
    },
    .sample(4, "facebook:777", in: "three"),
    .sample(5, "instagram:777", in: "three"),
    .sample(6, "facebook:share/abc", in: "three") {
      $0.post.permalink = "https://www.facebook.com/share/p/abc/"
    },
  ]

  @Test(
    "a post is found by any of its names",
    arguments: [
      ("x:101", "x:101"), ("101", "x:101"), ("https://x.com/ada/status/101", "x:101"),
      ("x:pic/AbC12", "x:101"), ("pic.twitter.com/AbC12", "x:101"), ("https://t.co/AbC12", "x:101"),
      (citations[1].id.rawValue, "x:101"),
      ("unknown:text/0123456789abcdef", "unknown:text/0123456789abcdef"),
      ("https://www.facebook.com/share/p/abc/", "facebook:share/abc"),
      ("facebook:777", "facebook:777"),
      ("x:102", nil), ("", nil), ("x:", nil), (":", nil), ("pic.twitter.com/", nil),
      ("00000000000000000000000000000000", nil), ("' OR 1=1 --", nil),
    ] as [(String, String?)])
  func post(_ name: String, _ key: String?) throws {
    let scratch = try ScratchIndex(Self.citations)
    #expect(try scratch.open().post(name)?.post.key.rawValue == key)
  }

  @Test("a name of two posts is refused, and both are named")
  func ambiguous() throws {
    let scratch = try ScratchIndex(Self.citations)
    let index = try scratch.open()
    let error = #expect(throws: IndexError.self) { try index.post("777") }
    #expect(error?.code == .ambiguous)
    #expect(error?.message.contains("facebook:777, instagram:777") ?? false)
  }

  @Test("the articles that cite a post are given with their citations")
  func articles() throws {
    let scratch = try ScratchIndex(
      Self.citations + [.sample(9, "x:101", form: .link, in: "two")])
    let articles = try scratch.open().articles(citing: "101")
    #expect(
      articles.map(\.article.url) == ["https://www.example.org/one", "https://www.example.org/two"])
    #expect(articles.map(\.citations.count) == [1, 2])
    #expect(try scratch.open().articles(citing: "none").isEmpty)
  }

  @Test(
    "the posts that an article cites are found by its identifier, its address, its file",
    arguments: [
      citations[1].article.id, "https://www.example.org/two", "http://example.org/two/",
      "example.org/two#part", "two.html",
    ])
  func posts(_ name: String) throws {
    let scratch = try ScratchIndex(Self.citations)
    let keys = try scratch.open().posts(citedBy: name).map(\.post.key.rawValue)
    #expect(keys == ["x:101", "unknown:text/0123456789abcdef"])
  }
}
