import PostModel
import Testing

@testable import Detection

@Suite("Embeds whose own element is gone")
struct LooseAttributionTests {
  static func citations(in body: String) -> [Citation] {
    let page = "<html lang=en><body><article><h1>Ropes</h1>\(body)<p>The end.</p></article></body>"
    return Detector().detect(
      in: Document(
        bytes: Array(page.utf8), mediaType: .html,
        provenance: Provenance(path: "a.html", format: "html"))
    ).citations
  }

  @Test("paragraphs that end in the platform's own line show the post")
  func paragraphs() throws {
    let found = Self.citations(
      in: """
        <p lang="en" dir="ltr">Ropes hold.</p>
        <p>&mdash; Odile Brandt (@OdileBrandt) \
        <a href="https://twitter.com/OdileBrandt/status/1210258976797626369">December 26, 2019</a></p>
        """)
    let citation = try #require(found.first)
    #expect(found.count == 1)
    #expect(citation.form == .embed)
    #expect(citation.post.author?.name == "Odile Brandt")
    #expect(citation.post.text == "Ropes hold.")
  }

  @Test("a link whose words are a date is a link")
  func prose() {
    let found = Self.citations(
      in: """
        <p>She said so on \
        <a href="https://twitter.com/OdileBrandt/status/1210258976797626369">December 26, 2019</a>.</p>
        """)
    #expect(found.map(\.form) == [.link])
  }

  @Test("an author's line without any link shows whose post stood there")
  func orphan() throws {
    let found = Self.citations(
      in: "<div><p>A post shared by Lena Kai (@lena.kai)</p></div>")
    let citation = try #require(found.first)
    #expect(found.count == 1)
    #expect(citation.form == .embed)
    #expect(citation.post.platform == "instagram")
    #expect(citation.post.author?.handle == "lena.kai")
    #expect(citation.confidence < 0.95)
  }
}
