import Languages
import PostModel

/// Reads the dates of prose at one place after the other.
struct ProseDateReader {
  let parser: DateParser
  /// The last day on which the article may have appeared.
  let limit: CivilDate?
  /// The day on which the article appeared, where it is known to the day.
  let day: CivilDate?
  let leavesYearOpen: Bool

  init(parser: DateParser, base: PostDate?, leavesYearOpen: Bool) {
    self.parser = parser
    self.leavesYearOpen = leavesYearOpen
    limit = base?.lastDay
    day = base.flatMap { $0.firstDay == $0.lastDay ? $0.firstDay : nil }
  }

  typealias Found = (date: PostDate, first: Int, end: Int)

  func date(at index: Int) -> Found? {
    writtenDate(at: index) ?? dottedDay(at: index) ?? bracketedDay(at: index)
      ?? ledDay(at: index) ?? daysAgo(at: index) ?? countedDay(at: index)
      ?? relativeDay(at: index)
  }

  func writtenDate(at index: Int) -> Found? {
    let token = parser.tokens[index]
    let begins =
      token.number != nil
      || parser.means(index) {
        switch $0 {
        case .month, .otherMonth, .monthPrefix, .day: true
        default: false
        }
      } != nil
    guard begins, let reading = parser.date(at: index) else { return nil }
    if reading.year != nil {
      return reading.date(source: .prose).map { ($0, reading.first, reading.end) }
    }
    return yearless(reading)
  }

  /// A day and month in the latest year in which they are not after the article's date.
  func yearless(_ reading: DateReading) -> Found? {
    let date = limit.map { reading.date(notAfter: $0) } ?? (leavesYearOpen ? reading.openDate : nil)
    return date.map { ($0, reading.first, reading.end) }
  }

  /// Reads weekdays and `yesterday`.
  private func relativeDay(at index: Int) -> Found? {
    guard let phrase = parser.phrase(at: index) else { return nil }
    for entry in phrase.entries {
      switch entry.meaning {
      case .weekday(let weekday) where isWhole(index, phrase.end, in: entry.pack):
        if let found = date(behind: phrase.end, on: weekday, first: index) { return found }
        guard let day else { continue }
        return relative(day, -((day.weekday - weekday + 7) % 7), index, phrase.end)
      case .relativeDay(let days):
        guard let day else { continue }
        return relative(day, days, index, phrase.end)
      default: continue
      }
    }
    return nil
  }

  func relative(_ day: CivilDate, _ distance: Int, _ first: Int, _ end: Int) -> Found {
    let date = PostDate(
      day: day.adding(days: distance), source: .prose, inferred: [.year, .month, .day])
    return (date, first, end)
  }

  /// Short forms (`sun`, `mar`) are too often words of their own.
  private func isWhole(_ index: Int, _ end: Int, in pack: Int) -> Bool {
    let word = parser.tokens[index].word ?? ""
    return end - index > 1 || parser.lexicon.fullWeekdays[pack]?.contains(word) ?? false
      || word.utf8.count > 4
      || (word.unicodeScalars.first?.isUnspaced ?? false && word.unicodeScalars.count > 1)
  }
}
