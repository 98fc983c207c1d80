import TestSupport
import Testing

@testable import Markup

@Suite("The text of a page")
struct TextTests {
  @Test(
    "is what a reader sees",
    arguments: [
      ("<p>a  b\n c</p>", "a b c"),
      ("<p>a<p>b", "a\nb"),
      ("a<br>b<br><br><br>c", "a\nb\n\nc"),
      ("<div><div><p>a</p></div></div><div>b</div>", "a\nb"),
      ("a&nbsp;&nbsp;b", "a b"),
      ("<b>a</b> <i>b</i>c", "a bc"),
      ("<title>t</title><script>s</script><style>y</style>a<!--c--><noscript>n</noscript>b", "ab"),
      ("<svg><text>s</text></svg><textarea>t</textarea><template>u</template>a", "a"),
      ("<input type=hidden value=h>a<iframe>f</iframe>", "a"),
      ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
      ("<ul><li>a<li>b</ul>", "a\nb"),
      ("<pre>a\n  b</pre>c", "a\nb\nc"),
      ("1 &lt; 2 &amp; 😀 &#x1F600;", "1 < 2 & 😀 😀"),
      ("", ""),
      ("   ", ""),
    ])
  func rendering(html: String, text: String) {
    #expect(reading(html) { $0.text } == text)
  }

  @Test("has each of its places in one innermost element, whatever is empty, hidden or unclosed")
  func holders() {
    checkLaw("holders", runs: 60) { generator in
      let pieces = [
        "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i></i>", "<span> ", "</span>", "a",
        " é ", "b c",
        "<script>s</script>", "<img>", "<ul><li>", "</ul>", "\n", "<noscript><p>n</p></noscript>",
        "<table><tr><td>",
        "</table>", "&nbsp;", "<br>", "<!-- c -->",
      ]
      let html = (0..<Int.random(in: 1...60, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      return reading(html) { page in
        let count = page.text.utf8.count
        return (0..<count).allSatisfy { start in
          (start + 1...min(count, start + 4)).allSatisfy { end in
            let innermost = page.elements.last { element in
              let own = page.textRange(of: element)
              return own.lowerBound <= start && own.upperBound >= end
            }
            return page.element(holding: start..<end) == innermost
          }
        }
      }
    }
  }

  @Test("of one element follows the same rules")
  func elementText() {
    let texts = reading("x<blockquote> a<br>b <script>s</script><p>c</p></blockquote>y") { page in
      page.elements.filter { $0.name == "blockquote" }.map(\.text)
    }
    #expect(texts == ["a\nb\nc"])
  }

  @Test("of an unseen element is its own when asked for")
  func unseenText() {
    let texts = reading("<noscript><p>a</p><p>b</p></noscript>") { page in
      page.elements.filter { $0.name == "noscript" }.map(\.text)
    }
    #expect(texts == ["a\nb"])
  }

  @Test("holds the words of each element at its range")
  func ranges() {
    let html = """
      <div id=1>é <b id=2> b</b><img id=3> c<p id=4>d <i id=5>e</i> </p><span id=6></span></div>
      <script id=7>s</script><p id=8>f</p>
      """
    let (text, slices) = reading(html) { page in
      let bytes = Array(page.text.utf8)
      let slices = page.elements.compactMap { element -> String? in
        guard let id = element["id"] else { return nil }
        let range = page.textRange(of: element)
        return "\(id) \(range.lowerBound) \(String(decoding: bytes[range], as: UTF8.self))"
      }
      return (page.text, slices)
    }
    #expect(text == "é b c\nd e\nf")
    #expect(
      slices == [
        "1 0 é b c\nd e", "2 3 b", "3 4 ", "4 7 d e", "5 9 e", "6 10 ", "7 10 ", "8 11 f",
      ])
  }

  @Test("agrees with the text of every element that is seen")
  func agreement() {
    let html = "<div>a <p>b<br>c <i> d</i></p><ul><li>e<li> f <b>g </b></ul></div><p>h"
    let pairs = reading(html) { page in
      let bytes = Array(page.text.utf8)
      return page.elements.map { element in
        [element.text, String(decoding: bytes[page.textRange(of: element)], as: UTF8.self)]
      }
    }
    for pair in pairs { #expect(pair[0] == pair[1]) }
  }
}
