import PostModel
import TestSupport
import Testing

@Suite("A civil date")
struct CivilDateTests {
  @Test(
    "counts days from 1970",
    arguments: [
      (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2),
      (2000, 3, 1, 11_017, 3), (1900, 2, 28, -25_509, 3), (1900, 3, 1, -25_508, 4),
      (2025, 3, 15, 20_162, 6), (2006, 3, 21, 13_228, 2), (1, 1, 1, -719_162, 1),
      (9999, 12, 31, 2_932_896, 5),
    ])
  func epoch(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == days)
    #expect(date.weekday == weekday)
    #expect(CivilDate(daysSinceEpoch: days) == date)
  }

  @Test(
    "has only days that the calendar has",
    arguments: [
      (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0),
      (2025, 1, 32), (2025, 6, -1),
    ])
  func invalid(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test("has leap days in years divisible by 4, not by 100, but by 400")
  func leapYears() {
    let lengths = [1896, 1900, 2000, 2024, 2025, 2100].map { CivilDate.days(in: 2, of: $0) }
    #expect(lengths == [29, 28, 29, 29, 28, 28])
    let months = (1...12).map { CivilDate.days(in: $0, of: 2025) }
    #expect(months == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test(
    "is written with leading zeros",
    arguments: [(2025, 3, 5, "2025-03-05"), (987, 12, 31, "0987-12-31"), (1, 1, 1, "0001-01-01")])
  func written(year: Int, month: Int, day: Int, text: String) {
    #expect(CivilDate(year: year, month: month, day: day)?.description == text)
  }

  @Test("can be moved by days, over months and years")
  func moved() throws {
    let date = try #require(CivilDate(year: 2024, month: 12, day: 31))
    #expect(date.adding(days: 1).description == "2025-01-01")
    #expect(date.adding(days: -307).description == "2024-02-28")
    #expect(date.adding(days: -306).description == "2024-02-29")
    #expect(date < date.adding(days: 1))
  }

  @Test("of any day number gives that number again, and the next day follows")
  func roundTrip() {
    checkLaw("day numbers", runs: 500) { generator in
      let days = Int.random(in: -1_000_000...4_000_000, using: &generator)
      let date = CivilDate(daysSinceEpoch: days)
      return date.daysSinceEpoch == days && date < CivilDate(daysSinceEpoch: days + 1)
        && CivilDate(year: date.year, month: date.month, day: date.day) == date
    }
  }
}
