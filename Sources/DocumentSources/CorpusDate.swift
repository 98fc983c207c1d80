import PostModel

/// A date as corpora write it: ISO 8601 with a space or a T, fourteen digits, seconds since 1970.
struct CorpusDate {
  /// The date, as precisely as it is written; Universal Time where a zone is named.
  let date: PostDate

  /// Reads a date, `nil` where the text is none.
  init?(_ text: String) {
    let fields = text.split(whereSeparator: { $0 == "T" || $0 == " " || $0 == "t" })
    guard let first = fields.first else { return nil }
    if fields.count == 1, first.allSatisfy(\.isASCIIDigit) {
      guard let date = Self.ofDigits(first) else { return nil }
      self.date = date
    } else if fields.count > 1, let clock = Clock(fields.dropFirst().joined()),
      let day = Self.day(first)
    {
      date = clock.moment(on: day)
    } else if let date = Self.ofCalendar(first) {
      self.date = date
    } else {
      return nil
    }
  }

  private static func ofDigits(_ digits: Substring) -> PostDate? {
    guard let number = Int64(digits) else { return nil }
    switch digits.count {
    case 4: return ofCalendar(digits)
    case 8: return day(digits).map { PostDate(day: $0, source: .corpus) }
    case 9, 10:
      return PostDate(millisecondsSinceEpoch: number * 1000, precision: .second, source: .corpus)
    case 13:
      return PostDate(millisecondsSinceEpoch: number, precision: .millisecond, source: .corpus)
    case 14:
      guard let day = day(digits.prefix(8)), let clock = Clock("\(digits.suffix(6))Z") else {
        return nil
      }
      return clock.moment(on: day)
    default: return nil
    }
  }

  private static func ofCalendar(_ text: Substring) -> PostDate? {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard let year = parts.first, year.count == 4, let number = Int(year) else { return nil }
    switch parts.count {
    case 1: return PostDate(year: number, source: .corpus)
    case 2:
      return Int(parts[1]).flatMap { PostDate(year: number, month: $0, source: .corpus) }
    default: return day(text).map { PostDate(day: $0, source: .corpus) }
    }
  }

  private static func day(_ text: Substring) -> CivilDate? {
    let digits = text.filter(\.isASCIIDigit)
    guard digits.count == 8,
      text.count == 8 || text.split(separator: "-").count == 3
        || text.split(separator: "/").count == 3, let number = Int(digits)
    else { return nil }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

/// A time of day, with its distance from Universal Time where that is written.
private struct Clock {
  private let milliseconds: Int
  private let precision: PostDate.Precision
  /// Minutes east of Greenwich, `nil` where no zone is named.
  private let zone: Int?

  init?(_ text: String) {
    let time = text.prefix { $0.isASCIIDigit || $0 == ":" || $0 == "." || $0 == "," }
    let digits = time.prefix { $0 != "." && $0 != "," }.filter(\.isASCIIDigit)
    guard let number = Int(digits), digits.count == 4 || digits.count == 6 else { return nil }
    let clock = digits.count == 4 ? number * 100 : number
    guard clock / 10_000 < 24, clock / 100 % 100 < 60, clock % 100 < 61 else { return nil }
    guard let zone = Self.zone(text.dropFirst(time.count)) else { return nil }
    self.zone = zone.minutes
    precision = digits.count == 4 ? .minute : .second
    milliseconds =
      ((clock / 10_000 * 60 + clock / 100 % 100) * 60 + min(clock % 100, 59)) * 1000
  }

  /// The moment; without a zone only the day is certain.
  func moment(on day: CivilDate) -> PostDate {
    guard let zone else { return PostDate(day: day, source: .corpus) }
    let moment = Int64(day.daysSinceEpoch) * 86_400_000 + Int64(milliseconds)
    return PostDate(
      millisecondsSinceEpoch: moment - Int64(zone) * 60_000, precision: precision,
      source: .corpus)
  }

  private static func zone(_ text: Substring) -> (minutes: Int?, Void)? {
    switch text.uppercased() {
    case "": return (nil, ())
    case "Z", "UTC", "GMT": return (0, ())
    default:
      let digits = text.dropFirst().filter(\.isASCIIDigit)
      guard let sign = text.first, sign == "+" || sign == "-",
        let number = Int(digits.count == 2 ? digits + "00" : digits), digits.count <= 4
      else { return nil }
      let minutes = number / 100 * 60 + number % 100
      return (sign == "-" ? -minutes : minutes, ())
    }
  }
}

extension Character {
  /// Whether this is one of 0 to 9.
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
