import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("The index of the archive of version 1")
struct FixtureIndexTests {
  private static func index() throws -> ArchiveIndex {
    let archive = try Archive.open(at: Fixtures.url("archives/v1").path(percentEncoded: false))
    return ArchiveIndex(
      archive: archive, database: try IndexStore(archive).inMemory(), isTemporary: true)
  }

  @Test("a remnant in one article shows what another article's embed knows of the post")
  func remnant() throws {
    let merged = try #require(try Self.index().post("pic.twitter.com/nW4eI9yoXq"))
    #expect(merged.post.key.rawValue == "x:1901234567890123456")
    #expect(merged.post.author?.handle == "HarbourMaster")
    #expect(merged.post.published?.value == "2025-03-16T08:01:02.123Z")
    #expect(merged.joins.map(\.key) == ["media", "media"])
    #expect(merged.citations.map(\.form) == [.embed, .remnant])
    #expect(merged.citations.map(\.article.site) == ["vestnik.example", "gazette.example"])
  }

  @Test("Bulgarian words find the quotation")
  func words() throws {
    var query = PostQuery()
    query.ask(.words("мостът КМЕТИЦАТА"))
    let posts = try Self.index().posts(matching: query).posts
    #expect(posts.map(\.post.platform) == ["telegram"])
    #expect(try Self.index().posts(citedBy: "gazette.example/bridge").count == 3)
  }
}
