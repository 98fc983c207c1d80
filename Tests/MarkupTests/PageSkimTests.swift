import Foundation
import Markup
import TestSupport
import Testing

@Suite("Skimming a page")
struct PageSkimTests {
  private func skim(_ markup: String) -> PageSkim {
    Array(markup.utf8).withUnsafeBytes { PageSkim($0) }
  }

  @Test(
    "gives the text that the parser gives",
    arguments: try ["platforms", "pages", "broken"].flatMap { folder in
      // Of a page that is torn at its head the parser is given less.
      try Fixtures.folders(under: folder, holding: "source.html")
        .filter { !$0.hasSuffix("begins-within-a-tag") && !$0.hasSuffix("piece-of-page-state") }
        .map { $0 + "/source.html" }
    })
  func sameText(_ path: String) throws {
    let source = DecodedSource(try Fixtures.bytes(path))
    let text = withHTMLDocument(parsing: source.utf8, declaredEncoding: "utf-8") { $0.text }
    #expect(source.utf8.withUnsafeBytes { PageSkim($0).text } == text)
  }

  @Test(
    "reads markup as the parser does",
    arguments: [
      "a<b>b</b>c<br>d<p>e</p><table><tr><td>f<td>g</table>",
      "<p>a &eacute;&#233;&#xE9;&nbsp;b &unknown; &amp</p>",
      "a<!-- <p>b -->c",
      "a<script>if (a < b) '</p>'</script>b<style>p>b{}</style>c",
      "<pre>a\n  b\n\nc</pre>d",
      "<p title='a>b' data-x=\"c>d\">e<p/>f",
      "a < b and 3<4, <3",
      "<noscript>a</noscript><svg><title>b</title></svg><title>c</title>d",
      "<ul><li>a<li>b</ul></div></p>c",
      "a<https://b.example/c>d <HTTP://e.example> <https://f g><i>h</i><https://>",
      "<noscript><https://b.example/c></noscript><pre>\n<https://d.example>\n</pre>",
      "<div @click=\"a > b\">c</div>",
    ])
  func sameReading(_ markup: String) {
    let text = withHTMLDocument(parsing: Array(markup.utf8), declaredEncoding: "utf-8") { $0.text }
    #expect(skim(markup).text == text)
  }

  @Test("finds the language and what is encoded")
  func facts() {
    let page = skim("<html lang='sr-Latn'><p data-a='PGlmcmFtZSBzcmM9'>a<p data-b='PGI='>")
    #expect(page.language == "sr-Latn")
    #expect(page.encoded.count == 1)
  }

  @Test(
    "ends with the page, wherever that is cut",
    arguments: [
      "<p>a</p><script type=\"b>", "<script src='a", "a<!-- b --", "<p a", "<style>b</sty", "<",
      "</",
      "<!-", "<!--", "<p title=", "<script>", "a&", "&#", "&#x",
      "<p data-embed-code='PGlmcmFtZSBzcmM9",
    ])
  func cutPages(_ markup: String) {
    for length in 0...markup.utf8.count {
      let bytes = Array(markup.utf8.prefix(length))
      let reduced = bytes.withUnsafeBytes { raw in PageSkim(raw).reduced(raw, keeping: []) }
      #expect(reduced.count <= bytes.count)
    }
  }

  @Test("leaves out what nothing reads, and keeps it where something stands in it")
  func reduction() {
    let markup = """
      <p style="margin: 0 auto 0 auto">a</p><!-- note --><script>var tide = 1;</script>\
      <script type="application/ld+json">{}</script>
      """
    let bytes = Array(markup.utf8)
    let (all, none) = bytes.withUnsafeBytes { raw in
      let skim = PageSkim(raw)
      return (skim.reduced(raw, keeping: Array(bytes.indices)), skim.reduced(raw, keeping: []))
    }
    #expect(all == bytes)
    #expect(
      String(decoding: none, as: UTF8.self) == """
        <p style="">a</p><!----><script></script><script type="application/ld+json">{}</script>
        """)
  }
}
