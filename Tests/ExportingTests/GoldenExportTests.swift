import Exporting
import Foundation
import PostModel
import TestSupport
import Testing

/// Each format of the catalog against `Fixtures/exports/NAME.EXTENSION`; `UPDATE_FIXTURES=1` writes
/// them anew.
@Suite("Formats of exports")
struct GoldenExportTests {
  /// A post of which much is known in two articles, one of which little is known, and one of another
  /// platform by a bound only.
  static var posts: [MergedPost] {
    var rich = ExporterTests.plain
    rich.post.published = PostDate(
      value: "2025-03-16T08:01:02.123Z", precision: .millisecond, source: .postID)
    rich.post.language = LanguageTag("en")
    rich.post.author = Account(handle: "Ada", name: "Ada L.", url: "https://x.com/Ada")
    rich.post.text = "Bridges & <locks> open at #noon,\nsays @eve: \"bring a boat\""
    rich.post.media = [
      Media(url: "https://pic.twitter.com/AbC", kind: .photo),
      Media(url: "https://video.example/1", kind: nil),
    ]
    rich.post.links = ["https://t.co/xyz"]
    rich.post.mentions = ["eve"]
    rich.post.hashtags = ["noon"]
    rich.selector.exact = "Bridges & <locks>"
    rich.selector.path = "/html/body/blockquote"
    rich.article.title = "The [harbour] *opens*"
    rich.article.published = PostDate(value: "2025-03-18", precision: .day, source: .jsonLD)
    rich.article.authors = ["B. Reporter"]
    var second = rich
    second.id = CitationID(rawValue: String(repeating: "b", count: 32))
    second.article.id = "other"
    second.article.url = nil
    second.article.source.path = "other.txt"
    second.article.published = nil
    second.article.captured = "2025-03-19T04:05:06Z"
    var bare = SampleCitations.citation(3, form: .quote, key: "unknown:text/0011223344556677")
    bare.post.text = "Words without anyone"
    var bound = SampleCitations.citation(4, form: .link, key: "bluesky:3k", article: "b")
    bound.post.platform = "bluesky"
    bound.post.id = "3k"
    bound.post.author = Account(handle: "eve.example")
    bound.post.published = PostDate(value: "../2025-03", precision: .bound, source: .article)
    bound.article.site = "example.org"
    return [
      MergedPost(post: rich.post, sources: [:], joins: [], citations: [rich, second]),
      ExporterTests.merged(bare), ExporterTests.merged(bound),
    ]
  }

