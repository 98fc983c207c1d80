import DocumentSources
import PostModel
import TestSupport
import Testing

/// A response whose content is encoded in some way.
struct EncodedBody: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let head: [String]
  let body: [UInt8]
  /// What is said about it, `nil` where nothing is.
  var oddity: String?

  static let page = SampleWARC.page(7, paragraphs: 200)

  static func chunks(_ bytes: [UInt8], of size: Int = 1000, after: String = "") -> [UInt8] {
    let chunks = stride(from: 0, to: bytes.count, by: size).flatMap { start in
      let chunk = bytes[start..<min(start + size, bytes.count)]
      return Array((String(chunk.count, radix: 16) + after + "\r\n").utf8) + chunk
        + Array("\r\n".utf8)
    }
    return chunks + Array("0\r\n\r\n".utf8)
  }

  static let html = "Content-Type: text/html"
  static let chunked = "Transfer-Encoding: chunked"

  static func encoded(_ name: String) -> [String] { [html, "Content-Encoding: \(name)"] }

  static let readable = [
    EncodedBody(testDescription: "chunks", head: [html, chunked], body: chunks(page)),
    EncodedBody(
      testDescription: "chunks with extensions", head: [html, chunked],
      body: chunks(page, after: ";n=1")),
    EncodedBody(
      testDescription: "chunks with padded sizes", head: [html, chunked],
      body: chunks(page, after: "  ")),
    EncodedBody(testDescription: "gzip", head: encoded("gzip"), body: Packing.gzip(page)),
    EncodedBody(testDescription: "x-gzip", head: encoded("X-GZIP"), body: Packing.gzip(page)),
    EncodedBody(
      testDescription: "deflate in zlib", head: encoded("deflate"), body: Packing.zlib(page)),
    EncodedBody(
      testDescription: "bare deflate", head: encoded("deflate"), body: Packing.deflate(page)),
    EncodedBody(testDescription: "zstd", head: encoded("zstd"), body: Packing.zstandard(page)),
    EncodedBody(testDescription: "identity", head: encoded("identity"), body: page),
    EncodedBody(testDescription: "a charset as encoding", head: encoded("utf-8"), body: page),
    EncodedBody(
      testDescription: "gzip in chunks", head: encoded("gzip") + [chunked],
      body: chunks(Packing.gzip(page))),
    EncodedBody(
      testDescription: "gzip twice", head: encoded("gzip, gzip"),
      body: Packing.gzip(Packing.gzip(page))),
    EncodedBody(
      testDescription: "zstd called gzip", head: encoded("gzip"), body: Packing.zstandard(page)),
    EncodedBody(
      testDescription: "chunked and not so", head: [html, chunked], body: page,
      oddity: "said to come in chunks and not doing so; read as they are"),
    EncodedBody(
      testDescription: "chunks without a word", head: [html], body: chunks(page),
      oddity: "in chunks without saying so; joined"),
    EncodedBody(
      testDescription: "gzip and not so", head: encoded("gzip"), body: page,
      oddity: "said to be compressed and not being so; read as they are"),
    EncodedBody(
      testDescription: "br and not so", head: encoded("br"), body: page,
      oddity: "said to be compressed and not being so; read as they are"),
    EncodedBody(
      testDescription: "deflate and not so", head: encoded("deflate"), body: page,
      oddity: "said to be compressed and not being so; read as they are"),
    EncodedBody(
      testDescription: "gzip without a word", head: [html], body: Packing.gzip(page),
      oddity: "compressed without saying so; decompressed"),
  ]
}

