import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Forgetting")
struct ForgettingTests {
  private static let now = ScratchArchive.created

  private static func citation(_ number: Int, handle: String? = nil) -> Citation {
    var citation = ScratchArchive.citation(number)
    citation.post.platform = "x"
    citation.post.id = "\(number)"
    citation.post.author = handle.map { Account(handle: $0) }
    return citation
  }

  private static func filled(_ handles: [String?]) throws -> ScratchArchive {
    let scratch = try ScratchArchive()
    var writer = try ArchiveWriter(scratch.archive, options: .init(segmentBytes: 1500))
    for (number, handle) in handles.enumerated() {
      try writer.append([citation(number, handle: handle)])
      let source = ScratchArchive.source("\(number).html")
      try writer.checkpoint([Checkpoint(source: source, offset: 10, isDone: true)])
    }
    try writer.close()
    return scratch
  }

  private static func forget(_ tombstones: [Tombstone], in scratch: ScratchArchive) throws {
    var writer = try ArchiveWriter(scratch.archive)
    try writer.forget(tombstones)
    try writer.close()
  }

  @Test(
    "a tombstone covers a post by each of its keys, and an account whatever its case",
    arguments: [
      (Tombstone(post: PostKey(rawValue: "x:7"), created: now), true),
      (Tombstone(post: PostKey(rawValue: "x:pic/AbC"), created: now), true),
      (Tombstone(post: PostKey(rawValue: "x:pic/abc"), created: now), false),
      (Tombstone(post: PostKey(rawValue: "bluesky:7"), created: now), false),
      (Tombstone(account: "ada", platform: nil, created: now), true),
      (Tombstone(account: "@ADA", platform: "x", created: now), true),
      (Tombstone(account: "ada", platform: "bluesky", created: now), false),
      (Tombstone(account: "ad", platform: nil, created: now), false),
    ])
  func covers(_ tombstone: Tombstone, _ expected: Bool) {
    var citation = Self.citation(7, handle: "Ada")
    citation.post.media = [Media(url: "https://pic.twitter.com/AbC")]
    var tombstones = Tombstones()
    #expect(!tombstones.covers(citation))
    let added = [tombstones.add(tombstone), tombstones.add(tombstone)]
    #expect(added == [true, false])
    #expect(tombstones.covers(citation) == expected)
  }

  @Test("what is forgotten is not named, is not added again, and is counted by verify")
  func forgotten() throws {
    let scratch = try Self.filled(["ada", "eve", nil, "EVE"])
    try Self.forget([Tombstone(account: "eve", platform: nil, created: Self.now)], in: scratch)
    let list = try ScratchArchive.read(scratch.archive.path + "/tombstones.jsonl")
    #expect(!String(decoding: list, as: UTF8.self).contains("eve"))
    #expect(try ArchiveVerifier.verify(scratch.archive).forgotten == 2)
    var writer = try ArchiveWriter(scratch.archive)
    #expect(try writer.append([Self.citation(9, handle: "Eve"), Self.citation(10)]) == 1)
    try writer.close()
  }

  @Test("compacting takes the lines out for good, keeps the others and what was read, and verifies")
  func compact() throws {
    let scratch = try Self.filled(["ada", "eve", nil, "eve", "bob", "eve", nil])
    try Data("made".utf8).write(to: URL(filePath: scratch.archive.indexPath))
    try Self.forget([Tombstone(account: "eve", platform: "x", created: Self.now)], in: scratch)
    #expect(!FileManager.default.fileExists(atPath: scratch.archive.indexPath))
    var writer = try ArchiveWriter(scratch.archive)
    let report = try writer.compact()
    #expect(report.lines == 3)
    #expect(try writer.compact().segments == 0)
    #expect(writer.progress.count == 7)
    #expect(try writer.append([Self.citation(3, handle: "eve")]) == 0)
    try writer.close()
    #expect(try scratch.verify() == [])
    #expect(try scratch.citations().map(\.post.key.rawValue) == ["x:0", "x:2", "x:4", "x:6"])
    for name in try FileManager.default.subpathsOfDirectory(atPath: scratch.archive.path)
    where name.contains(".") {
      let content = try ScratchArchive.read(scratch.archive.path + "/" + name)
      #expect(!String(decoding: content, as: UTF8.self).contains("eve"), "\(name)")
    }
    #expect(try scratch.importing(7..<9) == 2)
    #expect(try scratch.verify() == [])
  }

  @Test("a compaction that was cut off has lost no line, and the next one ends it")
  func cutOff() throws {
    let scratch = try Self.filled(["ada", "eve", nil, "eve", "bob"])
    try Self.forget([Tombstone(account: "eve", platform: nil, created: Self.now)], in: scratch)
    var writer = try ArchiveWriter(scratch.archive)
    _ = try writer.compact()
    try writer.close()
    let segment = try scratch.archive.segments()[0]
    try FileManager.default.removeItem(atPath: segment.sealPath)
    try ScratchArchive.write("half".utf8, to: segment.path + ".tmp")
    #expect(try scratch.citations().count == 3)
    #expect(try scratch.verify().count == 1)
    writer = try ArchiveWriter(scratch.archive)
    #expect(try writer.compact().segments == 1)
    #expect(writer.progress.count == 5)
    try writer.close()
    #expect(try scratch.verify() == [])
    #expect(try scratch.citations().count == 3)
  }

  @Test("the open segment, too, is compacted")
  func openSegment() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4)
    let key = ScratchArchive.citation(1).post.key
    try Self.forget([Tombstone(post: key, created: Self.now)], in: scratch)
    var writer = try ArchiveWriter(scratch.archive)
    #expect(try writer.compact().lines == 1)
    try writer.close()
    #expect(try scratch.lines().count == 3)
    #expect(try scratch.verify() == [])
    #expect(try scratch.importing(0..<6) == 2)
    #expect(try scratch.verify() == [])
  }

  @Test("a damaged tombstone is not passed over: nothing is opened before a repair has said so")
  func damaged() throws {
    let scratch = try Self.filled(["ada", "eve"])
    try Self.forget(
      [
        Tombstone(account: "eve", platform: nil, created: Self.now),
        Tombstone(account: "ada", platform: nil, created: Self.now),
      ], in: scratch)
    let path = scratch.archive.path + "/tombstones.jsonl"
    var bytes = try ScratchArchive.read(path)
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 1
      try ScratchArchive.write(flipped, to: path)
      do {
        #expect(try !scratch.verify().isEmpty, "byte \(index)")
      } catch let error as ArchiveError {
        #expect(error.code == .newerVersion)
      }
    }
    bytes[60] ^= 1
    try ScratchArchive.write(bytes, to: path)
    let error = #expect(throws: ArchiveError.self) { try ArchiveWriter(scratch.archive).close() }
    #expect(error?.code == .damaged)
    let report = try ArchiveRepair.repair(at: scratch.archive.path, created: Self.now)
    #expect(report.notes.first?.message.contains("`roost forget`") ?? false)
    #expect(try scratch.archive.tombstones().all.count == 1)
    #expect(try scratch.verify() == [])
  }
}
