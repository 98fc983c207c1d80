import Digests
import PostModel
import Testing

@Suite("Identifiers that follow from content")
struct CitationIdentityTests {
  static let digest = "sha256:" + String(repeating: "a", count: 64)

  @Test("the derivation of identifiers never changes")
  func pinned() {
    let document = CitationIdentity.documentIdentity(
      address: "https://example.org/a", digest: Self.digest)
    #expect(document == "bc1f52c0703205027b2a21109c94482a")
    let selector = Selector(
      exact: "words", prefix: "", suffix: "", start: 3, end: 8, path: "/html/body/p")
    let id = CitationIdentity.citationID(
      document: document, selector: selector, postKey: PostKey(platform: "x", id: "20"))
    #expect(id.rawValue == "8df00eff0c86c9180f2e5918806ebc34")
    #expect(CitationIdentity.fingerprint(ofText: "Just setting up my twttr") == "bfbbea9cfa5511da")
  }

  @Test(
    "addresses that lead to one page are one",
    arguments: [
      "http://example.org/a", "HTTPS://EXAMPLE.org/a", "https://example.org:443/a#part",
      "http://example.org:80/a",
    ])
  func sameAddress(_ address: String) {
    #expect(
      CitationIdentity.documentIdentity(address: address, digest: Self.digest)
        == CitationIdentity.documentIdentity(address: "https://example.org/a", digest: Self.digest))
  }

  @Test(
    "addresses that may lead to two pages are two",
    arguments: [
      "https://example.org/A", "https://example.org/a?p=1", "https://example.org/a/",
      "https://www.example.org/a", "https://example.org:8080/a", "", nil,
    ])
  func otherAddress(_ address: String?) {
    #expect(
      CitationIdentity.documentIdentity(address: address, digest: Self.digest)
        != CitationIdentity.documentIdentity(address: "https://example.org/a", digest: Self.digest))
  }

  @Test("every part of place and post counts, and parts do not run into each other")
  func parts() {
    let base = Selector(exact: "a", prefix: "", suffix: "", start: 1, end: 2, path: "b")
    let key = PostKey(rawValue: "x:1")
    var others = [base]
    for change: (inout Selector) -> Void in [
      { $0.start = 12 }, { $0.end = 3 }, { $0.path = nil }, { $0.exact = "ab" },
      { ($0.start, $0.end) = (11, 2) }, { ($0.exact, $0.path) = ("", "ba") },
    ] {
      var selector = base
      change(&selector)
      others.append(selector)
    }
    var ids = Set(
      others.map { CitationIdentity.citationID(document: "d", selector: $0, postKey: key) })
    ids.insert(
      CitationIdentity.citationID(
        document: "d", selector: base, postKey: PostKey(rawValue: "x:2")))
    ids.insert(CitationIdentity.citationID(document: "e", selector: base, postKey: key))
    #expect(ids.count == others.count + 2)
  }

  @Test(
    "words fold to what all renderings of a post have in common",
    arguments: [
      ("Hello,  World!", "helloworld"),
      ("hello\nWORLD 🌍", "helloworld"),
      ("cafe\u{301} CAFÉ", "cafécafé"),
      ("Й и\u{306}", "йй"),
      ("Ｆｕｌｌ １２", "full12"),
      ("“Quoted” — it’s", "quotedits"),
      ("read https://t.co/AbC now", "readnow"),
      ("glued wordpic.twitter.com/AbCdEf1234", "gluedword"),
      ("t.co/AbC docs.google.com/spreadsheets/d…", ""),
      ("https://t.co/AbC\u{A0}more пример.рф/път…", "more"),
      ("and/or 24/7 1.5/2", "andor247152"),
      ("@Ada #Mars $TSLA", "adamarstsla"),
      ("हिन्दी สวัสดี", "हिन्दीสวัสดี"),
      ("👍🏽👍", ""),
      ("", ""),
    ])
  func folding(_ text: String, _ folded: String) {
    #expect(Array(FoldedText(text).value.unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test("letters fold alike whether or not their neighbours need a closer look")
  func foldingFast() {
    let scalars = (1..<0x3100).compactMap { Unicode.Scalar(UInt32($0)) }
    for scalar in scalars where !scalar.properties.isWhitespace && scalar != "/" {
      let word = "x" + String(Character(scalar)) + "y"
      // A sign of four bytes is never folded letter by letter.
      let slow = FoldedText(word + "\u{1F30D}")
      #expect(FoldedText(word) == slow, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test("words of which nothing is left keep apart")
  func nothingLeft() {
    let texts = ["👍", "🎉", "https://t.co/a", ""]
    #expect(Set(texts.map(CitationIdentity.fingerprint(ofText:))).count == 4)
  }
}