  @Test("are as they were written down", arguments: ExportFormatCatalog.all.map(\.name))
  func golden(_ name: String) throws {
    let format = try #require(ExportFormatCatalog.format(named: name))
    let path = "exports/\(name).\(format.fileExtension)"
    let text = ExporterTests.text(format, Self.posts)
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try Data(text.utf8).write(to: Fixtures.url(path))
    }
    #expect(text == String(decoding: try Fixtures.bytes(path), as: UTF8.self))
  }

  @Test("without posts are whole, too", arguments: ExportFormatCatalog.all.map(\.name))
  func empty(_ name: String) throws {
    let format = try #require(ExportFormatCatalog.format(named: name))
    let text = ExporterTests.text(format, [])
    guard format.mediaType.contains("json"), !format.mediaType.contains("jsonl") else { return }
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  /// Random hostile posts; their identifiers are none of a platform's.
  private static func hostile(_ count: Int) -> [MergedPost] {
    var generator = SeededGenerator(seed: 20_250_316)
    return (0..<count).map { number in
      var citation = SampleCitations.random(using: &generator)
      citation.post.platform = number % 2 == 0 ? "x" : citation.post.platform
      citation.article.site = number % 3 == 0 ? "site.example" : citation.article.site
      return ExporterTests.merged(citation)
    }
  }

  @Test(
    "JSON of hostile posts is JSON with as many parts as there are posts",
    arguments: [("activitystreams", "orderedItems"), ("web-annotation", "items")])
  func json(_ name: String, _ list: String) throws {
    let format = try #require(ExportFormatCatalog.format(named: name))
    let text = ExporterTests.text(format, Self.hostile(400))
    let whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((whole?[list] as? [Any])?.count == 400)
  }

  @Test("the graph of schema.org describes an article once and cites every post")
  func graph() throws {
    let posts = Self.posts + Self.posts
    let text = ExporterTests.text(.schemaOrg, posts)
    let whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let nodes = try #require(whole?["@graph"] as? [[String: Any]])
    let articles = nodes.filter { $0["@type"] as? String == "NewsArticle" }
    #expect(articles.count == 8)
    #expect(articles.filter { $0["headline"] != nil }.count == 2)
    #expect(articles.allSatisfy { $0["citation"] != nil })
  }

  @Test("GraphML and HTML of hostile posts are read by readers that we did not write")
  func markup() throws {
    let posts = Self.hostile(400)
    let folder = try ScratchFolder()
    let graph = try folder.write(ExporterTests.text(.graphML, posts), to: "a.graphml")
    let page = try folder.write(ExporterTests.text(.html, posts), to: "a.html")
    let script = """
      import sys, json, xml.etree.ElementTree as ET
      from html.parser import HTMLParser
      tree = ET.parse(sys.argv[1])
      tags = []
      class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes): tags.append(tag)
      with open(sys.argv[2], encoding="utf-8", newline="") as file: Reader().feed(file.read())
      space = "{http://graphml.graphdrawing.org/xmlns}"
      print(json.dumps([len(tree.findall(f".//{space}edge")), tags.count("article"), tags.count("script")
        + tags.count("b") + tags.count("img")]))
      """
    let output = try Subprocess.output(of: ["python3", "-c", script, graph, page])
    let counts = try JSONDecoder().decode([Int].self, from: output)
    #expect(counts[0] > 3)
    #expect(Array(counts[1...]) == [400, 0])
  }

  @Test("an edge counts a site's articles and an account's posts, whatever the handle's case")
  func weights() {
    var posts = Self.posts
    posts[0].citations[1].article.site = "example.org"
    var again = posts[0]
    again.post.author?.handle = "ADA"
    let text = ExporterTests.text(.graphML, [posts[0], again])
    #expect(text.contains("<data key=\"weight\">4</data><data key=\"posts\">2</data>"))
    #expect(text.matches(of: /<edge/).count == 1)
  }

  @Test("a table of pairs keeps its three columns whatever an address holds")
  func pairs() {
    var post = Self.posts[0]
    post.citations[0].article.url = "https://a.example/\t\n"
    post.citations[0].article.published = nil
    let text = ExporterTests.text(.gdeltSocialLinks, [post])
    #expect(text == "\thttps://a.example/  \thttps://x.com/ada/status/1901234567890123456\n")
  }
}

/// The example of `AddingAnExportFormat.md`.
@Suite("The format that the documentation adds")
struct ExampleFormatTests {
  @Test("does what it says")
  func words() {
    let text = ExporterTests.text(.words, GoldenExportTests.posts)
    #expect(text.hasPrefix("Bridges & <locks> open at #noon, says @eve: \"bring a boat\"\n"))
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test("is word for word in the documentation")
  func documented() throws {
    let package = Fixtures.package
    let page = try String(
      contentsOf: package.appending(
        path: "Sources/RoostKit/RoostKit.docc/AddingAnExportFormat.md"), encoding: .utf8)
    let file = try String(
      contentsOf: package.appending(path: "Tests/ExportingTests/Examples/Words.swift"),
      encoding: .utf8)
    let code = try #require(file.range(of: "extension ExportFormat"))
    #expect(page.contains("```swift\n" + file[code.lowerBound...] + "```\n"))
  }
}