@Suite("Messages in web archives")
struct MessageTests {
  @Test("the content of a message is decoded", arguments: EncodedBody.readable)
  func readable(_ example: EncodedBody) {
    let record = SampleWARC.response(1, head: example.head, body: example.body)
    let reading = Reading(bytes: record)
    #expect(reading.documents.map(\.bytes) == [EncodedBody.page])
    #expect(
      reading.messages == example.oddity.map { ["memory:0: warning: 1 record \($0)"] } ?? [])
  }

  @Test("brotli is decoded")
  func brotli() throws {
    let body = try Fixtures.bytes("sources/tide.html.br")
    let record = SampleWARC.response(1, head: EncodedBody.encoded("br"), body: body)
    let reading = Reading(bytes: record)
    #expect(reading.texts == [String(repeating: "<p>The tide is in.</p>\n", count: 40)])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("of content that breaks off, what is there is read")
  func cut() throws {
    let gzip = Packing.gzip(EncodedBody.page)
    let chunks = EncodedBody.chunks(EncodedBody.page)
    let records =
      SampleWARC.response(1, head: EncodedBody.encoded("gzip"), body: gzip.dropLast(200))
      + SampleWARC.response(
        2, head: [EncodedBody.html, EncodedBody.chunked], body: chunks.dropLast(3000))
    let reading = Reading(bytes: records)
    #expect(reading.documents.count == 2)
    for document in reading.documents {
      #expect(document.bytes.count > 1000)
      #expect(EncodedBody.page.starts(with: document.bytes))
    }
    #expect(reading.messages.count == 2)
    #expect(reading.messages.contains { $0.hasSuffix("what comes before was read") })
  }

  @Test("an encoding that nobody knows costs the record")
  func unknown() {
    let record = SampleWARC.response(
      1, head: EncodedBody.encoded("rot13"), body: Array(repeating: 0x01, count: 500))
    let reading = Reading(bytes: record)
    #expect(reading.documents.isEmpty)
    #expect(
      reading.messages == [
        "memory:0: warning: 1 record in a content encoding that is not known; skipped"
      ])
  }

  @Test("encodings that lie one in the other beyond all custom cost the record")
  func manyEncodings() {
    let encodings = Array(repeating: "gzip", count: 5).joined(separator: ", ")
    let body = (0..<5).reduce(EncodedBody.page) { body, _ in Packing.gzip(body) }
    let reading = Reading(
      bytes: SampleWARC.response(1, head: EncodedBody.encoded(encodings), body: body))
    #expect(reading.documents.isEmpty)
    #expect(
      reading.messages == [
        "memory:0: warning: 1 record in a content encoding that is not known; skipped"
      ])
  }

  @Test(
    "compression that no message names and that gives nothing is tried once",
    arguments: [
      [0x28, 0xB5, 0x2F, 0xFD], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
    ] as [[UInt8]])
  func brokenFromTheStart(_ signature: [UInt8]) {
    let body = signature + [UInt8](repeating: 0xFF, count: 400)
    let reading = Reading(
      bytes: SampleWARC.response(1, head: [EncodedBody.html], body: body))
    #expect(reading.messages.count { $0.contains("compressed without saying so") } == 1)
    #expect(reading.documents.allSatisfy { $0.bytes == body })
  }

  @Test(
    "headers are read as they are written",
    arguments: [
      ("Content-Type: text/html; charset=\"windows-1251\"", "windows-1251"),
      ("content-type:text/html;charset=Shift_JIS; x=y", "Shift_JIS"),
      ("Content-Type: text/html;\r\n charset=koi8-r", "koi8-r"),
      ("Content-Type: text/html; Charset='utf-8'", "utf-8"), ("Content-Type: text/html", nil),
      ("X-Bad \u{FF}\r\nContent-Type: text/html; charset=utf-8", "utf-8"),
      ("no colon here\r\nContent-Type: text/html; charset=utf-8", "utf-8"),
    ] as [(String, String?)])
  func charset(_ header: String, _ charset: String?) {
    let reading = Reading(
      bytes: SampleWARC.response(1, head: [header], body: SampleWARC.page(1)))
    #expect(reading.documents.map(\.declaredEncoding) == [charset])
  }

  @Test("line feeds alone end lines, in records and in messages")
  func lineFeeds() {
    let block = Array("HTTP/1.1 200 OK\nContent-Type: text/html\n\n".utf8) + SampleWARC.page(3)
    let record = SampleWARC.record(
      "response", headers: ["Content-Type: application/http"], block: block,
      version: "WARC/0.18", lineEnd: "\n")
    let reading = Reading(bytes: record + record)
    #expect(reading.documents.map(\.bytes) == [SampleWARC.page(3), SampleWARC.page(3)])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("a forgotten empty line, before the message or before the page, is no loss")
  func forgottenLines() {
    let page = SampleWARC.page(3)
    let message = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    let whole = Array((message + "\r\n").utf8) + page
    let header = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(whole.count)\r\n"
    let first = Array(header.utf8) + whole + Array("\r\n\r\n".utf8)
    let second = SampleWARC.record("response", block: Array(message.utf8) + page)
    let reading = Reading(bytes: first + second)
    #expect(reading.documents.map(\.bytes) == [page, page])
    #expect(reading.diagnostics.isEmpty)
  }
}
