import PostModel
import TestSupport
import Testing

@testable import DocumentSources

struct RecognitionCase: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let format: String
  var testDescription: String {
    "\(String(decoding: bytes.prefix(24), as: UTF8.self)) is \(format)"
  }

  init(_ text: String, is format: String) {
    self.init(Array(text.utf8), is: format)
  }

  init(_ bytes: [UInt8], is format: String) {
    self.bytes = bytes
    self.format = format
  }
}

private func utf16(_ text: String, mark: Bool) -> [UInt8] {
  (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

private let article = String(repeating: "The harbour was busy on Friday. ", count: 80)

@Suite("An input's format is told by its content")
struct RecognitionTests {
  @Test(
    "documents of every kind",
    arguments: [
      RecognitionCase("<!DOCTYPE html><title>A</title>", is: "html"),
      RecognitionCase("\u{FEFF}\n\n  <html lang=en><p>A", is: "html"),
      RecognitionCase("<!-- saved from url --><html>", is: "html"),
      RecognitionCase("<?xml version=\"1.0\"?><html>", is: "html"),
      RecognitionCase("<blockquote class=\"x\">A</blockquote>", is: "html"),
      RecognitionCase("</div> a fragment", is: "html"),
      RecognitionCase("<amp-twitter data-tweetid=1></amp-twitter>", is: "html"),
      RecognitionCase("the end of a line.</p><p>And a new one", is: "html"),
      RecognitionCase("var embed = \"\\u003cblockquote\\u003e\"", is: "html"),
      RecognitionCase("data-html=\"&lt;iframe src=...", is: "html"),
      RecognitionCase(utf16("<html><p>Й</p>", mark: true), is: "html"),
      RecognitionCase(utf16("<html><body>A", mark: false), is: "html"),
      RecognitionCase(article, is: "text"),
      RecognitionCase("<3 is what they wrote", is: "text"),
      RecognitionCase("if a<b and c>d then stop", is: "text"),
      RecognitionCase(article + "Write <br> to break a line.", is: "text"),
      RecognitionCase(
        String(repeating: "The lamp is lit.\n", count: 12)
          + "<html><head><title>A</title></head><body><p>B</p></body></html>\nSo it is done.\n",
        is: "text"),
      RecognitionCase(
        String(repeating: "The lamp is lit.\n", count: 12)
          + "<blockquote class=\"x\"><p>B</p></blockquote><p></p>\nSo it is done.\n",
        is: "html"),
      RecognitionCase("{not json", is: "text"),
      RecognitionCase("[a note] and a text", is: "text"),
      RecognitionCase(utf16("Проза на български език", mark: true), is: "text"),
      RecognitionCase(Array("caf".utf8) + [0xE9] + Array(" au lait".utf8), is: "text"),
      RecognitionCase("{\"text\":\"A\"}\n{\"text\":\"B\"}\n", is: "jsonl"),
      RecognitionCase("{\"v\":1,\"id\":\"00\",\"form\":\"embed\"}\n", is: "citations"),
      RecognitionCase("{\"v\":12,\"id\":\"00\",\"form\":\"link\",\"confidence\"", is: "citations"),
      RecognitionCase("{\"v\":1,\"id\":\"00\",\"text\":\"A\"}\n", is: "jsonl"),
      RecognitionCase("{\"text\":\"\(article)", is: "json"),
      RecognitionCase("{\"text\":\"" + article + article, is: "jsonl"),
    ])
  func documents(_ example: RecognitionCase) {
    let sample = InputSample(bytes: example.bytes, isWhole: true)
    #expect(InputFormat.recognised(from: sample)?.name == example.format)
  }

  @Test(
    "data of other kinds is named and skipped",
    arguments: [
      ("picture-named.html", "this is a PNG picture and no document"),
      ("report.txt", "this is a PDF and no document"),
      ("empty-member.gz", "this file holds nothing, decompressed"),
      ("empty.html", "this file is empty"),
    ])
  func otherData(_ name: String, _ message: String) {
    let reading = Reading([fixture(name)])
    #expect(reading.documents.isEmpty)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasPrefix("\(fixture(name)): error: \(message)") == true)
  }

  @Test("a format that is asked for is taken, whatever the content")
  func override() {
    let options = SourceOptions(format: InputFormat(named: "text"))
    let reading = Reading([fixture("c4.jsonl")], options: options)
    #expect(reading.documents.map(\.provenance.format) == ["text"])
  }

  @Test("a format that is only recognised cannot be asked for")
  func unreadOverride() {
    #expect(InputFormat(named: "zstd") == nil)
    #expect(InputFormat(named: "docx") == nil)
    #expect(InputFormat(named: "html")?.isRead == true)
  }
}

@Suite("Citations that were found elsewhere")
struct CitationLinesTests {
  @Test("are handed on line by line as they stand, with their places")
  func lines() {
    let first = "{\"v\":1,\"id\":\"00\",\"form\":\"embed\"}"
    let reading = Reading(bytes: (first + "\r\n\n{\"broken\n" + first).utf8)
    #expect(reading.documents.isEmpty && reading.diagnostics.isEmpty)
    #expect(
      reading.citations.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        first, "{\"broken", first,
      ])
    #expect(reading.citations.map(\.provenance.offset) == [0, 35, 44])
    #expect(reading.citations.allSatisfy { $0.provenance.format == "citations" })
  }
}
