/// A moment as precisely as it is known, written in EDTF (ISO 8601-2).
public struct PostDate: Hashable, Sendable {
  /// How much of the moment is known.
  public enum Precision: String, Sendable, Codable, CaseIterable {
    /// To the thousandth of a second.
    case millisecond
    /// To the second.
    case second
    /// To the minute.
    case minute
    /// To the day.
    case day
    /// To the month.
    case month
    /// To the year.
    case year
    /// Only that it is not later than the value says.
    case bound
  }

  /// Where the moment was read, from the most to the least trusted.
  public enum Source: String, Sendable, Codable, CaseIterable {
    /// Computed from the platform's own id.
    case postID = "post-id"
    /// Stated in the markup for machines (`datetime`, JSON).
    case markup
    /// Printed beside the post for people.
    case printed
    /// Said by the prose around a quotation.
    case prose
    /// Known from the article alone.
    case article
    /// Stated by JSON-LD (articles only).
    case jsonLD = "json-ld"
    /// Stated by a `meta` element (articles only).
    case meta
    /// Stated by a `time` element (articles only).
    case time
    /// Stated by the corpus that holds the document (articles only).
    case corpus
    /// Stated by the line of metadata that opens a text (articles only).
    case header
  }

  /// A part that was not written and had to be inferred.
  public enum Part: String, Sendable, Codable {
    /// The year.
    case year
    /// The month.
    case month
    /// The day.
    case day
  }

  /// The moment in EDTF: `2025-03-15`, `2025-03-15T14:02:11.123Z`, `../2025-03`.
  public let value: String
  /// How much of the moment is known.
  public let precision: Precision
  /// Where the moment was read.
  public let source: Source
  /// Parts that were inferred, in the order year, month, day.
  public let inferred: [Part]

  /// Takes a value that is already EDTF, for decoding an archive; nothing is checked.
  public init(value: String, precision: Precision, source: Source, inferred: [Part] = []) {
    self.value = value
    self.precision = precision
    self.source = source
    self.inferred = inferred
  }

  /// A whole day.
  public init(day: CivilDate, source: Source, inferred: [Part] = []) {
    self.init(value: day.description, precision: .day, source: source, inferred: inferred)
  }

  /// A whole month, or `nil` where the number is none.
  public init?(year: Int, month: Int, source: Source, inferred: [Part] = []) {
    guard (1...12).contains(month) else { return nil }
    self.init(
      value: "\(padded(year, 4))-\(padded(month, 2))", precision: .month, source: source,
      inferred: inferred)
  }

  /// A whole year.
  public init(year: Int, source: Source) {
    self.init(value: padded(year, 4), precision: .year, source: source)
  }

  /// A moment of Universal Time, in milliseconds since 1970-01-01T00:00:00Z.
  ///
  /// `precision` may be millisecond, second, minute or day; what is finer is cut off.
  public init(millisecondsSinceEpoch: Int64, precision: Precision, source: Source) {
    let (day, rest) = Self.split(millisecondsSinceEpoch)
    let clock = "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2))"
    let seconds = padded(rest / 1000 % 60, 2)
    let value =
      switch precision {
      case .millisecond: "\(day)T\(clock):\(seconds).\(padded(rest % 1000, 3))Z"
      case .second: "\(day)T\(clock):\(seconds)Z"
      case .minute: "\(day)T\(clock)Z"
      default: day.description
      }
    self.init(value: value, precision: precision, source: source)
  }

  /// Only that the moment is not later than the given one: `../2025-03`.
  public init(notLaterThan date: PostDate, source: Source = .article) {
    let limit = date.value.hasPrefix("../") ? String(date.value.dropFirst(3)) : date.value
    self.init(value: "../\(limit)", precision: .bound, source: source)
  }

  /// The same moment, said to come from elsewhere.
  public func with(source: Source) -> PostDate {
    PostDate(value: value, precision: precision, source: source, inferred: inferred)
  }

  private static func split(_ milliseconds: Int64) -> (CivilDate, Int) {
    let perDay: Int64 = 86_400_000
    let days = milliseconds >= 0 ? milliseconds / perDay : (milliseconds - perDay + 1) / perDay
    return (CivilDate(daysSinceEpoch: Int(days)), Int(milliseconds - days * perDay))
  }
}

extension PostDate {
  /// The first day of the period, `nil` for a bound.
  public var firstDay: CivilDate? {
    precision == .bound ? nil : Self.day(of: value, last: false)
  }

  /// The last day of the period; for a bound, the bound's own last day.
  public var lastDay: CivilDate? {
    Self.day(of: value.hasPrefix("../") ? String(value.dropFirst(3)) : value, last: true)
  }

  static func day(of value: String, last: Bool) -> CivilDate? {
    let parts = value.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    let month = parts.count > 1 ? parts[1] : (last ? 12 : 1)
    guard (1...12).contains(month) else { return nil }
    let day = parts.count > 2 ? parts[2] : (last ? CivilDate.days(in: month, of: year) : 1)
    return CivilDate(year: year, month: month, day: day)
  }
}
