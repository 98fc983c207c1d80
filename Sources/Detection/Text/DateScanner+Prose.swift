import Languages
package import PostModel

extension DateScanner {
  /// The days that a piece of prose names, in its own order.
  ///
  /// A day without a year, a weekday, `yesterday` are read relative to `base`, the article's date,
  /// never to today; without a base they are left out, but for days without a year where
  /// `leavesYearOpen` asks for `XXXX-03-15`. What was inferred is said in the date.
  package func proseDates(
    in text: Substring, language: LanguageTag?, base: PostDate?, leavesYearOpen: Bool = false
  ) -> [(range: Range<String.Index>, date: PostDate)] {
    let parser = parser(of: text, hint: language, limit: .max, strict: language != nil)
    let reader = ProseDateReader(parser: parser, base: base, leavesYearOpen: leavesYearOpen)
    var found: [(range: Range<String.Index>, date: PostDate)] = []
    var index = 0
    while index < parser.tokens.count {
      if let (date, first, end) = reader.date(at: index) {
        found.append((parser.tokens[first].start..<parser.tokens[end - 1].end, date))
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }
}

/// Reads the dates of prose at one place after the other.
private struct ProseDateReader {
  let parser: DateParser
  /// The last day on which the article may have appeared.
  let limit: CivilDate?
  /// The day on which the article appeared, where it is known to the day.
  let day: CivilDate?
  private let leavesYearOpen: Bool

  init(parser: DateParser, base: PostDate?, leavesYearOpen: Bool) {
    self.parser = parser
    self.leavesYearOpen = leavesYearOpen
    limit = base?.lastDay
    day = base.flatMap { $0.firstDay == $0.lastDay ? $0.firstDay : nil }
  }

  typealias Found = (date: PostDate, first: Int, end: Int)

  func date(at index: Int) -> Found? {
    writtenDate(at: index) ?? dottedDay(at: index) ?? bracketedDay(at: index)
      ?? countedDay(at: index) ?? relativeDay(at: index)
  }

  private func writtenDate(at index: Int) -> Found? {
    let token = parser.tokens[index]
    let begins =
      token.number != nil
      || parser.means(index) {
        switch $0 {
        case .month, .otherMonth, .monthPrefix: true
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
  private func yearless(_ reading: DateReading) -> Found? {
    let date = limit.map { reading.date(notAfter: $0) } ?? (leavesYearOpen ? reading.openDate : nil)
    return date.map { ($0, reading.first, reading.end) }
  }

  /// Reads `15.03.` in languages that put the day first.
  private func dottedDay(at index: Int) -> Found? {
    guard index + 3 < parser.tokens.count, parser.tokens[index + 1].isMark("."),
      parser.tokens[index + 3].isMark("."), parser.tokens[index + 3].isGlued
    else { return nil }
    return dayAndMonth(index, index + 2, from: index, to: index + 4)
  }

  /// Reads `(27/4)` and `(10.03)` in languages that put the day first.
  private func bracketedDay(at index: Int) -> Found? {
    guard index + 4 < parser.tokens.count, parser.tokens[index].isMark("("),
      parser.tokens[index + 2].isMark("/."), parser.tokens[index + 4].isMark(")")
    else { return nil }
    return dayAndMonth(index + 1, index + 3, from: index + 1, to: index + 4)
  }

  private func dayAndMonth(_ day: Int, _ month: Int, from first: Int, to end: Int) -> Found? {
    guard let day = parser.tokens[day].number, let month = parser.tokens[month].number,
      day.digits <= 2, month.digits <= 2
    else { return nil }
    let order = parser.hints.compactMap { parser.lexicon.packs[$0].dates.numericOrder }
    guard order.contains(.dayMonthYear), (1...12).contains(month.value) else { return nil }
    var reading = DateReading(first: first, end: end)
    (reading.day, reading.month) = (day.value, month.value)
    return yearless(reading)
  }

  /// Reads `25일` or `9日`, a day of the article's month or of the one before.
  private func countedDay(at index: Int) -> Found? {
    guard let number = parser.tokens[index].number, number.digits <= 2, let day,
      let end = parser.means(index + 1, { $0 == .closer }), parser.tokens[index + 1].isGlued,
      parser.tokens[index + 1].word?.unicodeScalars.first?.isUnspaced ?? false
    else { return nil }
    let previous = day.month == 1 ? (day.year - 1, 12) : (day.year, day.month - 1)
    for (year, month) in [(day.year, day.month), previous] {
      if let civil = CivilDate(year: year, month: month, day: number.value), civil <= day {
        return (PostDate(day: civil, source: .prose, inferred: [.year, .month]), index, end)
      }
    }
    return nil
  }

  /// Reads weekdays and `yesterday`.
  private func relativeDay(at index: Int) -> Found? {
    guard let day, let phrase = parser.phrase(at: index) else { return nil }
    for entry in phrase.entries {
      var distance: Int?
      if case .relativeDay(let days) = entry.meaning { distance = days }
      // Short forms (`sun`, `mar`) are too often words of their own.
      if case .weekday(let weekday) = entry.meaning, isWhole(index, phrase.end, in: entry.pack) {
        distance = -((day.weekday - weekday + 7) % 7)
      }
      guard let distance else { continue }
      let date = PostDate(
        day: day.adding(days: distance), source: .prose, inferred: [.year, .month, .day])
      return (date, index, phrase.end)
    }
    return nil
  }

  private func isWhole(_ index: Int, _ end: Int, in pack: Int) -> Bool {
    let word = parser.tokens[index].word ?? ""
    return end - index > 1 || parser.lexicon.fullWeekdays[pack]?.contains(word) ?? false
      || word.utf8.count > 4
      || (word.unicodeScalars.first?.isUnspaced ?? false && word.unicodeScalars.count > 1)
  }
}
