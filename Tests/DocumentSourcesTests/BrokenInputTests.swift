import DocumentSources
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Broken inputs cost what is broken and nothing else")
struct BrokenInputTests {
  @Test("a broken line is named by its offset, the others are read")
  func brokenLine() {
    let path = fixture("broken-line.jsonl")
    let reading = Reading([path])
    #expect(reading.texts == ["The first is whole.", "The fifth is whole."])
    #expect(
      reading.messages == [
        "\(path):59: error: this line is no JSON object and was skipped",
        "\(path):97: error: this line has no field with a text or a page and was skipped; "
          + "name it with --fields text=FIELD or html=FIELD",
      ])
  }

  @Test("invalid UTF-8, half surrogate pairs and NaN are mended and reported")
  func mended() {
    let reading = Reading([fixture("mended.jsonl")])
    #expect(reading.texts == ["bad \u{FFFD} byte", "half \u{FFFD} pair", "not a number"])
    let path = fixture("mended.jsonl")
    let phrase = "warning: this line is broken JSON, read all the same:"
    #expect(
      reading.messages == [
        "\(path):0: \(phrase) invalid UTF-8 was replaced",
        "\(path):50: \(phrase) half surrogate pairs were replaced",
        "\(path):106: \(phrase) not strictly JSON",
      ])
  }

  @Test("a byte order mark, CRLF and a missing last line feed are no trouble")
  func lineEnds() {
    let reading = Reading([fixture("mark-and-no-feed.jsonl")])
    #expect(reading.texts == ["After a mark.", "Without a line feed."])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("a cut JSON file is an error")
  func cutFile() {
    #expect(
      Reading([fixture("cut.json")]).messages == [
        "\(fixture("cut.json")): error: this file opens like JSON and is not; "
          + "to read it as text, use --input text"
      ])
  }

  @Test("NUL bytes and invalid UTF-8 do not keep a document from being read")
  func dirtyDocuments() {
    let reading = Reading([fixture("nul.html"), fixture("invalid-utf8.txt")])
    #expect(reading.documents.map(\.provenance.format) == ["html", "text"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("a missing input is named, the rest is read")
  func missing() {
    let reading = Reading(["/nowhere/a.html", fixture("nul.html")])
    #expect(
      reading.missing.map(\.description) == [
        "/nowhere/a.html: error: no such file or directory"
      ])
    #expect(reading.documents.count == 1)
  }

  @Test("a line over the limit is passed over without being held", arguments: [0, 1])
  func longLine(_ position: Int) throws {
    let folder = try ScratchFolder()
    let long = Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: 3_000_000)
    let whole = Array("{\"text\":\"whole\"}".utf8)
    let lines = position == 0 ? [long, whole] : [whole, long]
    let path = try folder.write(lines.joined(separator: [0x0A]), to: "a.jsonl")
    var options = SourceOptions()
    options.documentLimit = 1_000_000
    let reading = Reading([path], options: options)
    #expect(reading.texts == ["whole"])
    #expect(
      reading.messages == [
        "\(path):\(position * 17): error: a document of 3000009 bytes is over the limit of "
          + "1000000 bytes and was skipped; raise it with --max-document"
      ])
  }

  @Test("a page over the limit is not loaded")
  func largePage() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      Array("<p>".utf8) + [UInt8](repeating: 0x61, count: 2000), to: "a.html")
    var options = SourceOptions()
    options.documentLimit = 1000
    #expect(
      Reading([path], options: options).messages == [
        "\(path): error: a document of 2003 bytes is over the limit of 1000 bytes and was "
          + "skipped; raise it with --max-document"
      ])
  }

  @Test("JSON nested 100,000 deep is one broken line")
  func deepNesting() throws {
    let folder = try ScratchFolder()
    let deep = "{\"a\":" + String(repeating: "[", count: 100_000)
    let path = try folder.write("{\"text\":\"one\"}\n\(deep)\n{\"text\":\"two\"}\n", to: "a")
    let reading = Reading([path])
    #expect(reading.texts == ["one", "two"])
    #expect(reading.messages == ["\(path):15: error: this line is no JSON object and was skipped"])
  }
}
