import Testing

@testable import Markup

@Suite("Tags that are mended before the page is parsed")
struct TagRepairTests {
  private func repaired(_ page: String) -> String {
    String(decoding: TagRepair(Array(page.utf8), limits: .standard).bytes, as: UTF8.self)
  }

  @Test("the rest of a tag with which a page begins is left out")
  func tornHead() {
    #expect(repaired("0\" class=\"box\">Fog<p>") == "               Fog<p>")
    #expect(repaired("5 > 3 and \"so\" on <p>") == "5 > 3 and \"so\" on <p>")
  }

  @Test("a tag that the end cuts off keeps the attributes that are whole")
  func tornTail() {
    #expect(
      repaired("<p>a<a title=\"b\" href=\"https://x.com/i/st") == "<p>a<a title=\"b\""
        + String(repeating: " ", count: 25))
    #expect(repaired("<p>a<a href=\"b\"") == "<p>a<a href=\"b\"")
  }

  @Test("quotes behind backslashes are quotes, but not in a script")
  func backslashes() {
    #expect(repaired("<p class=\\\"a b\\\">c<\\/p>") == "<p class= \"a b \">c </p>")
    let script = "<script>write(\"<p class=\\\"a\\\">\")</script>"
    #expect(repaired(script) == script)
  }

  @Test(
    "an address in angle brackets is text",
    arguments: [
      ("a <https://b.example/c?d=e&f> g", "a  https://b.example/c?d=e&f  g"),
      ("<HTTP://b.example>", " HTTP://b.example "),
      ("<https://b.example title=\"c\">", "<https://b.example title=\"c\">"),
      ("<https://><p>", "<https://><p>"),
      ("<p title='<https://b.example>'>", "<p title='<https://b.example>'>"),
    ])
  func autolinks(_ page: String, _ expected: String) {
    #expect(repaired(page) == expected)
  }

  @Test("offsets stay", arguments: ["<p class=\\\"a\\\">", "0\" a=\"b\">x", "<a href=\"x"])
  func offsets(_ page: String) {
    #expect(repaired(page).utf8.count == page.utf8.count)
  }
}
