import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("The index is a function of the archive")
struct IndexLawTests {
  @Test("an index that caught up step by step equals one made anew, row for row")
  func incremental() {
    checkLaw("incremental = rebuild", runs: 12) { generator in
      let scratch = try ScratchIndex()
      for step in 0..<4 {
        let citations = (0..<Int.random(in: 0...8, using: &generator)).map {
          RandomPosts.citation(step * 100 + $0, &generator)
        }
        try scratch.add(citations, segmentBytes: 4000)
        _ = try scratch.open()
      }
      let grown = try ScratchIndex.rows(scratch.open())
      try ArchiveIndex.rebuild(scratch.archive)
      return grown == (try ScratchIndex.rows(scratch.open()))
    }
  }

  @Test("so it does where words are alike in chains, and where too many are")
  func nearTexts() {
    checkLaw("incremental = rebuild of near-duplicates", runs: 12) { generator in
      let scratch = try ScratchIndex()
      for step in 0..<5 {
        let count = Int.random(in: 0...(step == 2 ? 60 : 8), using: &generator)
        try scratch.add((0..<count).map { RandomPosts.near(step * 100 + $0, &generator) })
        _ = try scratch.open()
      }
      let grown = try ScratchIndex.rows(scratch.open())
      try ArchiveIndex.rebuild(scratch.archive)
      return grown == (try ScratchIndex.rows(scratch.open()))
    }
  }

  @Test("any order of import gives the same posts with the same fields", arguments: [false, true])
  func shuffled(isNear: Bool) {
    checkLaw("order of import", runs: 12) { generator in
      let citations = (0..<20).map {
        isNear ? RandomPosts.near($0, &generator) : RandomPosts.citation($0, &generator)
      }
      let first = try Self.posts(ScratchIndex(citations))
      for _ in 0..<2 {
        let scratch = try ScratchIndex()
        var rest = citations.shuffled(using: &generator)[...]
        while !rest.isEmpty {
          let count = Int.random(in: 1...rest.count, using: &generator)
          try scratch.add(Array(rest.prefix(count)))
          rest = rest.dropFirst(count)
          _ = try scratch.open()
        }
        guard try Self.posts(scratch) == first else { return false }
      }
      return true
    }
  }

  @Test("an index in memory equals one in a file")
  func inMemory() throws {
    var generator = SeededGenerator(seed: 5)
    let scratch = try ScratchIndex((0..<30).map { RandomPosts.citation($0, &generator) })
    let inFile = try ScratchIndex.rows(scratch.open())
    let inMemory = try IndexStore(scratch.archive).inMemory()
    let rows = try ScratchIndex.rows(
      ArchiveIndex(archive: scratch.archive, database: inMemory, isTemporary: true))
    #expect(rows == inFile)
  }

  /// Every post with its fields, sources and citations, without what depends on the order.
  private static func posts(_ scratch: ScratchIndex) throws -> Set<String> {
    var query = PostQuery()
    query.limit = 1000
    return Set(
      try scratch.open().posts(matching: query).posts.map { merged in
        let sources = merged.sources.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let joins = merged.joins.map { "\($0.citation.rawValue) \($0.key) \($0.certainty)" }
          .sorted()
        let citations = merged.citations.map(\.id.rawValue).sorted()
        return "\(merged.post) \(sources) \(joins) \(citations)"
      })
  }
}
