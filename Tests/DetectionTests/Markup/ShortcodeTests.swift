import Testing

@testable import Detection

@Suite("Codes of content systems")
struct ShortcodeTests {
  @Test(
    "a code's name and what may be an id are told",
    arguments: [
      ("[tweet 1901234567890123456]", "tweet", ["1901234567890123456"]),
      ("[youtube id=\"TYGIMaP6ukg\" width=\"600\"]", "youtube", ["TYGIMaP6ukg"]),
      ("[youtube=TYGIMaP6ukg]", "youtube", ["TYGIMaP6ukg"]),
      ("[MEDIA=twitter]1901234567890123456[/MEDIA]", "twitter", ["1901234567890123456"]),
      ("{{< x user=\"ferry\" id=\"1901234567890123456\" >}}", "x", ["1901234567890123456"]),
      ("{% youtube TYGIMaP6ukg %}", "youtube", ["TYGIMaP6ukg"]),
      ("{youtube}TYGIMaP6ukg{/youtube}", "youtube", ["TYGIMaP6ukg"]),
      ("[tweet id=“1901234567890123456”]", "tweet", ["1901234567890123456"]),
    ])
  func codes(text: String, name: String, values: [String]) {
    let found = Shortcode.all(in: "Before \(text) behind")
    #expect(found.map(\.name) == [name])
    #expect(found.first?.values == values)
    #expect(found.first?.utf8Range == 7..<(7 + text.utf8.count))
  }

  @Test(
    "what is not closed on its line is no code",
    arguments: ["[tweet 20", "[tweet\n20]", "{", "[]", "{{< >}}", "[/tweet]", "[["])
  func others(text: String) {
    #expect(Shortcode.all(in: text).isEmpty)
  }

  @Test(
    "the title of a post's page gives its words",
    arguments: [
      ("Ines Falk on X: \"No boat: today\" / X", "No boat: today"),
      ("Ines Falk on Twitter: “No boat” https://t.co/AbC", "No boat"),
      ("Ines auf X: „Kein Boot“ / X", "Kein Boot"), ("A note on boats: \"none\"", nil),
      ("Boats on X", nil), ("Ines on X: no quotation", nil),
    ])
  func titles(title: String, words: String?) {
    #expect(PostPageTitle.words(in: title) == words)
  }
}
