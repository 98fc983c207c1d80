import Languages
import PostModel

/// Days that are numbers: `15.03.`, `hôm 17/3`, `vor 5 Tagen`, `25일`.
extension ProseDateReader {
  /// Reads `15.03.` in languages that put the day first.
  func dottedDay(at index: Int) -> Found? {
    guard index + 3 < parser.tokens.count, parser.tokens[index + 1].isMark("."),
      parser.tokens[index + 3].isMark("."), parser.tokens[index + 3].isGlued
    else { return nil }
    return dayAndMonth(index, index + 2, from: index, to: index + 4)
  }

  /// Reads `(27/4)` and `(10.03)` in languages that put the day first.
  func bracketedDay(at index: Int) -> Found? {
    guard index + 4 < parser.tokens.count, parser.tokens[index].isMark("("),
      parser.tokens[index + 2].isMark("/."), parser.tokens[index + 4].isMark(")")
    else { return nil }
    return dayAndMonth(index + 1, index + 3, from: index + 1, to: index + 4)
  }

  private func dayAndMonth(_ day: Int, _ month: Int, from first: Int, to end: Int) -> Found? {
    guard let day = parser.tokens[day].number, let month = parser.tokens[month].number,
      day.digits <= 2, month.digits <= 2
    else { return nil }
    let putsDayFirst = parser.hints.contains { parser.lexicon.packs[$0].dates.putsDayFirst }
    guard putsDayFirst, (1...12).contains(month.value) else { return nil }
    var reading = DateReading(first: first, end: end)
    (reading.day, reading.month) = (day.value, month.value)
    return yearless(reading)
  }

  /// Reads `hôm 17/3` and `no dia 4/3`: a word that only dates follow stands before them.
  func ledDay(at index: Int) -> Found? {
    guard index > 0, parser.tokens[index].number != nil else { return nil }
    // `ב-4/3`: a hyphen ties the preposition.
    let lead = parser.tokens[index - 1].isMark("-־.") ? index - 2 : index - 1
    guard lead >= 0, parser.means(lead, { $0 == .numericLead }) != nil else { return nil }
    return slashedDay(at: index)
  }

  /// Two numbers that are a day and a month, and nothing longer.
  private func slashedDay(at index: Int) -> Found? {
    let end = index + 3
    guard end <= parser.tokens.count, parser.tokens[index + 1].isMark("/.-"),
      parser.tokens[index + 1].isGlued, parser.tokens[index + 2].isGlued,
      // `2.5` is a number.
      !parser.tokens[index + 1].isMark(".") || parser.tokens[index + 2].number?.digits == 2
    else { return nil }
    let goesOn =
      end + 1 < parser.tokens.count && parser.tokens[end].isGlued
      && parser.tokens[end].isMark("/.-") && parser.tokens[end + 1].isGlued
      && parser.tokens[end + 1].number != nil
    return goesOn ? nil : dayAndMonth(index, index + 2, from: index, to: end)
  }

  /// The date behind a weekday if it falls on it: `Monday, 10 March`, `Senin (17/3)`, `lunes 10`.
  func date(behind end: Int, on weekday: Int, first: Int) -> Found? {
    var index = end
    while index < min(end + 4, parser.tokens.count) {
      let found =
        writtenDate(at: index) ?? dottedDay(at: index) ?? slashedDay(at: index)
        ?? dayAlone(at: index, after: end, on: weekday)
      if let found, let day = found.date.firstDay {
        return day.weekday == weekday ? (found.date, first, found.end) : nil
      }
      guard parser.tokens[index].isMark(",(（") || parser.means(index, { $0 == .skip }) != nil else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `lunes 10`, `segunda-feira (10)`: the last such day that fell on the weekday.
  private func dayAlone(at index: Int, after end: Int, on weekday: Int) -> Found? {
    guard let number = parser.tokens[index].number, number.digits <= 2, let day,
      index == end || index == end + 1 && parser.tokens[end].isMark("(（"),
      parser.means(index + 1, { $0 == .clockWord }) == nil
    else { return nil }
    let days = (0..<40).lazy.map { day.adding(days: -$0) }
    return days.first { $0.day == number.value && $0.weekday == weekday }
      .map { (PostDate(day: $0, source: .prose, inferred: [.year, .month]), index, index + 1) }
  }

  /// Reads `vor 5 Tagen` and `3日前`.
  func daysAgo(at index: Int) -> Found? {
    guard let number = parser.tokens[index].number, number.digits <= 2, let day else { return nil }
    for pattern in parser.lexicon.daysAgo
    where !parser.isStrict || parser.hints.contains(pattern.pack) {
      let first = index - pattern.before.count
      guard first >= 0,
        zip(parser.tokens[first..<index], pattern.before).allSatisfy({ $0.word == $1 }),
        let end = parser.end(of: pattern.after, from: index + 1)
      else { continue }
      return relative(day, -number.value, first, end)
    }
    return nil
  }

  /// Reads `25일` or `9日`, a day of the article's month or of the one before.
  func countedDay(at index: Int) -> Found? {
    guard let number = parser.tokens[index].number, number.digits <= 2, let day,
      let end = parser.means(index + 1, { $0 == .closer }), parser.tokens[index + 1].isGlued,
      parser.tokens[index + 1].word?.unicodeScalars.first?.isUnspaced ?? false
    else { return nil }
    let isLastMonth = index > 0 && parser.means(index - 1, { $0 == .lastMonth }) != nil
    let previous = day.month == 1 ? (day.year - 1, 12) : (day.year, day.month - 1)
    let months = isLastMonth ? [previous] : [(day.year, day.month), previous]
    for (year, month) in months {
      if let civil = CivilDate(year: year, month: month, day: number.value), civil <= day {
        return (PostDate(day: civil, source: .prose, inferred: [.year, .month]), index, end)
      }
    }
    return nil
  }
}

extension LanguagePack.Dates {
  /// Whether of two numbers alone the first is the day; Swedes put the year first, but no month.
  fileprivate var putsDayFirst: Bool {
    numericOrder == .dayMonthYear
      || numericOrder == .yearMonthDay && orders.first == .dayMonthYear
  }
}
