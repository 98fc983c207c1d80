import Languages
import PostModel

/// The parts of a date as they were read.
struct DateReading {
  /// The calendar that the month's name belongs to.
  enum Calendar {
    case gregorian
    case persian
  }

  var year: Int?
  var month: Int?
  var day: Int?
  var calendar = Calendar.gregorian
  /// The first piece of the date, by its place among the tokens.
  var first: Int
  /// The place after the last piece.
  var end: Int

  var isComplete: Bool { year != nil && month != nil && day != nil }

  /// The date where year and month were written; a day is left out where there is none.
  func date(source: PostDate.Source) -> PostDate? {
    guard let year = gregorianYear, let month else { return nil }
    if let day {
      guard let civil = civilDate(year: year, month: month, day: day) else { return nil }
      return PostDate(day: civil, source: source)
    }
    return calendar == .gregorian ? PostDate(year: year, month: month, source: source) : nil
  }

  /// The day and month in the latest year in which they are not after a day.
  func date(notAfter limit: CivilDate) -> PostDate? {
    guard let month, let day else { return nil }
    let years =
      calendar == .gregorian ? [limit.year, limit.year - 1] : [limit.year - 621, limit.year - 622]
    for year in years {
      if let civil = civilDate(year: year, month: month, day: day), civil <= limit {
        return PostDate(day: civil, source: .prose, inferred: [.year])
      }
    }
    return nil
  }

  /// The day and month of a year that is not known, in EDTF's digits for what is not: `XXXX-03-15`.
  var openDate: PostDate? {
    guard calendar == .gregorian, let month, let day, (1...12).contains(month),
      (1...CivilDate.days(in: month, of: 2000)).contains(day)
    else { return nil }
    let digits = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return PostDate(
      value: "XXXX-" + digits.joined(separator: "-"), precision: .day, source: .prose)
  }

  private func civilDate(year: Int, month: Int, day: Int) -> CivilDate? {
    calendar == .gregorian
      ? CivilDate(year: year, month: month, day: day)
      : CivilDate(persianYear: year, month: month, day: day)
  }

  /// Years from 2400 on are counted from the Buddha's death, 543 BC.
  private var gregorianYear: Int? {
    guard let year else { return nil }
    if calendar == .persian { return year }
    let counted = year >= 2400 ? year - 543 : year
    return (1900...2100).contains(counted) ? counted : nil
  }
}
