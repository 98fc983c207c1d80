import PostModel
import Testing

@testable import Detection

@Suite("Posts of X that no link names")
struct UnlinkedPostTests {
  private static let detectors = [
    Detector(), Detector(options: Detector.Options(usesPrefilter: false)),
  ]

  /// What a page holds: as it is read, and as it would be if all were read.
  private static func citations(in body: String) -> [[Citation]] {
    let page = """
      <html lang=en><body><article><h1>Ropes</h1><p>The harbour has new ropes, and everybody talks of \
      them.</p>\(body)<p>The ropes were made in the town.</p></article></body></html>
      """
    return detectors.map {
      $0.detect(
        in: Document(
          bytes: Array(page.utf8), mediaType: .html,
          provenance: Provenance(path: "a.html", format: "html"))
      ).citations
    }
  }

  @Test(
    "are read by their author's line, within their own element or out of it",
    arguments: [
      (
        "<blockquote class=\"twitter-tweet\"><p>Ropes hold.</p>&mdash; Odile Brandt (@OdileBrandt) May 4, 2022</blockquote>",
        Citation.Form.embed
      ),
      (
        "<blockquote class=\"twitter-tweet\"><p>Ropes hold.</p>&mdash; Odile Brandt (@OdileBrandt) <a href=\"\">May 4, 2022</a></blockquote>",
        .embed
      ),
      (
        "<blockquote>Ropes hold.<br>\n— Odile Brandt (@OdileBrandt) May 4, 2022</blockquote>",
        .remnant
      ),
      ("<p>Ropes hold.</p><p>— Odile Brandt (@OdileBrandt) May 4, 2022</p>", .remnant),
      (
        "<p>Ropes hold. — Odile Brandt (<a href=\"https://twitter.com/OdileBrandt\">@OdileBrandt</a>) May 4, 2022</p>",
        .remnant
      ),
    ])
  func attributed(markup: String, form: Citation.Form) throws {
    for found in Self.citations(in: markup) {
      let citation = try #require(found.first)
      #expect(found.count == 1)
      #expect(citation.form == form)
      #expect(citation.post.author?.handle == "OdileBrandt")
      #expect(citation.post.author?.name == "Odile Brandt")
      #expect(citation.post.published?.value == "2022-05-04")
      #expect(citation.post.text == "Ropes hold.")
    }
  }

  @Test(
    "are read by the address of their picture",
    arguments: [
      "<p>BREAKING: Ropes hold! <a href=\"https://t.co/Zk3vQ9wLmD\">pic.twitter.com/Zk3vQ9wLmD</a></p>",
      "<blockquote>BREAKING: Ropes hold! pic.twitter.com/Zk3vQ9wLmD</blockquote>",
    ])
  func pictured(markup: String) throws {
    for found in Self.citations(in: markup) {
      #expect(found.map(\.post.key.rawValue) == ["x:pic/Zk3vQ9wLmD"])
      #expect(found.first?.form == .remnant)
      #expect(found.first?.post.text == "BREAKING: Ropes hold!")
    }
  }

  @Test(
    "are not seen again where a link names them, nor in the site's furniture, nor without a date",
    arguments: [
      (
        """
        <blockquote class="twitter-tweet"><p>Ropes hold. pic.twitter.com/Zk3vQ9wLmD</p>&mdash; Odile Brandt \
        (@OdileBrandt) <a href="https://twitter.com/OdileBrandt/status/1521782839423143936">May 4, 2022</a></blockquote>
        """, 1
      ),
      (
        "<div class=\"sidebar\"><ul><li>Ropes hold. — Odile Brandt (@OdileBrandt) May 4, 2022</li></ul></div>",
        0
      ),
      ("<p>The prize went to Odile Brandt (@OdileBrandt), who makes ropes.</p>", 0),
      ("<p>Write to Odile Brandt (@OdileBrandt) until 4 May 2022, she says.</p>", 0),
      ("<p>By Odile Brandt (@OdileBrandt) May 4, 2022</p>", 0),
    ])
  func known(markup: String, count: Int) {
    for found in Self.citations(in: markup) { #expect(found.count == count) }
  }

  @Test("do not date the article that shows them")
  func dates() throws {
    let found = Self.citations(
      in: """
        <blockquote class="twitter-tweet"><p>Ropes hold.</p>&mdash; Odile Brandt (@OdileBrandt) \
        <a href="https://twitter.com/OdileBrandt/status/1521782839423143936">May 4, 2022</a></blockquote>
        """)
    for citation in found.joined() { #expect(citation.article.published == nil) }
    let stamped = Self.citations(
      in: """
        <p class="date">March 8, 2024</p><blockquote class="twitter-tweet"><p>Ropes hold.</p>&mdash; Odile Brandt \
        (@OdileBrandt) <a href="https://twitter.com/OdileBrandt/status/1521782839423143936">May 4, 2022</a></blockquote>
        """)
    for citation in stamped.joined() { #expect(citation.article.published?.value == "2024-03-08") }
  }
}
