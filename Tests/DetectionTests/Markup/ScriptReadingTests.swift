import Platforms
import Testing

@testable import Detection

@Suite("What scripts carry")
struct ScriptReadingTests {
  @Test("objects that are assigned, called with or pushed are found whole, code is not")
  func objects() {
    let script = """
      if (a) { b('{'); } window.__STATE__ = {"a":"}\\"","b":[1,2,{"c":"long enough"}]};
      push({"list":["one","two","three","four"]}); var f = {go: function() { return 1; }};
      """
    let parts = EmbeddedJSON.parts(ofScript: script)
    #expect(
      parts.objects == [
        #"{"a":"}\"","b":[1,2,{"c":"long enough"}]}"#, #"{"list":["one","two","three","four"]}"#,
      ])
    #expect(parts.code.contains("function()"))
    #expect(!parts.code.contains("long enough"))
  }

  @Test("a value that never ends costs nothing else")
  func unbalanced() {
    let parts = EmbeddedJSON.parts(ofScript: #"x = {"a": "never closed"#)
    #expect(parts.objects.isEmpty)
    #expect(parts.code == #"x = {"a": "never closed"#)
  }

  @Test(
    "escapes of a literal are resolved",
    arguments: [
      (#"\u003cblockquote\u003E"#, "<blockquote>"), (#"\x3cp\x3e"#, "<p>"), (#"a\/b"#, "a/b"),
      (#"\uD83D\uDEA2"#, "🚢"), (#"line\nline"#, "line\nline"), (#"\u00e9"#, "é"),
      (#"broken \u00"#, "broken u00"),
    ])
  func escapes(literal: String, expected: String) {
    #expect(ScriptLiterals.unescaped(literal.utf8) == expected)
  }

  @Test("only literals with markup that may show a post are given")
  func literals() {
    let script = """
      var a = "nothing to see in this long literal"; \
      document.write('<iframe src="https://www.youtube.com/embed/TYGIMaP6ukg"></iframe>');
      """
    #expect(
      ScriptLiterals.telling(in: script) == [
        #"<iframe src="https://www.youtube.com/embed/TYGIMaP6ukg"></iframe>"#
      ])
  }

  @Test("a set of sequences is found wherever one stands, and only then")
  func needles() {
    let set = ByteNeedleSet(["twitter-tweet", "t.me/", "/status/"])
    #expect(set.occur(in: "see t.me/harbour"))
    #expect(set.occur(in: "/status/"))
    #expect(!set.occur(in: "twitter-twee"))
    #expect(!set.occur(in: "abc"))
  }

  @Test(
    "markup is found behind base64 and percent signs",
    arguments: [
      ("PGlmcmFtZSBzcmM9Imh0dHBzOi8vZXhhbXBsZS5vcmciPjwvaWZyYW1lPg==", true),
      ("JTNDaWZyYW1lJTIwc3JjJTNEJTIyYSUyMiUzRSUzQyUyRmlmcmFtZSUzRQ==", true),
      ("bm90aGluZyBidXQgd29yZHMgaW4gaGVyZSwgbm8gbWFya3Vw", false),
      ("not base64 at all, is it", false),
    ])
  func base64(text: String, isMarkup: Bool) {
    #expect((EmbeddedMarkup.base64(text) != nil) == isMarkup)
  }
}
