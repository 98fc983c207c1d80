import DocumentSources
import PostModel
import TestSupport
import Testing

/// A way in which the records of a crawl lie in a file.
struct Packed: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Whether each record is a member of its own.
  let isInMembers: Bool
  let pack: @Sendable ([[UInt8]]) -> [UInt8]

  static let all = [
    Packed(testDescription: "plain", isInMembers: false) { Array($0.joined()) },
    Packed(testDescription: "a gzip member a record", isInMembers: true) {
      Array($0.map(Packing.gzip).joined())
    },
    Packed(testDescription: "one gzip member", isInMembers: false) {
      Packing.gzip(Array($0.joined()))
    },
    Packed(testDescription: "three records a gzip member", isInMembers: false) { records in
      let groups = stride(from: 0, to: records.count, by: 3).map {
        Array(records[$0..<min($0 + 3, records.count)].joined())
      }
      return Array(groups.map(Packing.gzip).joined())
    },
    Packed(testDescription: "a Zstandard frame a record", isInMembers: true) {
      Array($0.map { Packing.zstandard($0) }.joined())
    },
    Packed(testDescription: "one Zstandard frame", isInMembers: false) {
      Packing.zstandard(Array($0.joined()))
    },
    Packed(testDescription: "Zstandard frames with a dictionary", isInMembers: true) { records in
      Packing.dictionaryFrame(dictionary)
        + records.map { Packing.zstandard($0, dictionary: dictionary) }.joined()
    },
    Packed(testDescription: "Zstandard with a compressed dictionary", isInMembers: true) {
      Packing.dictionaryFrame(Packing.zstandard(dictionary))
        + $0.map { Packing.zstandard($0, dictionary: dictionary) }.joined()
    },
    Packed(testDescription: "gzip in gzip", isInMembers: false) {
      Packing.gzip(Array($0.map(Packing.gzip).joined()))
    },
  ]

  private static let dictionary = Array(SampleWARC.crawl(pages: 3).joined())
}

