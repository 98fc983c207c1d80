import Languages
import PostModel

extension DateParser {
  /// Reads a date whose month has a name, or a word beside its number.
  func namedDate(at start: Int, skippingWeekdays: Bool) -> DateReading? {
    var reader = NamedDateReader(parser: self, start: start, skippingWeekdays: skippingWeekdays)
    return reader.read()
  }

  /// Reads a date in digits alone: `2019-06-28`, `28.06.2019`, `28/06/2019`.
  func numericDate(at index: Int) -> DateReading? {
    guard index + 4 < tokens.count, let first = tokens[index].number,
      let second = tokens[index + 2].number, let third = tokens[index + 4].number,
      let sign = separator(at: index + 1), sign == separator(at: index + 3), second.digits <= 2,
      let order = order(first, second, third, sign)
    else { return nil }
    var reading = DateReading(first: index, end: index + 5)
    switch order {
    case .yearMonthDay: (reading.year, reading.month, reading.day) = (first.0, second.0, third.0)
    case .dayMonthYear: (reading.day, reading.month, reading.year) = (first.0, second.0, third.0)
    case .monthDayYear: (reading.month, reading.day, reading.year) = (first.0, second.0, third.0)
    }
    if let year = reading.year, year < 100 { reading.year = 2000 + year }
    return reading.date(source: .printed) == nil ? nil : reading
  }

  private func separator(at index: Int) -> Unicode.Scalar? {
    guard tokens[index].isGlued, case .mark(let mark) = tokens[index].kind else { return nil }
    return mark == "." || mark == "/" || mark == "-" ? mark : nil
  }

  /// The order of three numbers; which of 06/07 is the month is never guessed.
  private func order(
    _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int),
    _ third: (value: Int, digits: Int), _ sign: Unicode.Scalar
  ) -> LanguagePack.Order? {
    if first.digits == 4 { return third.digits <= 2 ? .yearMonthDay : nil }
    let told = Set(hints.compactMap { lexicon.packs[$0].dates.numericOrder })
    guard first.digits <= 2, third.digits == 4 || (third.digits == 2 && told == [.dayMonthYear])
    else { return nil }
    if sign == "." || first.value > 12 || first.value == second.value { return .dayMonthYear }
    if second.value > 12 { return .monthDayYear }
    return told.count == 1 ? told.first.map { $0 == .yearMonthDay ? .dayMonthYear : $0 } : nil
  }
}

/// Collects the parts of one date with a named month, from left to right.
private struct NamedDateReader {
  let parser: DateParser
  let skippingWeekdays: Bool
  private var index: Int
  private var reading: DateReading
  private var months: [DateLexicon.Entry] = []
  private var isMonthNext = false
  private var hasDottedDay = false
  private var idle = 0
  private var hasParts = false

  init(parser: DateParser, start: Int, skippingWeekdays: Bool) {
    self.parser = parser
    self.skippingWeekdays = skippingWeekdays
    index = start
    reading = DateReading(first: start, end: start)
  }

  mutating func read() -> DateReading? {
    while index < parser.tokens.count, idle < 4, !hasAllParts {
      guard readNumber() || readPhrase() || passMark() else { break }
    }
    guard resolveMonth() else { return nil }
    return reading
  }

  private var hasMonth: Bool { reading.month != nil || !months.isEmpty }
  private var hasAllParts: Bool { reading.year != nil && reading.day != nil && hasMonth }

  private mutating func took(_ end: Int) {
    if !hasParts { reading.first = index }
    hasParts = true
    index = end
    reading.end = end
    idle = 0
  }

  private mutating func readNumber() -> Bool {
    guard let number = parser.tokens[index].number else {
      guard parser.tokens[index].kind == .clock, !hasParts else { return false }
      index += 1
      return true
    }
    if isMonthNext || parser.means(index + 1, { $0 == .monthSuffix }) != nil {
      guard !hasMonth, (1...12).contains(number.value) else { return false }
      reading.month = number.value
      took(isMonthNext ? index + 1 : index + 2)
      isMonthNext = false
      return true
    }
    if number.digits == 4, reading.year == nil {
      reading.year = number.value
    } else if number.digits <= 2, reading.day == nil, (1...31).contains(number.value), mayBeDay {
      reading.day = number.value
      hasDottedDay = index + 1 < parser.tokens.count && parser.tokens[index + 1].isMark(".")
    } else if number.digits == 2, reading.year == nil, hasMonth, isBuddhist {
      // `15 ส.ค. 67`
      reading.year = 2500 + number.value
    } else {
      return false
    }
    took(index + 1)
    return true
  }

