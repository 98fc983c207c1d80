import PostModel
import Testing

@testable import ArchiveIndex

@Suite("Periods of dates")
struct PeriodTests {
  private static let day = 86_400_000

  @Test(
    "a date stands for all moments in it",
    arguments: [
      ("1970", 0, 365 * day - 1), ("1970-02", 31 * day, 59 * day - 1),
      ("1970-01-02", day, 2 * day - 1),
      ("1970-01-01T00:01Z", 60_000, 119_999), ("1970-01-01T00:00:01Z", 1000, 1999),
      ("1970-01-01T00:00:00.007Z", 7, 7), ("1970-01-01T02:00+02:00", 0, 59_999),
      ("1969-12-31T19:00:00-05:00", 0, 999), ("1970-01-01T00:00", 0, 59_999),
      ("1969", -365 * day, -1), ("2024-02-29", 19_782 * day, 19_783 * day - 1),
    ])
  func periods(_ text: String, _ first: Int, _ last: Int) {
    let period = Period(edtf: text)
    #expect(period?.first == first)
    #expect(period?.last == last)
  }

  @Test(
    "what is no date stands for nothing",
    arguments: [
      "", "T", "70", "1970-", "1970-00", "1970-02-30", "1970-01-01T", "1970-01-01T24:00Z",
      "1970-01-01T00:60Z", "1970-01T00:00Z", "1970-01-01T00:00:00.1Z", "1970-01-01T00:00+2",
      "+970", "１９７０", "1970-01-01T00:00Z ", "..", "../", "99999999999999999999",
    ])
  func nothing(_ text: String) {
    #expect(Period(edtf: text) == nil)
  }

  @Test("a bound has an end and no beginning")
  func bound() {
    let date = PostDate(value: "../1970-01", precision: .bound, source: .article)
    #expect(date.period?.first == nil)
    #expect(date.period?.last == 31 * Self.day - 1)
  }
}
