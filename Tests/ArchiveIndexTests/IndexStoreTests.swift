import Archive
import Foundation
import GRDB
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("The index on disk")
struct IndexStoreTests {
  static let five = (0..<5).map { Citation.sample($0, "x:\($0)") }

  static func keys(_ index: ArchiveIndex) throws -> [String] {
    var query = PostQuery()
    query.order = .archive
    return try index.posts(matching: query).posts.map(\.post.key.rawValue)
  }

  static let wanted = ["x:0", "x:1", "x:2", "x:3", "x:4"]

  @Test("a deleted index is made again and gives the same answers")
  func deleted() throws {
    let scratch = try ScratchIndex(Self.five)
    #expect(try Self.keys(scratch.open()) == Self.wanted)
    try FileManager.default.removeItem(atPath: scratch.archive.indexPath)
    #expect(try Self.keys(scratch.open()) == Self.wanted)
    #expect(try scratch.open().isTemporary == false)
  }

  @Test(
    "a file that is no index of this version is made anew",
    arguments: ["", "not a database", "older", "half"])
  func unusable(_ content: String) throws {
    let scratch = try ScratchIndex(Self.five)
    let path = scratch.archive.indexPath
    switch content {
    case "older":
      try scratch.open().database.write { try $0.execute(sql: "PRAGMA user_version = 0") }
    case "half":
      _ = try scratch.open()
      let bytes = try Data(contentsOf: URL(filePath: path))
      try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
    default: try scratch.folder.write(content, to: "a/index.sqlite")
    }
    #expect(try Self.keys(scratch.open()) == Self.wanted)
  }

  @Test("an index of an archive that was replaced or cut is made anew")
  func replaced() throws {
    let scratch = try ScratchIndex(Self.five)
    _ = try scratch.open()
    let segment = scratch.archive.path + "/citations/000001.jsonl"
    let lines = try Data(contentsOf: URL(filePath: segment)).split(separator: 0x0A)
    try scratch.folder.write(
      Data(lines.reversed().joined(separator: [0x0A])) + [0x0A], to: "a/citations/000001.jsonl")
    #expect(try Self.keys(scratch.open()) == Self.wanted.reversed())
    try scratch.folder.write(Array(lines[0]) + [0x0A], to: "a/citations/000001.jsonl")
    #expect(try Self.keys(scratch.open()) == ["x:0"])
    try scratch.add(Self.five)
    #expect(try Self.keys(scratch.open()) == Self.wanted)
  }

  @Test("an index catches up when it is opened, and when it is told to")
  func catchesUp() throws {
    let scratch = try ScratchIndex(Array(Self.five.prefix(2)))
    let index = try scratch.open()
    try scratch.add(Array(Self.five.prefix(4)))
    #expect(try Self.keys(index).count == 2)
    try index.catchUp()
    #expect(try Self.keys(index).count == 4)
    try scratch.add(Self.five, segmentBytes: 100)
    #expect(try Self.keys(scratch.open()) == Self.wanted)
  }

  @Test("a line that is torn or being written waits; a line that is no citation is told")
  func oddLines() throws {
    let scratch = try ScratchIndex(Self.five)
    let segment = scratch.archive.path + "/citations/000001.jsonl"
    let bytes = try Data(contentsOf: URL(filePath: segment))
    try scratch.folder.write(bytes + Data("{\"v\":1}\nhalf".utf8), to: "a/citations/000001.jsonl")
    let index = try scratch.open()
    #expect(try Self.keys(index) == Self.wanted)
    let trouble = try index.unreadableLines()
    #expect(trouble.map(\.offset) == [bytes.count])
    #expect(trouble.first?.message.contains("`id` is missing") ?? false)
  }

  @Test("a citation that stands twice in the archive counts once")
  func twice() throws {
    let scratch = try ScratchIndex(Self.five)
    let segment = scratch.archive.path + "/citations/000001.jsonl"
    let bytes = try Data(contentsOf: URL(filePath: segment))
    try scratch.folder.write(bytes + bytes, to: "a/citations/000001.jsonl")
    let index = try scratch.open()
    #expect(try Self.keys(index) == Self.wanted)
    #expect(try index.post("x:0")?.citations.count == 1)
  }

  @Test("an empty archive has an empty index")
  func empty() throws {
    let scratch = try ScratchIndex()
    #expect(try Self.keys(scratch.open()) == [])
    #expect(try scratch.open().post("x:1") == nil)
  }

  @Test("a lock on the index from elsewhere does not stop a reader", .timeLimit(.minutes(1)))
  func twoReaders() throws {
    let scratch = try ScratchIndex(Self.five)
    let first = try scratch.open()
    let second = try scratch.open()
    try scratch.add([.sample(7, "x:7")])
    try first.catchUp()
    try second.catchUp()
    #expect(try Self.keys(first) == Self.keys(second))
  }

  @Test("where nothing can be written, an index that fits is used, and else one is made in memory")
  func readOnly() throws {
    guard let device = try SmallFileSystem(kilobytes: 4000) else { return }
    let archive = try Archive.create(at: device.folder.path("a"), created: "2025-01-02T03:04:05Z")
    func importing(_ count: Int) throws {
      var writer = try ArchiveWriter(archive)
      try writer.append(Array(Self.five.prefix(count)))
      try writer.close()
    }
    for (count, makesIndex, isTemporary) in [(2, true, false), (4, false, true), (5, true, false)] {
      try importing(count)
      if makesIndex { _ = try ArchiveIndex(archive: archive) }
      #expect(device.setReadOnly(true))
      let index = try ArchiveIndex(archive: archive)
      #expect(index.isTemporary == isTemporary)
      #expect(try Self.keys(index).count == count)
      #expect(device.setReadOnly(false))
    }
  }

  @Test("a full device is said, the archive stays whole, and space makes the index work")
  func full() throws {
    guard let device = try SmallFileSystem(kilobytes: 60) else { return }
    let archive = try Archive.create(at: device.folder.path("a"), created: "2025-01-02T03:04:05Z")
    var writer = try ArchiveWriter(archive)
    try writer.append(Self.five)
    try writer.close()
    let error = #expect(throws: IndexError.self) { _ = try ArchiveIndex(archive: archive) }
    #expect(error?.code == .diskFull)
    #expect(error?.message.contains("the archive itself is whole") ?? false)
    #expect(device.resize(kilobytes: 4000))
    #expect(try Self.keys(ArchiveIndex(archive: archive)) == Self.wanted)
  }

  @Test("what a killed run left half made is removed")
  func leftovers() throws {
    let scratch = try ScratchIndex(Self.five)
    try scratch.folder.write("half", to: "a/index.sqlite.new-999999999")
    _ = try scratch.open()
    #expect(
      !FileManager.default.fileExists(atPath: scratch.archive.path + "/index.sqlite.new-999999999"))
  }
}
