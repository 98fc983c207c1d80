import Languages
import PostModel
import TestSupport
import Testing

@testable import Detection

/// Days as the prose of each language names them, and what is none (`null`).
private struct ProseDateTable: Decodable {
  var base: String
  var languages: [String: [String: String?]]
}

@Suite("Days that prose names")
struct ProseDateConformanceTests {
  private static let scanner = DateScanner(packs: LanguagePack.all)

  @Test(
    "each language's words for a day are read relative to the article's",
    arguments: LanguagePack.embedded.map(\.name))
  func days(language: String) throws {
    let table = try Fixtures.decoded(ProseDateTable.self, "conformance/prose-dates.json")
    let rows = try #require(table.languages[language])
    let base = MachineDate.read(table.base, source: .article)
    for (text, expected) in rows {
      let found = Self.scanner.proseDates(
        in: text[...], language: LanguageTag(language), base: base)
      #expect(found.first?.date.value == expected, "\(language): \(text)")
    }
  }
}
