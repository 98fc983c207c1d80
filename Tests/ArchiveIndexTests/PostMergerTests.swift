import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("Merging the citations of one post")
struct PostMergerTests {
  static func merge(_ citations: [Citation]) throws -> MergedPost {
    try #require(PostMerger.merge(citations, joins: []))
  }

  @Test("a lone citation is itself, and is the source of every field that it has")
  func lone() throws {
    let citation = Citation.sample(1, "x:1") {
      $0.post.set(handle: "ada", day: "2024-01-01", text: "Words.", code: "C")
      $0.post.language = LanguageTag("en")
      $0.post.mentions = ["b"]
    }
    let merged = try Self.merge([citation])
    #expect(merged.post == citation.post)
    #expect(Set(merged.sources.values) == [citation.id])
    #expect(
      merged.sources.keys.sorted() == [
        "author.handle", "id", "key", "lang", "media", "mentions", "platform", "published", "text",
      ])
  }

  @Test(
    "a remnant learns handle, day and permalink from the embed and keeps its own findings apart")
  func remnant() throws {
    let embed = Citation.sample(1, "x:1", in: "one") {
      $0.post.set(handle: "ada", code: "C")
      $0.post.permalink = "https://x.com/ada/status/1"
      $0.post.published = PostDate(
        millisecondsSinceEpoch: 1_700_000_000_123, precision: .millisecond, source: .postID)
    }
    let remnant = Citation.sample(2, "x:pic/C", form: .remnant, in: "two") {
      $0.post.set(handle: nil, text: "Only words.", code: "C")
      $0.post.published = PostDate(value: "../2025-01", precision: .bound, source: .article)
      $0.confidence = 1
    }
    let merged = try Self.merge([remnant, embed])
    #expect(merged.post.key.rawValue == "x:1")
    #expect(merged.post.author?.handle == "ada")
    #expect(merged.post.permalink == "https://x.com/ada/status/1")
    #expect(merged.post.published?.source == .postID)
    #expect(merged.post.text == "Only words.")
    #expect(merged.sources["text"] == remnant.id)
    #expect(merged.sources["published"] == embed.id)
    #expect(merged.citations == [remnant, embed])
  }

  @Test(
    "the more trusted date wins, then the more precise",
    arguments: [
      (("2024-01-02", .day, .printed), ("2024-01-01", .day, .prose)),
      (("2024-01-01", .day, .markup), ("2024-01-02", .day, .printed)),
      (("2024-01-01T10:00Z", .minute, .markup), ("2024-01-01", .day, .markup)),
      (("2024", .year, .prose), ("../2024-02-01", .bound, .article)),
    ]
      as [(
        (String, PostDate.Precision, PostDate.Source), (String, PostDate.Precision, PostDate.Source)
      )]
  )
  func dates(
    _ better: (String, PostDate.Precision, PostDate.Source),
    _ worse: (String, PostDate.Precision, PostDate.Source)
  ) throws {
    let citations = [worse, better].enumerated().map { number, date in
      Citation.sample(number, "x:1", form: number == 0 ? .embed : .link) {
        $0.post.published = PostDate(value: date.0, precision: date.1, source: date.2)
      }
    }
    #expect(try Self.merge(citations).post.published?.value == better.0)
  }

  @Test("words that the platform cut give way to whole ones")
  func cut() throws {
    let cut = Citation.sample(1, "x:1") {
      $0.post.text = "The first words…"
      $0.findings = [.textCutByPlatform]
    }
    let whole = Citation.sample(2, "x:1", form: .remnant) {
      $0.post.text = "The first words and the rest."
      $0.post.language = LanguageTag("en")
    }
    let merged = try Self.merge([cut, whole])
    #expect(merged.post.text == "The first words and the rest.")
    #expect(merged.sources["lang"] == whole.id)
    #expect(try Self.merge([cut]).post.text == "The first words…")
  }

  @Test("nothing merges to nothing")
  func nothing() {
    #expect(PostMerger.merge([], joins: []) == nil)
  }
}