@Suite("Web archives")
struct WARCTests {
  @Test("pages, plain texts and converted texts become documents, other records do not")
  func documents() throws {
    let reading = Reading([fixture("harbour.warc")])
    #expect(
      reading.documents.map(\.url) == [
        "https://harbour.example/ferry", "https://harbour.example/old", nil,
        "https://harbour.example/notes.txt", "https://harbour.example/кей",
      ])
    #expect(reading.documents.map(\.mediaType) == [.html, .html, .html, .plainText, .plainText])
    #expect(
      reading.documents.map(\.declaredEncoding) == ["utf-8", "windows-1251", nil, nil, "utf-8"])
    #expect(reading.diagnostics.isEmpty)
    let first = try #require(reading.documents.first)
    #expect(String(decoding: first.bytes.prefix(15), as: UTF8.self) == "<!doctype html>")
    #expect(first.captured == "2025-03-19T04:05:06Z")
    #expect(first.provenance.format == "warc")
    #expect(first.provenance.record == "urn:uuid:5ea00000-0000-4000-8000-000000000002")
    let text = try #require(reading.documents.last)
    #expect(text.language == LanguageTag("bg"))
    #expect(text.captured == "2025-03-20T01:02:03Z")
    #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("Фериботът"))
  }

  @Test("packed in any way, a crawl gives the same documents", arguments: Packed.all)
  func packings(_ packed: Packed) throws {
    let records = SampleWARC.crawl(pages: 12, paragraphs: 400)
    let file = packed.pack(records)
    let reading = Reading(bytes: file)
    #expect(reading.messages == [])
    #expect(reading.documents.map(\.bytes) == (0..<12).map { SampleWARC.page($0, paragraphs: 400) })
    #expect(
      reading.documents.map(\.url) == (0..<12).map { "https://harbour.example/\($0)" })
    for (number, document) in reading.documents.enumerated() {
      let offset = try #require(document.provenance.offset)
      let length = try #require(document.provenance.length)
      guard packed.isInMembers else { continue }
      // A member, cut out by its place in the file, is a file of its own.
      let head = file.starts(with: [0x5D]) ? Self.dictionary(of: file) : []
      let alone = Reading(bytes: head + file[offset..<offset + length])
      #expect(alone.documents.map(\.bytes) == [document.bytes], "page \(number)")
    }
  }

  private static func dictionary(of file: [UInt8]) -> ArraySlice<UInt8> {
    let size = file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    return file[..<(8 + size)]
  }

  @Test("a run goes on behind any document", arguments: Packed.all)
  func resume(_ packed: Packed) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(packed.pack(SampleWARC.crawl(pages: 9)), to: "a")
    let whole = Reading([path])
    #expect(whole.documents.count == 9)
    for (number, place) in whole.resumeOffsets.enumerated() {
      let start = try #require(place)
      let rest = Reading([path]) { _ in .from(start) }
      #expect(rest.messages == [])
      let urls = rest.documents.map(\.url)
      #expect(Array(urls.suffix(8 - number)) == whole.documents.dropFirst(number + 1).map(\.url))
      let places = rest.documents.suffix(8 - number).map(\.provenance)
      #expect(Array(places) == whole.documents.dropFirst(number + 1).map(\.provenance))
      if packed.isInMembers { #expect(urls.count == 8 - number) }
    }
  }

  @Test(
    "what a server sends with an error, a redirection or as another kind is no document",
    arguments: [
      ("HTTP/1.1 200 OK", "Content-Type: text/html", 1),
      ("HTTP/1.0 203 Non-Authoritative", "Content-Type: TEXT/HTML ;charset=utf-8", 1),
      ("HTTP/2 200", "content-type: application/xhtml+xml", 1),
      ("HTTP/1.1 404 Not Found", "Content-Type: text/html", 0),
      ("HTTP/1.1 301 Moved", "Content-Type: text/html", 0),
      ("HTTP/1.1 503 Busy", "Content-Type: text/html", 0),
      ("HTTP/1.1 200 OK", "Content-Type: image/svg+xml", 0),
      ("HTTP/1.1 200 OK", "Content-Type: application/json", 0),
      ("HTTP/1.1 200 OK", "Content-Type: text/plain", 1),
      ("HTTP/1.1 200 OK", "Content-Type: application/octet-stream", 1),
      ("HTTP/1.1 200 OK", "Content-Type:", 1), ("HTTP/1.1 200 OK", "X-Nothing: said", 1),
      ("HTTP/1.1", "Content-Type: text/html", 1),
    ])
  func types(_ status: String, _ header: String, _ count: Int) {
    let record = SampleWARC.response(
      1, head: [header], status: status, body: SampleWARC.page(1))
    let reading = Reading(bytes: SampleWARC.information + record)
    #expect(reading.documents.count == count)
    #expect(reading.documents.allSatisfy { $0.mediaType == .html })
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("data that is called a page is skipped and counted")
  func pictures() {
    let records = (0..<3).map {
      SampleWARC.response($0, body: Array("\u{89}PNG\r\n".unicodeScalars.map { UInt8($0.value) }))
    }
    let reading = Reading(bytes: Array(records.joined()))
    #expect(reading.documents.isEmpty)
    #expect(
      reading.messages == [
        "memory:0: warning: 3 records said to be pages and being other data; skipped"
      ])
  }

  @Test("revisits, continuations and what has no content are passed over without a word")
  func passedOver() {
    let html = ["Content-Type: application/http; msgtype=response"]
    let records = [
      SampleWARC.record("revisit", headers: html, block: Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
      SampleWARC.record(
        "response", headers: html + ["WARC-Segment-Number: 2"], block: SampleWARC.page(1)),
      SampleWARC.record("continuation", headers: html, block: SampleWARC.page(1)),
      SampleWARC.response(4, body: []),
      SampleWARC.record("conversion", headers: ["Content-Type: image/png"], block: [1, 2, 3]),
    ]
    let reading = Reading(bytes: Array(records.joined()))
    #expect(reading.documents.isEmpty)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "addresses come out of their brackets, dirty bytes escaped",
    arguments: [
      ("<https://a.example/x>", "https://a.example/x"),
      ("https://a.example/a b\u{7F}", "https://a.example/a%20b%7F"),
      ("https://a.example/\u{439}", "https://a.example/\u{439}"),
      ("https://a.example/folded\r\n /path", "https://a.example/folded%20/path"),
    ])
  func addresses(_ written: String, _ read: String) {
    #expect(Self.url(Array(written.utf8)) == read)
  }

  @Test("bytes of another encoding in an address are escaped")
  func addressBytes() {
    #expect(
      Self.url(Array("https://a.example/".utf8) + [0xE9, 0x20, 0xFF])
        == "https://a.example/%E9%20%FF")
  }

  private static func url(_ address: [UInt8]) -> String? {
    let record = SampleWARC.record(
      "resource", headers: ["Content-Type: text/html", "WARC-Target-URI: @"],
      block: SampleWARC.page(1))
    let parts = record.split(separator: UInt8(ascii: "@"), maxSplits: 1)
    return Reading(bytes: parts[0] + address + parts[1]).documents.first?.url
  }
}
