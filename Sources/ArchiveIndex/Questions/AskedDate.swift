import PostModel

/// A date as a question states it, resolved to where a period begins and ends.
struct AskedDate {
  /// Where it begins, `nil` for an open beginning.
  let since: String?
  /// Where it ends, `nil` for an open end.
  let until: String?

  /// Reads an EDTF year, month, day or moment; an interval; a decade; a day told from today.
  init?(_ text: String, today: CivilDate) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if halves.count == 2 {
      let ends = halves.map { $0 == ".." || $0.isEmpty ? nil : AskedDate($0, today: today) }
      guard zip(halves, ends).allSatisfy({ $1 != nil || $0 == ".." || $0.isEmpty }),
        ends.contains(where: { $0 != nil })
      else { return nil }
      since = ends[0].flatMap(\.since)
      until = ends[1].flatMap(\.until)
    } else if let day = Self.relative(text, today) {
      since = day.description
      until = day.description
    } else if text.count == 4, text.last == "X" || text.last == "x", Int(text.prefix(3)) != nil {
      since = text.prefix(3) + "0"
      until = text.prefix(3) + "9"
    } else {
      guard Period(edtf: text) != nil else { return nil }
      since = text
      until = text
    }
  }

  private static func relative(_ text: String, _ today: CivilDate) -> CivilDate? {
    switch text.lowercased() {
    case "today": return today
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    guard let unit = text.last, let count = Int(text.dropLast()), (0...100_000).contains(count)
    else { return nil }
    switch unit {
    case "d", "D": return today.adding(days: -count)
    case "w", "W": return today.adding(days: -7 * count)
    case "m", "M": return earlier(today, months: count)
    case "y", "Y": return earlier(today, months: 12 * count)
    default: return nil
    }
  }

  /// The same day of an earlier month, or its last one.
  private static func earlier(_ day: CivilDate, months: Int) -> CivilDate? {
    let month = day.year * 12 + day.month - 1 - months
    let (year, number) = (month / 12, month % 12 + 1)
    guard year > 0 else { return nil }
    let last = CivilDate.days(in: number, of: year)
    return CivilDate(year: year, month: number, day: min(day.day, last))
  }
}
