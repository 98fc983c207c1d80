import Archive
import Digests
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("What is read from bytes equals what is read from values")
struct LineReadingTests {
  @Test(
    "addresses of articles",
    arguments: [
      "https://www.Gazette.example/A/b.html", "http://gazette.example/", "gazette.example",
      "https://gazette.example:8080/a?b=c#d", "https://www.gazette.example?q", "", "https://",
      "//gazette.example/x//", "https://a.www.example/#/x", "www.www.gazette.example/a:b/://c",
      "file:///pages/a.html", "/pages/a.html", "https://...example./",
    ])
  func addresses(url: String) {
    var address = ArticleAddress()
    var copy = url
    let isTaken = copy.withUTF8 { address.take(UnsafeRawBufferPointer($0)) }
    #expect(isTaken)
    #expect(String(decoding: address.comparable, as: UTF8.self) == ArticleName.comparable(url))
    let host = ArticleName.host(of: url).map { ArticleName.reversed($0) } ?? ""
    #expect(String(decoding: address.reversedHost, as: UTF8.self) == host)
  }

  @Test("an address beyond ASCII is left to the general way")
  func beyondASCII() {
    var address = ArticleAddress()
    var url = "https://вестник.example/"
    #expect(url.withUTF8 { address.take(UnsafeRawBufferPointer($0)) } == false)
  }

  @Test("candidates of random citations")
  func candidates() {
    checkLaw("candidate of a line = candidate of a citation", runs: 200) { generator in
      var citation = RandomPosts.citation(Int.random(in: 0..<100, using: &generator), &generator)
      if Bool.random(using: &generator) { citation.findings = [.textCutByPlatform] }
      if Bool.random(using: &generator) { citation.post.permalink = "https://x.com/a/status/1" }
      let line = CitationCodec.encode(citation)
      return line.withUnsafeBytes { bytes in
        guard var scanner = JSONScanner(bytes) else { return false }
        var fields = LineFields()
        var fold = LetterFold()
        return fields.read(&scanner)
          && Candidate(fields, scanner, number: 7, &fold) == Candidate(citation, number: 7)
      }
    }
  }
}
