import PostModel

extension CivilDate {
  /// The day of a date in the solar calendar of Iran.
  ///
  /// Leap years are those of the 33 year cycle, which agrees with the astronomical rule from 1206
  /// to 1498 (1827 to 2119).
  init?(persianYear year: Int, month: Int, day: Int) {
    guard (1206...1498).contains(year), (1...12).contains(month), (1...31).contains(day),
      month <= 6 || day <= 30, let newYear = Self.persianNewYear(year)
    else { return nil }
    let before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    self = newYear.adding(days: before + day - 1)
  }

  /// The first day of a Persian year, counted from 1 Farvardin 1403 = 20 March 2024.
  private static func persianNewYear(_ year: Int) -> CivilDate? {
    guard var day = CivilDate(year: 2024, month: 3, day: 20) else { return nil }
    for passed in min(year, 1403)..<max(year, 1403) {
      let length = [1, 5, 9, 13, 17, 22, 26, 30].contains(passed % 33) ? 366 : 365
      day = day.adding(days: year > 1403 ? length : -length)
    }
    return day
  }
}
