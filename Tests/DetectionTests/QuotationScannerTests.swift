import Foundation
import Languages
import PostModel
import Testing

@testable import Detection

private struct Example: Decodable, CustomTestStringConvertible {
  struct Quote: Decodable {
    var text: String
    var platform: String?
    var name: String?
    var handle: String?
    var date: String?
  }
  var language: String
  var published: String
  var text: String
  var quotes: [Quote]
  var testDescription: String { "\(language) \(text.prefix(40))" }

  static func all() throws -> [Example] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Fixtures/conformance/quotations.json")
    return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }
}

private let scanner = QuotationScanner(
  packs: LanguagePack.all, dates: DateScanner(packs: LanguagePack.all))

private func sightings(
  _ text: String, _ language: String = "en", published: String = "2025-05-14"
) -> [Sighting] {
  let date = PostDate(value: published, precision: .day, source: .header)
  return scanner.sightings(
    in: text, context: TextContext(language: LanguageTag(language), published: date))
}

@Suite("Quotations of posts in prose")
struct QuotationScannerTests {
  @Test("each language's prose shows its quotations and no others", arguments: try Example.all())
  private func examples(_ example: Example) {
    let found = sightings(example.text, example.language, published: example.published)
    #expect(found.map(\.text) == example.quotes.map(\.text))
    for (sighting, quote) in zip(found, example.quotes) {
      #expect(sighting.platform?.rawValue == quote.platform)
      // An empty name says that the prose leaves it open.
      if let name = quote.name { #expect(sighting.author.name ?? "" == name) }
      #expect(sighting.author.handle == quote.handle)
      if let date = quote.date { #expect(sighting.dates.first?.value == date) }
      #expect(sighting.form == .quote)
    }
  }

  @Test("the place of a quotation is that of the words inside the marks")
  func place() throws {
    let text = "Fog, again.\n\n“The buoy has gone for a walk,” Ida Wren wrote on X."
    let found = try #require(sightings(text).first)
    let bytes = Array(text.utf8)[found.utf8Range]
    #expect(String(decoding: bytes, as: UTF8.self) == "The buoy has gone for a walk")
  }

  @Test("a day without a year says that the year was inferred")
  func inferredYear() throws {
    let found = try #require(
      sightings("“Low tide, high spirits, no ferry,” Ida Wren wrote on X on May 2.").first)
    let date = try #require(found.dates.first)
    #expect(date.value == "2025-05-02")
    #expect(date.inferred == [.year])
    #expect(date.source == .prose)
  }

  @Test("an address beside the quotation names the post")
  func address() throws {
    let text = """
      Ida Wren wrote on X (https://x.com/idawren/status/1907136549401559047): “The gulls have unionised.”
      """
    let found = try #require(sightings(text).first)
    #expect(found.id == "1907136549401559047")
    #expect(found.author.handle == "idawren")
  }

  @Test("every derived field has its evidence")
  func evidence() throws {
    let text = "“The gulls have unionised,” Ida Wren (@idawren) wrote on X on May 2."
    let fields = try #require(sightings(text).first).evidence.map(\.field)
    #expect(fields == ["form", "author.name", "author.handle", "published"])
  }

  @Test(
    "unbalanced and foreign marks close where the quotation ends",
    arguments: [
      ("„Мъглата влезе без да чука\", написа Ива Стоева във Фейсбук.", "Мъглата влезе без да чука"),
      ("„Мъглата влезе без да чука„, написа Ива Стоева във Фейсбук.", "Мъглата влезе без да чука"),
      (
        "„Казаха „мъгла“ и затвориха", nil
      ),
      (
        "„Казаха „мъгла“ и затвориха прозореца“, написа Ива Стоева във Фейсбук.",
        "Казаха „мъгла“ и затвориха прозореца"
      ),
    ])
  func marks(_ text: String, _ expected: String?) {
    #expect(sightings(text, "bg").first?.text == expected)
  }

  @Test("hard-wrapped lines are one paragraph")
  func wrapped() {
    let text = """
      “The lighthouse keeper has been awarded a medal for staying where he
      was,” Ida Wren, who keeps the archive of the harbour, wrote on X on
      Monday.
      """
    let found = sightings(text).first
    #expect(found?.text?.hasPrefix("The lighthouse keeper") ?? false)
    #expect(found?.platform == "x")
    #expect(found?.dates.first?.value == "2025-05-12")
  }

  @Test("an unknown language gives nothing")
  func unknown() {
    #expect(sightings("“The gulls have unionised,” Ida Wren wrote on X.", "xx").isEmpty)
  }

  @Test(
    "time grows with the length and not faster",
    arguments: [
      "“a ", "„", "wrote on X ", "“a b c,” wrote on X. ", "\"", "@a (", "– a, wrote on X ",
    ])
  func linear(_ unit: String) {
    let clock = ContinuousClock()
    let small = String(repeating: unit, count: 8_000 / unit.utf8.count)
    let large = String(repeating: unit, count: 80_000 / unit.utf8.count)
    let short = clock.measure { _ = sightings(small) }
    let long = clock.measure { _ = sightings(large) }
    #expect(long < short * 30 + .milliseconds(500))
  }
}
