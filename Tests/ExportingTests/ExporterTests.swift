import Exporting
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Writing posts")
struct ExporterTests {
  static func merged(_ citation: Citation) -> MergedPost {
    MergedPost(
      post: citation.post, sources: ["key": citation.id, "text": citation.id],
      joins: [.init(citation: citation.id, key: "media", certainty: 0.99)], citations: [citation])
  }

  static let post = merged(plain)

  static var plain: Citation {
    var citation = SampleCitations.citation(1, key: "x:1901234567890123456")
    citation.post.platform = "x"
    citation.post.id = "1901234567890123456"
    citation.post.permalink = "https://x.com/ada/status/1901234567890123456"
    citation.post.author = Account(handle: "ada", name: "Ada, \"the\" Countess")
    citation.post.text = "Line one\nline two; a/b"
    citation.post.published = PostDate(year: 2024, source: .printed)
    citation.post.hashtags = ["one", "two"]
    citation.article.site = "example.org"
    return citation
  }

  static func text(_ format: ExportFormat, _ posts: [MergedPost]) -> String {
    var exporter = format.makeExporter()
    return String(decoding: exporter.bytes(of: posts), as: UTF8.self)
  }

  @Test(
    "each format writes a post as its documentation has it",
    arguments: [
      (
        "jsonl",
        #"""
        {"v":1,"post":{"key":"x:1901234567890123456","platform":"x","id":"1901234567890123456",\#
        "permalink":"https://x.com/ada/status/1901234567890123456",\#
        "author":{"handle":"ada","name":"Ada, \"the\" Countess"},"text":"Line one\nline two; a/b",\#
        "published":{"value":"2024","precision":"year","source":"printed"},"hashtags":["one","two"]},\#
        "sources":{"key":"00000000000000000000000000000001","text":"00000000000000000000000000000001"},\#
        "citations":[{"id":"00000000000000000000000000000001","form":"embed","confidence":0.9,\#
        "joined_by":"media","certainty":0.99,"article":{"id":"a","url":"https://www.example.org/a",\#
        "site":"example.org","source":{"path":"a.html","format":"html"},\#
        "digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000"},\#
        "selector":{"exact":"…","prefix":"","suffix":"","start":1,"end":2}}]}

        """#
      ),
      (
        "csv",
        "key,platform,id,permalink,handle,name,published,precision,lang,text,media,links,mentions,"
          + "hashtags,forms,confidence,citations,articles,sites,article_urls\r\n"
          + "x:1901234567890123456,x,'1901234567890123456,"
          + "https://x.com/ada/status/1901234567890123456,ada,\"Ada, \"\"the\"\" Countess\",2024,year,,"
          + "\"Line one\nline two; a/b\",,,,one two,embed,0.9,1,1,example.org,"
          + "https://www.example.org/a\r\n"
      ),
      ("ids", "1901234567890123456\n"),
      ("urls", "https://x.com/ada/status/1901234567890123456\n"),
    ])
  func golden(_ name: String, _ expected: String) throws {
    #expect(
      Self.text(try #require(ExportFormatCatalog.format(named: name)), [Self.post]) == expected)
  }

  @Test("JSON is one array of what JSON Lines has a line of", arguments: 0...3)
  func json(_ count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let posts = (0..<count).map { _ in Self.merged(SampleCitations.random(using: &generator)) }
    let whole = try JSONSerialization.jsonObject(with: Data(Self.text(.json, posts).utf8))
    let lines = try Self.text(.jsonLines, posts).utf8.split(separator: 0x0A).map {
      try JSONSerialization.jsonObject(with: Data($0))
    }
    #expect((whole as? NSArray) == lines as NSArray)
  }

  @Test("an identifier or address that a post lacks is no line, one that breaks a line is one line")
  func names() {
    var hostile = Self.post
    hostile.post.id = "1\n2"
    var bare = Self.post
    bare.post.id = nil
    bare.post.permalink = nil
    #expect(Self.text(.ids, [hostile, bare]) == "1 2\n")
    #expect(Self.text(.urls, [bare]) == "")
  }

  @Test(
    "a cell that a spreadsheet would calculate or round is led by an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@ada", "'@ada"), ("＝1", "'＝1"),
      ("\tx", "'\tx"), ("\u{301}=", "\u{301}="), ("=\u{301}1", "'=\u{301}1"),
      ("1901234567890123456", "'1901234567890123456"), ("123456789012345", "123456789012345"),
      ("a\0b", "a\u{FFFD}b"), ("plain", "plain"), ("", ""),
    ])
  func cells(_ text: String, _ cell: String) throws {
    var post = Self.post
    post.post.author = Account(handle: text)
    let rows = Self.text(.csv, [post]).unicodeScalars.split(separator: "\r\n".unicodeScalars)
    let cells = rows[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(Array(cells[4]) == Array(cell.unicodeScalars))
  }

  @Test("a reader that we did not write finds every row and cell of hostile posts")
  func independentReader() throws {
    var generator = SeededGenerator(seed: 11)
    let posts = (0..<500).map { _ in Self.merged(SampleCitations.random(using: &generator)) }
    let script = """
      import csv, json, sys
      with open(sys.argv[1], encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
      print(json.dumps(rows))
      """
    let folder = try ScratchFolder()
    let path = try folder.write(Self.text(.csv, posts), to: "posts.csv")
    let output = try Subprocess.output(of: ["python3", "-c", script, path])
    let rows = try JSONDecoder().decode([[String]].self, from: output)
    #expect(rows.count == posts.count + 1)
    for (row, post) in zip(rows.dropFirst(), posts) {
      #expect(row.count == rows[0].count)
      let text = Self.plain(post.post.text ?? "")
      #expect(row[9].unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  /// What a cell of the text reads as.
  private static func plain(_ text: String) -> String {
    let text = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    let isLed = text.unicodeScalars.first.map("=+-@\t\r\n".unicodeScalars.contains) ?? false
    return isLed ? "'" + text : text
  }

  @Test("names of formats are distinct, and each is found by its name")
  func catalog() {
    let names = ExportFormatCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(ExportFormatCatalog.format(named: name)?.name == name) }
    #expect(ExportFormatCatalog.format(named: "none") == nil)
  }
}
