import DocumentSources
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("A folder is walked in one order")
struct FolderTests {
  @Test("names are ordered by their bytes, folders where their name stands")
  func order() throws {
    let folder = try ScratchFolder()
    for name in ["b.txt", "a/z.txt", "a/B.txt", "Ä.txt", "a.txt", "Z.txt"] {
      try folder.write("A text.", to: name)
    }
    let expected = ["Z.txt", "a/B.txt", "a/z.txt", "a.txt", "b.txt", "Ä.txt"]
    #expect(Reading([folder.path]).files == expected.map(folder.path))
    #expect(Reading([folder.path + "/"]).files == expected.map(folder.path))
  }

  @Test("hidden entries are reported and skipped; named ones are read")
  func hidden() throws {
    let folder = try ScratchFolder()
    for name in [".a", ".b", ".c", ".d", "e"] { try folder.write("A text.", to: name) }
    let reading = Reading([folder.path])
    #expect(reading.files == [folder.path("e")])
    #expect(
      reading.messages == [
        "\(folder.path): warning: 4 hidden entries are skipped: .a, .b, .c, …; "
          + "name a hidden file to read it"
      ])
    #expect(Reading([folder.path(".a")]).files == [folder.path(".a")])
  }

  @Test("a folder without documents is an error")
  func empty() throws {
    let folder = try ScratchFolder()
    #expect(
      Reading([folder.path]).messages == [
        "\(folder.path): error: this folder holds no documents"
      ])
  }

  @Test("what lies in a folder and is no document is a warning")
  func strangers() throws {
    let folder = try ScratchFolder()
    try folder.write([], to: "empty.html")
    try folder.write("GIF89a....", to: "logo.gif")
    try folder.write("A text.", to: "z.txt")
    let reading = Reading([folder.path])
    #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(reading.texts == ["A text."])
  }

  @Test("a link to a folder that holds it does not turn in circles")
  func circle() throws {
    let folder = try ScratchFolder()
    try folder.write("A text.", to: "a/b.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("a/loop"), withDestinationPath: folder.path)
    let reading = Reading([folder.path])
    #expect(reading.files == [folder.path("a/b.txt")])
    #expect(
      reading.messages == [
        "\(folder.path("a/loop")): warning: is a link to a folder that holds it; skipped"
      ])
  }

  @Test("an archive of Roost in the folder is no input")
  func archive() throws {
    let folder = try ScratchFolder()
    try folder.write("{}", to: "roost.archive/archive.json")
    try folder.write("{}\n", to: "roost.archive/citations/000001.jsonl")
    try folder.write("A text.", to: "a.txt")
    let reading = Reading([folder.path])
    #expect(reading.files == [folder.path("a.txt")])
    #expect(
      reading.messages == [
        "\(folder.path("roost.archive")): warning: is an archive of Roost and no input; skipped"
      ])
  }

  @Test("what an earlier run read is not opened again")
  func resume() throws {
    let folder = try ScratchFolder()
    try folder.write("A text.", to: "a.txt")
    try folder.write("{\"text\":\"one\"}\n{\"text\":\"two\"}\n", to: "b.jsonl")
    let reading = Reading([folder.path]) { $0.path.hasSuffix("a.txt") ? .done : .from(15) }
    #expect(reading.known == [folder.path("a.txt")])
    #expect(reading.texts == ["two"])
    #expect(reading.documents.first?.provenance.offset == 15)
  }

  @Test("the size of inputs is known before they are read")
  func size() throws {
    let folder = try ScratchFolder()
    try folder.write("12345", to: "a.txt")
    try folder.write("123", to: "b/c.txt")
    let size = InputSize(of: [.path(folder.path)])
    #expect(size.files == 2)
    #expect(size.bytes == 8)
    #expect(InputSize(of: [.standardInput]).bytes == nil)
  }
}
