import PostModel
import TestSupport
import Testing

@testable import Archive

@Suite("Reading a line straight from its bytes")
struct CitationScanTests {
  @Test("gives what the citation was, for random and hostile values")
  func random() {
    checkLaw("scan of encode = identity", runs: 300) { generator in
      let citation = SampleCitations.random(using: &generator)
      let line = CitationCodec.encode(citation)
      guard let scanned = CitationScan.citation(of: line) else { return false }
      var fields = LineFields()
      let isRead = line.withUnsafeBytes { bytes in
        guard var scanner = JSONScanner(bytes) else { return false }
        return fields.read(&scanner)
      }
      return CitationCodec.encode(scanned) == line && isRead
    }
  }

  @Test(
    "leaves to the decoder what it does not know",
    arguments: [
      "", "{", "{}", "[]", #"{"v":1}"#, #"{"v":2,"id":"a"}"#, #"{"v":1,"id":null}"#,
      "{\"v\":1,\"id\":\"\u{1}\"}", #"{"v":01}"#, #"{"v":1,"id":"\ud800"}"#,
    ])
  func strange(_ line: String) {
    #expect(CitationScan.citation(of: Array(line.utf8)) == nil)
  }
}
