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
    /// Nothing that matters.
    case skip
    /// The end of a date (`г.`).
    case closer
    /// A word of a twelve hour clock, or a time zone.
    case clockWord
  }

  /// What a word means in one language.
  struct Entry: Hashable, Sendable {
    /// The language, by its place among the packs.
    var pack: Int
    /// What the word means.
    var meaning: Meaning
  }

  /// The packs that the lexicon was made of.
  let packs: [LanguagePack]
  /// Meanings by folded phrase: lower case, without dots, words joined by one space.
  private(set) var meanings: [String: [Entry]] = [:]
  /// The letters of the longest name in a script without spaces.
  private(set) var longestUnspacedName = 1
  /// The weekdays' full names of each pack.
  private(set) var fullWeekdays: [Int: Set<String>] = [:]
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
    for name in dates.skips { add(name, .skip, of: pack) }
    for name in dates.closers ?? [] { add(name, .closer, of: pack) }
    for name in (dates.dayPeriods?.am ?? []) + (dates.dayPeriods?.pm ?? []) {
      add(name, .clockWord, of: pack)
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
