import DocumentSources
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Lists of files and zip files")
struct ListTests {
  @Test(
    "the paths of a list are read in their order",
    arguments: [("\n", Input.ListSeparator.lineFeed), ("\r\n", .lineFeed), ("\0", .zero)])
  func list(_ end: String, _ separator: Input.ListSeparator) throws {
    let folder = try ScratchFolder()
    let paths = try ["c", "a"].map { try folder.write("The text \($0).", to: "\($0).txt") }
    let missing = folder.path("nowhere")
    let list = try folder.write(
      [paths[0], "", missing, paths[1]].joined(separator: end), to: "list")
    let reading = Reading([.list(path: list, separator: separator)])
    #expect(reading.files == paths)
    #expect(
      reading.missing.map(\.description) == ["\(missing): error: no such file or directory"])
  }

  @Test("a list that is not there is named")
  func missing() {
    let reading = Reading([.list(path: "/nowhere/list", separator: .lineFeed)])
    #expect(
      reading.missing.map(\.description) == [
        "/nowhere/list: error: no such file or directory"
      ])
  }

  @Test("the archives of a WACZ are read in the order of their names, from a file and from memory")
  func wacz() throws {
    let bytes = try Fixtures.bytes("sources/harbour.wacz")
    for reading in [Reading([fixture("harbour.wacz")]), Reading(bytes: bytes)] {
      #expect(reading.diagnostics.isEmpty)
      #expect(
        reading.documents.map(\.url) == [
          "https://harbour.example/ferry", "https://harbour.example/quay",
          "https://harbour.example/bench",
        ])
      #expect(reading.documents.map(\.title) == ["The ferry", nil, "The bench"])
      #expect(reading.documents.allSatisfy { $0.provenance.format == "wacz" })
      #expect(
        reading.documents.allSatisfy {
          $0.provenance.path.contains("harbour.wacz/archive/")
            || $0.provenance.path.contains("memory/archive/")
        })
    }
  }

  @Test("a run goes on within a WACZ")
  func resume() throws {
    let path = fixture("harbour.wacz")
    let whole = Reading([path])
    for (number, place) in whole.resumeOffsets.enumerated() {
      let start = try #require(place)
      let rest = Reading([path]) { _ in .from(start) }
      #expect(rest.documents.map(\.url) == whole.documents.dropFirst(number + 1).map(\.url))
    }
  }

  @Test(
    "a zip file that is no WACZ says what to do",
    arguments: [
      ("plain.zip", "this zip file holds no web archive (archive/*.warc.gz); unpack it"),
      ("cut.zip", "this zip file is damaged or not whole and cannot be read"),
    ])
  func otherZip(_ name: String, _ message: String) {
    let reading = Reading([fixture(name)])
    #expect(reading.documents.isEmpty)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasPrefix("\(fixture(name)): error: \(message)") == true)
  }
}
