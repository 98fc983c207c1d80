import Testing

@testable import Markup

/// What a closure reads from a page given as text.
func reading<Result: Sendable>(
  _ html: String, limits: MarkupLimits = .standard, _ body: @Sendable (HTMLDocument) -> Result
) -> Result {
  withHTMLDocument(
    parsing: Array(html.utf8), declaredEncoding: "utf-8", limits: limits, body)
}

@Suite("An HTML document")
struct HTMLDocumentTests {
  @Test("lists its elements in the order of the page")
  func elements() {
    let names = reading("<p id=a>x<b>y</b></p><DIV data-Key=' V ' hidden></DIV>") { page in
      page.elements.map { "\($0.order) \($0.name)" }
    }
    #expect(names == ["0 html", "1 body", "2 p", "3 b", "4 div"])
  }

  @Test("gives attributes by lower-case name, values as written")
  func attributes() {
    let values = reading("<DIV DATA-Key=' V&amp;1 ' class='a  b' xml:lang=x :y=z empty></DIV>") {
      page in
      page.elements.last.map { element in
        [element["data-key"] ?? "?", element["empty"] ?? "?", element["absent"] ?? "absent"]
          + element.classNames.map(String.init) + element.attributes.map(\.name)
      } ?? []
    }
    #expect(
      values == [" V&1 ", "", "absent", "a", "b", "data-key", "class", "xml:lang", ":y", "empty"])
  }

  @Test("can be walked in every direction")
  func axes() {
    let facts = reading("<div><p>1</p>t<p>2<i>3</i></p></div><hr>") { page in
      let division = page.elements[2]
      let second = division.children[1]
      return [
        division.children.map(\.name), division.descendants.map(\.name),
        second.ancestors.map(\.name),
        [second.previousSibling?.text ?? "", second.parent?.name ?? ""],
        [division.nextSibling?.name ?? "", String(division.contains(second))],
        [String(second.contains(division)), String(division.contains(division))],
      ]
    }
    #expect(
      facts == [
        ["p", "p"], ["p", "p", "i"], ["div", "body", "html"], ["1", "div"], ["hr", "true"],
        ["false", "false"],
      ])
  }

  @Test("lists what is directly in an element")
  func childNodes() {
    let kinds = reading("<p>a <b>c</b><!--d-->&eacute;</p>") { page in
      page.elements[2].childNodes.map { node in
        switch node {
        case .element(let element): "element \(element.name)"
        case .text(let text): "text \(text)"
        case .comment(let text): "comment \(text)"
        }
      }
    }
    #expect(kinds == ["text a ", "element b", "comment d", "text é"])
  }

  @Test("lists comments with their places")
  func comments() {
    let comments = reading("<!--top--><p>a<!-- b --></p><!--c-->") { page in
      page.comments.map { "\($0.text)|\($0.parent?.name ?? "-")|\($0.order)" }
    }
    #expect(comments == ["top|-|-1", " b |p|2", "c|body|2"])
  }

  @Test(
    "names each place with an XPath",
    arguments: [
      ("<p>1</p>", "p", "/html/body/p"),
      ("<div></div><div><p>1<p>2</div>", "p", "/html/body/div[2]/p[2]"),
      ("<fb:post></fb:post>", "fb:post", "/html/body/*[name()='fb:post']"),
      ("<tik-tok></tik-tok><tik-tok></tik-tok>", "tik-tok", "/html/body/tik-tok[2]"),
    ])
  func paths(html: String, name: String, path: String) {
    let last = reading(html) { page in page.elements.last { $0.name == name }?.path }
    #expect(last == path)
  }

  @Test("keeps the words of scripts, templates and text fields as they are")
  func rawText() {
    let raw = reading(
      "<script>if (a < b) { x('</p>') }</script><textarea> a\n <b>b</b></textarea>"
        + "<noscript><p>c</p></noscript>"
    ) { page in
      page.elements.filter { ["script", "textarea", "noscript"].contains($0.name) }.map(\.rawText)
    }
    #expect(raw == ["if (a < b) { x('</p>') }", " a\n b", "c"])
  }
}
