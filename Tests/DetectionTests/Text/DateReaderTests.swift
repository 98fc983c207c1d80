import Languages
import PostModel
import Testing

@testable import Detection

@Suite("A line that names a day")
struct DateReaderTests {
  static let reader = DateReader(packs: LanguagePack.all)

  private func dates(
    _ text: String, _ language: String? = nil, base: String? = nil
  ) -> [DateReader.Found]? {
    let base = base.flatMap { MachineDate.read($0, source: .article) }
    let reading = Self.reader.reading(
      of: text, language: language.flatMap { LanguageTag($0) }, base: base)
    if case .dates(let dates) = reading { return dates }
    return nil
  }

  @Test(
    "is read as printed where it is nothing but a date, with a clock only where that is for machines",
    arguments: [
      ("Ápr 29., 2020", "2020-04-29"), ("2019年6月28日", "2019-06-28"),
      ("5:38 PM - 07 Jun 2019", "2019-06-07"),
      ("2018-12-05T05:50:40Z", "2018-12-05T05:50:40Z"), ("15 ส.ค. 67", "2024-08-15"),
      ("October 2017", "2017-10"),
    ])
  func printed(text: String, expected: String) throws {
    let found = try #require(dates(text)?.first)
    #expect(found.date.value == expected)
    #expect(found.date.source == .printed)
    #expect(found.range == 0..<text.unicodeScalars.count)
  }

  @Test("says in prose what was inferred, and where it stands in code points")
  func prose() throws {
    let found = try #require(dates("🌊 публикация на 15 март", "bg", base: "2025-03"))
    #expect(found.map(\.date.value) == ["2025-03-15"])
    #expect(found.first?.date.inferred == [.year])
    #expect(found.first?.range == 16..<23)
  }

  @Test(
    "stays without a year where nothing gives one",
    arguments: [
      ("on 15 March", "en", "XXXX-03-15"), ("29 февраля", "ru", "XXXX-02-29"),
      ("am 15.03.", "de", "XXXX-03-15"), ("pada Kamis (27/4)", "id", "XXXX-04-27"),
    ])
  func openYear(text: String, language: String, expected: String) throws {
    let found = try #require(dates(text, language)?.first)
    #expect(found.date.value == expected)
    #expect(found.date.precision == .day)
    #expect(found.date.inferred == [])
  }

  @Test("asks for the base where a day is relative to one", arguments: ["on Tuesday", "yesterday"])
  func relative(text: String) {
    let english = LanguageTag("en")
    guard case .relative = Self.reader.reading(of: text, language: english, base: nil) else {
      Issue.record("\(text) needs a base")
      return
    }
    #expect(dates(text, "en", base: "2025-03-18")?.first?.date.precision == .day)
  }

  @Test("names no day where there is none", arguments: ["", "hello", "30 February", "12:30"])
  func none(text: String) {
    #expect(dates(text, "en", base: "2025-03-18") == nil)
  }

  @Test("gives every day of a line in its order")
  func several() throws {
    let found = try #require(dates("from 4 May 2022 to 6 May 2022", "en"))
    #expect(found.map(\.date.value) == ["2022-05-04", "2022-05-06"])
  }
}
