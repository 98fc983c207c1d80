import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Joining archives")
struct MergeTests {
  private static func merge(
    _ others: [ScratchArchive], into target: ScratchArchive
  ) throws -> (reports: [MergeReport], troubles: [Diagnostic]) {
    var writer = try ArchiveWriter(target.archive)
    var troubles: [Diagnostic] = []
    var reports: [MergeReport] = []
    for other in others {
      reports.append(try writer.merge(other.archive) { troubles.append($0) })
    }
    try writer.close()
    return (reports, troubles)
  }

  private static func archive(_ numbers: Range<Int>) throws -> ScratchArchive {
    let scratch = try ScratchArchive()
    try scratch.importing(numbers, segmentBytes: 1500)
    return scratch
  }

  @Test("lines come in the order of the archives, each once; sources that were read stay known")
  func order() throws {
    let target = try Self.archive(2..<4)
    let result = try Self.merge([Self.archive(3..<8), Self.archive(0..<5)], into: target)
    #expect(result.reports.map(\.added) == [4, 2])
    #expect(result.reports.map(\.sources) == [4, 2])
    #expect(result.troubles.isEmpty)
    let expected = [2, 3, 4, 5, 6, 7, 0, 1].map { ScratchArchive.citation($0) }
    #expect(try target.citations() == expected)
    #expect(try target.verify() == [])
    #expect(try target.importing(0..<8) == 0)
    #expect(try target.lines().count == 8)
  }

  @Test("the same again adds nothing, and neither order loses a line")
  func again() throws {
    let (first, second) = (try Self.archive(0..<3), try Self.archive(2..<6))
    let target = try ScratchArchive()
    _ = try Self.merge([first, second], into: target)
    let lines = try target.lines()
    #expect(try Self.merge([second, first], into: target).reports.map(\.added) == [0, 0])
    #expect(try target.lines() == lines)
    let other = try ScratchArchive()
    _ = try Self.merge([second, first], into: other)
    #expect(try Set(other.lines().map(\.bytes)) == Set(lines.map(\.bytes)))
  }

  @Test("of one file the further progress counts, of two files under one path that of the target")
  func progress() throws {
    func scratch(_ checkpoint: Checkpoint) throws -> ScratchArchive {
      let scratch = try ScratchArchive()
      var writer = try ArchiveWriter(scratch.archive)
      try writer.checkpoint([checkpoint])
      try writer.close()
      return scratch
    }
    func progress(_ target: ScratchArchive) throws -> Checkpoint? {
      let writer = try ArchiveWriter(target.archive)
      defer { _ = writer.archive }
      return writer.progress["a"]
    }
    let source = ScratchArchive.source("a")
    let target = try scratch(Checkpoint(source: source, offset: 5, isDone: false))
    _ = try Self.merge(
      [scratch(Checkpoint(source: source, offset: 7, isDone: false))], into: target)
    #expect(try progress(target)?.offset == 7)
    _ = try Self.merge(
      [scratch(Checkpoint(source: source, offset: 6, isDone: false))], into: target)
    #expect(try progress(target)?.offset == 7)
    var changed = source
    changed.size = 99
    _ = try Self.merge(
      [scratch(Checkpoint(source: changed, offset: 99, isDone: true))], into: target)
    #expect(try progress(target)?.source == source)
  }

  @Test("a damaged line is said and left out, and its source is not taken over")
  func damaged() throws {
    let other = try Self.archive(0..<4)
    let path = try other.archive.segments()[0].path
    var lines = try ScratchArchive.read(path).split(separator: 0x0A).map(Array.init)
    lines[0] = Array("no citation".utf8)
    try ScratchArchive.write(lines.joined(separator: [0x0A]) + [0x0A], to: path)
    let target = try ScratchArchive()
    let result = try Self.merge([other], into: target)
    #expect(result.reports[0].errors == 1)
    #expect(result.reports[0].added == 3)
    #expect(result.troubles[0].description.hasPrefix("\(path):0: error: This line is no citation"))
    #expect(try target.importing(0..<4) == 1)
    #expect(try target.verify() == [])
  }

  @Test("tombstones of either side hold for both")
  func tombstones() throws {
    let (other, target) = (try Self.archive(0..<4), try Self.archive(4..<6))
    for (scratch, number) in [(other, 4), (target, 1)] {
      var writer = try ArchiveWriter(scratch.archive)
      let key = ScratchArchive.citation(number).post.key
      try writer.forget([Tombstone(post: key, created: ScratchArchive.created)])
      try writer.close()
    }
    let result = try Self.merge([other], into: target)
    #expect(result.reports[0].added == 3)
    #expect(result.reports[0].forgotten == 1)
    #expect(try target.archive.tombstones().all.count == 2)
    #expect(try ArchiveVerifier.verify(target.archive).forgotten == 1)
  }

  @Test("an archive is not joined with itself, by whatever name")
  func itself() throws {
    let scratch = try Self.archive(0..<2)
    let link = scratch.folder.path("link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.archive.path)
    let other = try Archive.open(at: link)
    var writer = try ArchiveWriter(scratch.archive)
    #expect(throws: ArchiveError.self) { _ = try writer.merge(other) { _ in } }
    try writer.close()
  }
}
