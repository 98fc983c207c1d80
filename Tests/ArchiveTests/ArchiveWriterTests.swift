import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Writing an archive")
struct ArchiveWriterTests {
  @Test("what is written is read back in order, once")
  func readBack() throws {
    let scratch = try ScratchArchive()
    #expect(try scratch.importing(0..<5) == 5)
    #expect(try scratch.citations() == (0..<5).map { ScratchArchive.citation($0) })
    #expect(try scratch.importing(0..<5) == 0)
    #expect(try scratch.lines().count == 5)
    #expect(try scratch.verify() == [])
  }

  @Test("a citation that is known is not added again, neither in one run nor in the next")
  func duplicates() throws {
    let scratch = try ScratchArchive()
    for expected in [2, 0] {
      var writer = try ArchiveWriter(scratch.archive)
      let citations = [0, 1, 0, 1].map { ScratchArchive.citation($0) }
      #expect(try writer.append(citations) == expected)
      try writer.close()
    }
    #expect(try scratch.lines().count == 2)
  }

  @Test("segments are sealed when they are long; sealed ones count for duplicates and verify")
  func seals() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<12, segmentBytes: 1500)
    let segments = try scratch.archive.segments()
    #expect(segments.count > 3)
    #expect(!segments.dropLast().contains { !$0.isSealed })
    let keys = try scratch.citations().map(\.post.key)
    #expect(keys == (0..<12).map { ScratchArchive.citation($0).post.key })
    let seal = try Seal(of: segments[0])
    #expect(seal.ids == seal.ids.sorted() && seal.ids.count == seal.count)
    #expect(try seal.bytes == ScratchArchive.read(segments[0].path).count)
    var writer = try ArchiveWriter(scratch.archive)
    #expect(try writer.append((0..<12).map { ScratchArchive.citation($0) }) == 0)
    try writer.close()
    #expect(try scratch.verify() == [])
  }

  @Test("a missing or damaged seal does not make citations forgotten", arguments: [nil, "", "{}"])
  func brokenSeal(_ content: String?) throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<6, segmentBytes: 1500)
    let seal = try scratch.archive.segments()[0].sealPath
    if let content {
      try ScratchArchive.write(content.utf8, to: seal)
    } else {
      try FileManager.default.removeItem(atPath: seal)
    }
    var writer = try ArchiveWriter(scratch.archive)
    #expect(try writer.append((0..<6).map { ScratchArchive.citation($0) }) == 0)
    try writer.close()
    #expect(try scratch.verify().count == 1)
  }

  @Test("a second writer is refused, and let in when the first has ended")
  func lock() throws {
    let scratch = try ScratchArchive()
    let first = try ArchiveWriter(scratch.archive)
    let error = #expect(throws: ArchiveError.self) { _ = try ArchiveWriter(scratch.archive) }
    #expect(error?.code == .locked)
    #expect(
      error?.description.hasPrefix(scratch.archive.path + ": Another roost is writing") ?? false)
    try first.close()
    try ArchiveWriter(scratch.archive).close()
  }

  @Test("a reader sees whole lines only while a writer writes")
  func readingMeanwhile() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<2)
    let whole = try ScratchArchive.read(scratch.tail)
    try ScratchArchive.write(whole + whole.prefix(100), to: scratch.tail)
    #expect(try scratch.citations().count == 2)
    #expect(try ArchiveVerifier.verify(scratch.archive).unfinishedBytes == 100)
  }

  @Test("a source is done until it changes or another reader reads it")
  func progress() throws {
    let scratch = try ScratchArchive()
    let source = ScratchArchive.source("a.warc")
    var writer = try ArchiveWriter(scratch.archive)
    #expect(writer.progress(of: source) == nil)
    try writer.checkpoint([Checkpoint(source: source, offset: 5, isDone: false)])
    try writer.checkpoint([Checkpoint(source: source, offset: 7, isDone: false)])
    try writer.close()
    let again = try ArchiveWriter(scratch.archive)
    #expect(again.progress(of: source)?.offset == 7)
    for change: (inout SourceIdentity) -> Void in [
      { $0.size = 11 }, { $0.modified = 2 }, { $0.reader = "newer" }, { $0.path = "b.warc" },
    ] {
      var changed = source
      change(&changed)
      #expect(again.progress(of: changed) == nil)
    }
    try again.close()
  }

  @Test("an identifier that is no identifier is refused and nothing is written")
  func invalid() throws {
    let scratch = try ScratchArchive()
    var citation = ScratchArchive.citation(1)
    citation.id = CitationID(rawValue: "A\n")
    var writer = try ArchiveWriter(scratch.archive)
    let error = #expect(throws: ArchiveError.self) { try writer.append([citation]) }
    #expect(error?.code == .invalidCitation)
    try writer.close()
    #expect(try scratch.lines().isEmpty)
  }
}
