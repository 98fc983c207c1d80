import Testing

@testable import Markup

@Suite("A page beyond all measure")
struct MarkupLimitsTests {
  static let deep = 100_000

  @Test(
    "nests without end and is read to its end",
    arguments: [
      String(repeating: "<div>", count: deep),
      String(repeating: "<div>", count: deep) + String(repeating: "</div>", count: deep),
      String(repeating: "<span>", count: deep) + String(repeating: "</b>", count: deep),
      String(repeating: "<table><tr><td>", count: deep / 3),
      String(repeating: "<font><script>x</script>", count: deep / 2),
    ])
  func nesting(html: String) {
    let (path, text, complaints) = reading(html + "<p>the <b>end</b>") { page in
      let last = page.elements.last
      return (last?.path ?? "", page.text, page.diagnostics.map(\.message))
    }
    #expect(path.hasSuffix("/b"))
    #expect(text == "the end")
    #expect(complaints == ["elements nest deeper than 512; deeper ones were made siblings"])
  }

  @Test("closes again what it opened")
  func closing() {
    let html =
      "<main>" + String(repeating: "<i>", count: 600) + "x" + String(repeating: "</i>", count: 600)
    let path = reading(html + "</main><p>y") { $0.elements.last?.path }
    #expect(path == "/html/body/p")
  }

  @Test("is read up to the number of bytes, with a word about the rest")
  func bytes() {
    let (text, complaints) = reading("<p>abcd é<p>f", limits: MarkupLimits(bytes: 9)) { page in
      (page.text, page.diagnostics)
    }
    #expect(text == "abcd \u{FFFD}")
    #expect(
      complaints.first
        == MarkupDiagnostic("longer than 9 bytes; the rest was left out", at: 9))
  }

  @Test("is read up to the number of nodes, with a word about the rest")
  func nodes() {
    let html = String(repeating: "<p>a", count: 50)
    let (count, complaints) = reading(html, limits: MarkupLimits(nodes: 20)) { page in
      (page.elements.count, page.diagnostics.map(\.message))
    }
    #expect((19...21).contains(count))
    #expect(complaints == ["more than 20 elements; the rest of the page was left out"])
  }

  @Test("has an attribute cut at a whole character")
  func attribute() {
    let html = "<a href='aéb' title=ok>x</a>"
    let (values, complaints) = reading(html, limits: MarkupLimits(attributeBytes: 2)) { page in
      (page.elements.last?.attributes.map(\.value) ?? [], page.diagnostics.map(\.message))
    }
    #expect(values == ["a", "ok"])
    #expect(complaints == ["an attribute is longer than 2 bytes; it was cut"])
  }

  @Test("has a tag with too many attributes read as text")
  func attributes() {
    let words = (0..<200_000).map { "w\($0)" }.joined(separator: " ")
    let (last, complaints) = reading("<p>a <b " + words + "<p title='1 2 3 4'>end") { page in
      (page.elements.last?.text, page.diagnostics.map(\.message))
    }
    #expect(last == "end")
    #expect(complaints == ["a tag has more than 4096 attributes; it is read as text"])
  }

  @Test("has one attribute of many megabytes")
  func longAttribute() {
    let value = String(repeating: "x", count: 10 << 20)
    let length = reading("<a title='\(value)'>x</a>") { $0.elements.last?["title"]?.utf8.count }
    #expect(length == 8 << 20)
  }
}

@Suite("A comment")
struct CommentTests {
  @Test(
    "ends where browsers end it",
    arguments: [
      ("a<!-->b<!-- c -->d", "abd"), ("a<!--->b<!-- c -->d", "abd"), ("a<!-- b --!>c", "ac"),
      ("<!--[if !IE]><!-->a<!--<![endif]-->b", "ab"), ("a<!---->b", "ab"),
      ("a<!-- <!-->b", "ab"), ("a<!-- never closed <p>b", "a"),
    ])
  func ends(html: String, text: String) {
    #expect(reading("<p>" + html) { $0.text }.filter { $0 != " " } == text)
  }
}
