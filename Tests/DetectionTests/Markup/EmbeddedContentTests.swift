import Testing

@testable import Detection

@Suite("Content that stands inside a page's attributes and scripts")
struct EmbeddedContentTests {
  @Test(
    "markup comes out of whatever it was escaped by",
    arguments: [
      "<iframe src=\"a\"></iframe>",
      "&lt;iframe src=&quot;a&quot;&gt;&lt;/iframe&gt;",
      "&amp;lt;iframe src=&amp;quot;a&amp;quot;&amp;gt;&amp;lt;/iframe&amp;gt;",
      "\\u003ciframe src=\\u0022a\\u0022\\u003e\\u003c/iframe\\u003e",
      "\"<iframe src=\\\"a\\\"></iframe>\"",
      "%3Ciframe%20src%3D%22a%22%3E%3C/iframe%3E",
      "PGlmcmFtZSBzcmM9ImEiPjwvaWZyYW1lPg==",
    ])
  func markup(_ text: String) {
    #expect(EmbeddedContent(text) == .markup("<iframe src=\"a\"></iframe>"))
  }

  @Test("data are told by how they open, escaped or not")
  func data() {
    #expect(EmbeddedContent(#"{"a":"<p>"}"#) == .data(#"{"a":"<p>"}"#))
    #expect(EmbeddedContent("{&quot;a&quot;:1}") == .data(#"{"a":1}"#))
    #expect(EmbeddedContent(#""{\"a\":1}""#) == .data(#"{"a":1}"#))
  }

  @Test("words are neither", arguments: ["a plain sentence of words", "", "100 % of it", "&amp;"])
  func words(_ text: String) {
    #expect(EmbeddedContent(text) == nil)
  }

  @Test(
    "a page in an address is read",
    arguments: [
      "data:text/html;base64,PGlmcmFtZSBzcmM9ImEiPjwvaWZyYW1lPg==",
      "data:text/html;charset=utf-8,%3Ciframe%20src%3D%22a%22%3E%3C/iframe%3E",
    ])
  func dataAddress(_ address: String) {
    #expect(EmbeddedContent(address: address) == .markup("<iframe src=\"a\"></iframe>"))
    #expect(EmbeddedContent(address: "data:image/png;base64,AAAA") == nil)
  }

  @Test(
    "an attribute that a consent manager moved has its own name back",
    arguments: [
      ("consent-original-src-_", "src"), ("consent-click-original-data-href-_", "data-href"),
      ("data-src", "data-src"), ("consent-required", "consent-required"),
    ])
  func attributes(moved: String, name: String) {
    #expect(AddressAttribute.original(moved) == name)
  }
}

@Suite("The state of frameworks")
struct FrameworkStateTests {
  @Test("rows of a stream are values up to a line's end, and texts of a length in bytes")
  func rows() {
    let stream = "1:[\"$\",\"p\"]\n2:T6,höre\n3:I[\"a\"]\n4:{\"a\":1}\n"
    #expect(
      FlightReader.rows(of: stream) == [
        .value("[\"$\",\"p\"]"), .text("höre\n"), .value("{\"a\":1}"),
      ])
  }

  @Test("a stream that is cut within a text gives what is there")
  func cut() {
    #expect(FlightReader.rows(of: "2:Tff,short") == [.text("short")])
    #expect(FlightReader.rows(of: "no row at all").isEmpty)
  }

  @Test("values that are referred to by their places are put where they belong")
  func references() throws {
    let values: [Any] = [
      ["ShallowReactive", 1] as [Any], ["title": 2, "list": 3, "self": 1], "Quiet night", [2, 4],
      "Fog",
    ]
    let whole = try #require(ReferencedData.resolved(values) as? [String: Any])
    #expect(whole["title"] as? String == "Quiet night")
    #expect(whole["list"] as? [String] == ["Quiet night", "Fog"])
    #expect(whole["self"] == nil)
  }

  @Test("an ordinary list stays as it is")
  func ordinary() throws {
    let list: [Any] = [["id": "a"], ["id": "b"]]
    #expect(try #require(ReferencedData.resolved(list) as? [[String: String]]).count == 2)
  }

  @Test(
    "a code of a content system opens right before an address",
    arguments: [
      ("[embed]", true), ("x [tweet url=\"", true), ("[youtube ", true), ("[youtube=", true),
      ("see [note] ", false), ("[embed] and then ", false), ("(", false),
    ])
  func shortcodes(text: String, opens: Bool) {
    #expect(Shortcode.opens(before: text.utf8.count, in: text + "https://x.com/a") == opens)
  }
}
