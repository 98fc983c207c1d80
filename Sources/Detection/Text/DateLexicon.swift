import Languages
import PostModel

/// The words of dates of all languages, compiled from their packs.
struct DateLexicon: Sendable {
  /// What a word means in a date.
  enum Meaning: Hashable, Sendable {
    /// A Gregorian month.
    case month(Int)
    /// A month of the language's other calendar.
    case otherMonth(Int)
    /// A word after which the month's number stands (`tháng`).
    case monthPrefix
    /// A word before which the month's number stands (`月`).
    case monthSuffix
    /// A weekday, 1 for Monday.
    case weekday(Int)
    /// A day so many days from another one.
    case relativeDay(Int)
    /// A day of a month in words (`first of`).
    case day(Int)
    /// A word behind which two numbers are a day and a month (`ngày`).
    case numericLead
    /// The month before the article's (`지난달`).
    case lastMonth
    /// Nothing that matters.
    case skip
    /// The end of a date (`г.`).
    case closer
    /// A word of a twelve hour clock, or a time zone.
    case clockWord
    /// What makes the number before it none of a day (`号线`, `日間`).
    case counter
  }

  /// What a word means in one language.
  struct Entry: Hashable, Sendable {
    /// The language, by its place among the packs.
    var pack: Int
    /// What the word means.
    var meaning: Meaning
  }

  /// How a language counts days backwards: `vor` and `tagen`.
  struct DaysAgo: Sendable {
    /// The language, by its place among the packs.
    var pack: Int
    /// The words before the number.
    var before: [String]
    /// What follows it.
    var after: String
  }

  /// The packs that the lexicon was made of.
  let packs: [LanguagePack]
  /// Meanings by folded phrase: lower case, without dots, words joined by one space.
  private(set) var meanings: [String: [Entry]] = [:]
  /// The letters of the longest name in a script without spaces.
  private(set) var longestUnspacedName = 1
  /// The words of longer phrases in scripts whose particles are glued (`이틀 전`).
  private(set) var unspacedWords: Set<String> = []
  /// The weekdays' full names of each pack.
  private(set) var fullWeekdays: [Int: Set<String>] = [:]
  /// The most words of a phrase that begins with a word.
  private(set) var phraseLengths: [String: Int] = [:]
  /// The ways to count days backwards.
  private(set) var daysAgo: [DaysAgo] = []
  private var byLanguage: [String: Set<Int>] = [:]

  init(packs: [LanguagePack]) {
    self.packs = packs
    for (index, pack) in packs.enumerated() {
      add(pack.dates, of: index)
      byLanguage[pack.language.primary, default: []].insert(index)
      fullWeekdays[index] = Set(pack.dates.weekdays.compactMap(\.first).map { Self.fold($0) })
    }
    for zone in Self.zones { add(zone, .clockWord, of: -1) }
  }

  /// The packs whose language a hint names.
  func packs(for hint: LanguageTag?) -> Set<Int> {
    guard let hint else { return [] }
    if let own = byLanguage[hint.primary] { return own }
    return LanguagePack.pack(for: hint).flatMap { byLanguage[$0.language.primary] } ?? []
  }

  /// A phrase as the lexicon's keys spell it.
  static func fold(_ phrase: String) -> String {
    var folded = ""
    for scalar in phrase.lowercased().unicodeScalars {
      switch scalar {
      case ".", "\u{5F3}", "\u{970}": continue
      case "-", "\u{2010}", "\u{2011}": folded.unicodeScalars.append(" ")
      case "\u{2019}": folded.unicodeScalars.append("'")
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded.split(separator: " ").joined(separator: " ")
  }

  private mutating func add(_ dates: LanguagePack.Dates, of pack: Int) {
    for (index, names) in dates.months.enumerated() {
      for name in names { addMonth(name, index + 1, of: pack) }
    }
    for (month, names) in dates.moreMonths ?? [:] {
      for name in names { addMonth(name, month, of: pack) }
    }
    for (index, names) in (dates.otherCalendar?.months ?? []).enumerated() {
      for name in names { add(name, .otherMonth(index + 1), of: pack) }
    }
    for (index, names) in dates.weekdays.enumerated() {
      for name in names + (dates.moreWeekdays?[index + 1] ?? []) {
        add(name, .weekday(index + 1), of: pack)
      }
    }
    for (name, days) in dates.relativeDays { add(name, .relativeDay(days), of: pack) }
    for (day, names) in dates.dayNames ?? [:] {
      for name in names { add(name, .day(day), of: pack) }
    }
    for name in dates.numericLeads ?? [] { add(name, .numericLead, of: pack) }
    for name in dates.lastMonth ?? [] { add(name, .lastMonth, of: pack) }
    for name in dates.skips { add(name, .skip, of: pack) }
    for name in dates.closers ?? [] { add(name, .closer, of: pack) }
    for name in dates.counters ?? [] { add(name, .counter, of: pack) }
    for name in (dates.dayPeriods?.am ?? []) + (dates.dayPeriods?.pm ?? []) {
      add(name, .clockWord, of: pack)
    }
    if let ago = dates.daysAgo { add(ago, of: pack) }
  }

  private mutating func add(_ ago: LanguagePack.DaysAgo, of pack: Int) {
    for pattern in ago.patterns {
      let parts = pattern.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let before = Self.fold(String(parts[0])).split(separator: " ").map(String.init)
      daysAgo.append(DaysAgo(pack: pack, before: before, after: Self.fold(String(parts[1]))))
      for (count, words) in ago.numbers ?? [:] {
        for word in words {
          let isUnspaced = word.unicodeScalars.last?.isUnspaced ?? false
          let phrase = pattern.replacing(isUnspaced ? "# " : "#", with: word)
          add(phrase, .relativeDay(-count), of: pack)
        }
      }
    }
  }

  /// `4月` and `tháng 4` are a number and a word, not names.
  private mutating func addMonth(_ name: String, _ month: Int, of pack: Int) {
    let digits = String(month)
    guard name.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return add(name, .month(month), of: pack)
    }
    if name.hasPrefix(digits) {
      add(String(name.dropFirst(digits.count)), .monthSuffix, of: pack)
    } else if name.hasSuffix(digits) {
      add(String(name.dropLast(digits.count)), .monthPrefix, of: pack)
    }
  }

  private mutating func add(_ name: String, _ meaning: Meaning, of pack: Int) {
    let key = Self.fold(name)
    let entry = Entry(pack: pack, meaning: meaning)
    guard !key.isEmpty, !(meanings[key]?.contains(entry) ?? false) else { return }
    meanings[key, default: []].append(entry)
    let words = key.split(separator: " ")
    if let first = words.first {
      phraseLengths[String(first)] = max(phraseLengths[String(first)] ?? 0, words.count)
    }
    for word in words where words.count > 1 && word.unicodeScalars.first?.isUnspaced ?? false {
      unspacedWords.insert(String(word))
    }
    if key.unicodeScalars.first?.isUnspaced ?? false {
      // Thai names are met with dots between the letters.
      longestUnspacedName = max(longestUnspacedName, key.unicodeScalars.count * 2)
    }
  }

  /// Zones and clock words that platforms print in all languages.
  private static let zones = [
    "am", "pm", "pdt", "pst", "utc", "gmt", "est", "edt", "cet", "cest", "jst", "bst", "h", "uhr",
  ]
}