  /// `im Jänner um 3 Prozent`: where the day comes first, none follows the month after other words.
  private var mayBeDay: Bool {
    idle == 0
      || months.isEmpty
      || months.contains { parser.lexicon.packs[$0.pack].dates.orders != [.dayMonthYear] }
  }

  private var isBuddhist: Bool {
    months.contains { parser.lexicon.packs[$0.pack].dates.otherCalendar?.name == .buddhist }
  }

  private mutating func readPhrase() -> Bool {
    guard let phrase = parser.phrase(at: index) else { return false }
    var isPassed = false
    var monthEntries: [DateLexicon.Entry] = []
    var isPrefix = false
    var day: Int?
    for entry in phrase.entries {
      switch entry.meaning {
      case .month, .otherMonth: monthEntries.append(entry)
      case .monthPrefix: isPrefix = true
      case .skip, .closer: isPassed = true
      case .weekday: isPassed = isPassed || skippingWeekdays || hasMonth
      case .clockWord: isPassed = isPassed || !hasParts
      case .day(let number) where isBesideMonth(phrase.end, in: entry.pack): day = number
      case .monthSuffix, .relativeDay, .day, .numericLead, .lastMonth, .counter: break
      }
    }
    if let day, reading.day == nil {
      reading.day = day
      took(phrase.end)
      return true
    }
    if !monthEntries.isEmpty, !hasMonth, !(skippingWeekdays && isPassed && !hasParts) {
      months = monthEntries
      took(phrase.end)
      return true
    }
    guard isPrefix || isPassed else { return false }
    isMonthNext = isPrefix && !hasMonth
    index = phrase.end
    idle += 1
    return true
  }

  /// Whether a day in words stands directly before a month, or behind it where it is written so.
  private func isBesideMonth(_ end: Int, in pack: Int) -> Bool {
    if hasMonth {
      return reading.end == index
        && parser.lexicon.packs[pack].dates.orders.first == .yearMonthDay
    }
    return parser.means(end) {
      switch $0 {
      case .month, .otherMonth: true
      default: false
      }
    } != nil
  }

  /// Whether a word is the ending of an ordinal number.
  private func isEnding(_ index: Int) -> Bool {
    index < parser.tokens.count && parser.tokens[index].isGlued
      && parser.means(index, { $0 == .skip }) != nil
  }

  private mutating func passMark() -> Bool {
    let token = parser.tokens[index]
    // `17:e`, `17-го`, `1°`
    let isInside =
      hasParts && (token.isMark(".,،/'’") || token.isGlued && token.isMark("-°"))
      || reading.day != nil && token.isGlued && token.isMark(":") && isEnding(index + 1)
    // `in data: 14 Apr 2019`
    let isAnnounced = !hasParts && idle > 0 && token.isMark(":")
    guard isInside || isAnnounced || (!hasParts && token.isMark("-–—·,(（")) else { return false }
    index += 1
    idle += 1
    return true
  }

  /// Languages may disagree about a name (`listopada`): the hint decides, then the dot of the day.
  private mutating func resolveMonth() -> Bool {
    if reading.month != nil { return reading.day != nil || reading.year != nil }
    let own = months.filter { parser.hints.contains($0.pack) }
    var candidates = Set((own.isEmpty ? months : own).map(\.meaning))
    if candidates.count > 1 {
      let dotted = months.filter {
        (parser.lexicon.packs[$0.pack].dates.dottedDay ?? false) == hasDottedDay
      }
      candidates = Set(dotted.map(\.meaning))
    }
    guard candidates.count == 1, reading.day != nil || reading.year != nil else { return false }
    switch candidates.first {
    case .month(let month): reading.month = month
    case .otherMonth(let month): (reading.month, reading.calendar) = (month, .persian)
    default: return false
    }
    return true
  }
}
