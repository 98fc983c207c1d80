import Archive
import Foundation
import TestSupport
import Testing

@Suite("Opening an archive")
struct ArchiveOpeningTests {
  private static func error(_ body: () throws -> Void) -> ArchiveError? {
    do {
      try body()
      return nil
    } catch {
      return error as? ArchiveError
    }
  }

  @Test("what is no archive is refused with the way out")
  func refused() throws {
    let folder = try ScratchFolder()
    let missing = Self.error { _ = try Archive.open(at: folder.path("none")) }
    #expect(missing?.code == .notFound)
    #expect(missing?.message.contains("roost import INPUT --archive") ?? false)

    try folder.write("text", to: "other/file.txt")
    #expect(Self.error { _ = try Archive.open(at: folder.path("other")) }?.code == .notAnArchive)
    let taken = Self.error {
      _ = try Archive.openOrCreate(at: folder.path("other"), created: ScratchArchive.created)
    }
    #expect(taken?.code == .alreadyExists)

    try folder.write("{}", to: "odd/archive.json")
    #expect(Self.error { _ = try Archive.open(at: folder.path("odd")) }?.code == .notAnArchive)

    try folder.write("a", to: "file")
    let file = Self.error {
      _ = try Archive.openOrCreate(at: folder.path("file"), created: ScratchArchive.created)
    }
    #expect(file?.path == folder.path("file"))
  }

  @Test("folders that lead to a new archive are made, and it is opened the second time")
  func create() throws {
    let folder = try ScratchFolder()
    let path = folder.path("a/b/c")
    let made = try Archive.openOrCreate(at: path, created: ScratchArchive.created)
    #expect(try Archive.openOrCreate(at: path, created: "2026-01-01T00:00:00Z") == made)
    #expect(made.created == ScratchArchive.created)
  }

  @Test(
    "an archive of a newer version is refused for reading and writing, wherever it shows",
    arguments: ["archive.json", "journal.jsonl", "citations/000001.jsonl", "citations/000001.seal"])
  func newer(_ name: String) throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<1)
    let text =
      name == "archive.json"
      ? #"{"format":"roost-archive","version":2,"created":"x"}"# : #"{"v":2,"segment":1}"#
    try ScratchArchive.write((text + "\n").utf8, to: scratch.archive.path + "/" + name)
    let error = Self.error {
      let archive = try Archive.open(at: scratch.archive.path)
      var cursor = try ArchiveReader(archive).lines()
      while let line = try cursor.next() { _ = try line.citation() }
      try ArchiveWriter(archive).close()
    }
    #expect(error?.code == .newerVersion)
    #expect(error?.message.contains("Use the newer roost") ?? false)
  }

  @Test("a folder that cannot be written is read all the same, and says what to do")
  func readOnly() throws {
    guard let device = try SmallFileSystem(kilobytes: 400) else { return }
    let archive = try Archive.create(at: device.folder.path("a"), created: ScratchArchive.created)
    var writer = try ArchiveWriter(archive)
    try writer.append([ScratchArchive.citation(1)])
    try writer.close()
    #expect(device.setReadOnly(true))
    var cursor = try ArchiveReader(archive).lines()
    #expect(try cursor.next()?.citation() == ScratchArchive.citation(1))
    let error = Self.error { try ArchiveWriter(archive).close() }
    #expect(error?.code == .notWritable)
    #expect(error?.message.contains("Copy it to a place of your own") ?? false)
  }
}
