import Archive
import Foundation
import TestSupport
import Testing

@Suite("Archives of every version that was released")
struct FixtureArchiveTests {
  static let all: [String] =
    (try? Fixtures.folders(under: "archives", holding: "archive.json")) ?? []

  @Test("there is one for each version of the format")
  func complete() {
    #expect(Self.all == (1...Archive.formatVersion).map { "archives/v\($0)" })
  }

  @Test(
    "it is read, fits the schema, verifies, and its lines are written again byte for byte",
    arguments: all)
  func read(_ folder: String) throws {
    let archive = try Archive.open(at: Fixtures.url(folder).path(percentEncoded: false))
    let report = try ArchiveVerifier.verify(archive)
    #expect(report.problems.map(\.description) == [])
    #expect(report.citations > 0)
    let schema = JSONSchema(CitationSchema.bytes)
    var cursor = try ArchiveReader(archive).lines()
    while let line = try cursor.next() {
      #expect(try schema.problems(with: line.bytes) == [])
      #expect(try CitationCodec.encode(line.citation()) == line.bytes)
    }
  }

  @Test("it is written on: what it has is known, what was read is remembered")
  func write() throws {
    let folder = try ScratchFolder()
    let path = folder.path("a")
    try FileManager.default.copyItem(
      atPath: Fixtures.url("archives/v1").path(percentEncoded: false), toPath: path)
    let archive = try Archive.open(at: path)
    var known: [ArchiveLine] = []
    var cursor = try ArchiveReader(archive).lines()
    while let line = try cursor.next() { known.append(line) }
    var writer = try ArchiveWriter(archive)
    #expect(writer.recovery.isEmpty)
    #expect(try writer.append(known.map { try $0.citation() }) == 0)
    let source = SourceIdentity(
      path: "crawl.warc.gz", size: 99_999, modified: 1_742_000_000_000_000_001, reader: "roost 0.1")
    #expect(writer.progress(of: source)?.offset == 5000)
    #expect(try writer.append([ScratchArchive.citation(1)]) == 1)
    try writer.close()
    #expect(try ArchiveVerifier.verify(archive).isSound)
  }
}
