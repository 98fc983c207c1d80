import Exporting
import PostModel
import TestSupport
import Testing

@Suite("What is kept private")
struct PrivacyTests {
  private static let key = Array("a key of sixteen".utf8)

  private static func exported(_ measures: Set<Privacy.Measure>, _ key: [UInt8] = key) -> [String] {
    let posts = GoldenExportTests.posts.map { Privacy(measures, key: key).applied(to: $0) }
    return ExportFormatCatalog.all.map { ExporterTests.text($0, posts) }
  }

  @Test("words are in no export")
  func dropText() {
    for text in Self.exported([.dropText]) {
      for words in ["Bridges", "without anyone", "boat"] { #expect(!text.contains(words)) }
    }
    #expect(Self.exported([.dropText]).contains { $0.contains("Ada") })
  }

  @Test("handles, names and addresses that hold them are in no export")
  func hashHandles() {
    for text in Self.exported([.hashHandles]) {
      let text = text.lowercased()
      for name in ["/ada", "@ada", "\"ada\"", "ada l.", "@eve", "eve.example", "\"eve\""] {
        #expect(!text.contains(name), "\(name) in \(text)")
      }
    }
    #expect(Self.exported([.hashHandles]).contains { $0.contains("Bridges") })
  }

  @Test("a pseudonym is one whatever the case, another on another platform or by another key")
  func pseudonyms() {
    let privacy = Privacy([.hashHandles], key: Self.key)
    let ada = privacy.pseudonym(of: "ada", on: "x")
    #expect(ada == "u-57a35480e3df13f9")
    #expect(privacy.pseudonym(of: "ADA", on: "x") == ada)
    #expect(privacy.pseudonym(of: "ada", on: "bluesky") != ada)
    #expect(Privacy([.hashHandles], key: [1]).pseudonym(of: "ada", on: "x") != ada)
  }

  @Test(
    "in words, handles and names are replaced, and nothing that only looks like them",
    arguments: [
      ("@ada and Ada. said", "@H and H. said"),
      ("adamant, nada", "adamant, nada"),
      ("Ada Lovelace wrote; ADA LOVELACE!", "H wrote; H!"),
      ("see x.com/ada/status", "see x.com/H/status"),
    ])
  func words(_ text: String, _ expected: String) {
    var citation = ExporterTests.plain
    citation.post.author = Account(handle: "Ada", name: "Ada Lovelace")
    citation.post.text = text
    let privacy = Privacy([.hashHandles], key: Self.key)
    let shown = privacy.applied(to: ExporterTests.merged(citation)).post.text
    let pseudonym = privacy.pseudonym(of: "ada", on: "x")
    #expect(shown?.replacing(pseudonym, with: "H") == expected)
  }

  @Test("a handle of two letters is replaced only where a sign leads it")
  func short() {
    var citation = ExporterTests.plain
    citation.post.author = Account(handle: "is")
    citation.post.text = "this is by @IS."
    let privacy = Privacy([.hashHandles], key: Self.key)
    let shown = privacy.applied(to: ExporterTests.merged(citation)).post.text
    #expect(shown == "this is by @\(privacy.pseudonym(of: "is", on: "x")).")
  }
}
