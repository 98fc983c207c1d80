import Testing

@testable import Detection

@Suite("A text without what conversions left in it")
struct ReadableTextTests {
  @Test(
    "character references, escapes of Markdown and of JSON are taken for what they mean",
    arguments: [
      ("Fog &amp; lamp &mdash; &#8220;lit&#x201D;", "Fog & lamp — “lit”"),
      ("a dash of old pages &#151; here", "a dash of old pages — here"),
      ("AT&T; Q&A &nosuch; &#0; &#xD800; & &;", "AT&T; Q&A &nosuch; &#0; &#xD800; & &;"),
      ("[@ada\\_q](https://x.com/ada_q) wrote", "[@ada_q](https://x.com/ada_q) wrote"),
      ("> Fog\n>\n> lamp [a](http://b.example)", "Fog\n\nlamp [a](http://b.example)"),
      ("**Fog** [a](http://b.example)", "Fog [a](http://b.example)"),
      ("a \\_ b ** c > d", "a \\_ b ** c > d"),
      ("she said \\\"fog\\\".\\nLamp\\u2014lit\\n", "she said \"fog\".\nLamp—lit\n"),
      ("one \\n alone", "one \\n alone"), ("", ""),
    ])
  func readable(original: String, expected: String) {
    #expect(ReadableText(original).text == expected)
  }

  @Test("a break that a column made is a space; one that came early was meant")
  func wrapped() {
    let text = """
      The harbour council met on Monday evening and spoke for
      three hours about the old lighthouse, which has not been
      lit since the storm of January, and about nine ships that
      had to wait.

      Fog in.
      Lamp out.
      """
    let paragraphs = ReadableText(text).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(paragraphs.map(\.count) == [183, 0, 7, 9])
    #expect(ReadableText("one\ntwo\nthree\nfour").text == "one\ntwo\nthree\nfour")
  }

  @Test("a place leads back to the text as it was read")
  func places() {
    let original = "Fog &amp; “lamp” &mdash; lit &hellip; now"
    let readable = ReadableText(original)
    for word in ["Fog", "“lamp”", "lit", "now"] {
      let bytes = TextBytes(readable.text)
      let place = (0..<bytes.count).first { bytes.has(Array(word.utf8), at: $0) } ?? -1
      let there = readable.original(place..<place + word.utf8.count)
      #expect(TextBytes(original).string(there) == word)
    }
    #expect(ReadableText("plain").original(1..<3) == 1..<3)
  }
}

@Suite("Links of Markdown in a post's words")
struct MarkdownLinksTests {
  @Test(
    "the label stays, and an address that X shortened",
    arguments: [
      ("Fog [#lamp](https://x.com/hashtag/lamp) now", "Fog #lamp now"),
      ("Fog [pic.twitter.com/AbCd12](https://t.co/AbCd12)", "Fog pic.twitter.com/AbCd12"),
      ("Fog [gull.example/a…](https://t.co/AbCd12)", "Fog gull.example/a… https://t.co/AbCd12"),
      ("![a boat](https://gull.example/b.jpg) Fog", " Fog"), ("[a] (b) ]( [", "[a] (b) ]( ["),
      ("[fog](", "[fog]("),
    ])
  func links(words: String, expected: String) {
    #expect(MarkdownLinks.removed(from: words) == expected)
  }
}
