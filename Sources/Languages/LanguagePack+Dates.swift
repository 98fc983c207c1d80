extension LanguagePack {
  /// How a language writes dates.
  ///
  /// Names are compared without case, dots and accents of typography, so one spelling of each is
  /// enough.
  public struct Dates: Hashable, Sendable, Codable {
    /// The names of the months from January, as CLDR has them: in full, genitive, abbreviated.
    public var months: [[String]]
    /// The names of the weekdays from Monday, as CLDR has them.
    public var weekdays: [[String]]
    /// The orders in which a date with a named month is written, the usual one first.
    public var orders: [Order]
    /// Other names of months by the month's number: what platforms and the press print besides.
    public var moreMonths: [Int: [String]]?
    /// Other names of weekdays by their number, 1 for Monday.
    public var moreWeekdays: [Int: [String]]?
    /// Whether the day's number is followed by a dot (`25. September`).
    public var dottedDay: Bool?
    /// The order of a date in digits and slashes; absent where readers disagree.
    public var numericOrder: Order?
    /// Words that may stand before, between and after the parts of a date.
    public var skips: [String]
    /// Words that close a date after its last number (`г.`, `日`).
    public var closers: [String]?
    /// Words that name a day by its distance from another one, in days.
    public var relativeDays: [String: Int]
    /// How days are counted backwards from another one.
    public var daysAgo: DaysAgo?
    /// Days of a month in words by their number, as they stand directly beside the month's name.
    public var dayNames: [Int: [String]]?
    /// Words behind which two numbers are a day and a month (`ngày 17/3`).
    public var numericLeads: [String]?
    /// Words for the month before another one, where a bare day follows them (`지난달 28일`).
    public var lastMonth: [String]?
    /// What makes the number before it none of a day (`号线`, `日間`).
    public var counters: [String]?
    /// The words of a twelve hour clock.
    public var dayPeriods: DayPeriods?
    /// A calendar that is in use beside the Gregorian one.
    public var otherCalendar: OtherCalendar?
  }

  /// The order of the parts of a date.
  public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
    /// 4 May 2022.
    case dayMonthYear = "DMY"
    /// May 4, 2022.
    case monthDayYear = "MDY"
    /// 2022 May 4.
    case yearMonthDay = "YMD"

    /// Decodes `DMY`, `MDY` or `YMD`.
    public init(from decoder: any Decoder) throws {
      self = try LanguagePack.choice(from: decoder)
    }
  }

  /// How a language counts days backwards.
  public struct DaysAgo: Hashable, Sendable, Codable {
    /// Phrases with `#` for the number of days (`vor # Tagen`).
    public var patterns: [String]
    /// Small numbers in words, by the number, as they stand in the phrases.
    public var numbers: [Int: [String]]?
  }

  /// The words of a twelve hour clock.
  public struct DayPeriods: Hashable, Sendable, Codable {
    /// Words for the hours before noon.
    public var am: [String]
    /// Words for the hours after noon.
    public var pm: [String]
  }

  /// A calendar that is in use beside the Gregorian one.
  public struct OtherCalendar: Hashable, Sendable, Codable {
    /// Which one it is.
    public var name: Name
    /// The names of its months where they are its own.
    public var months: [[String]]?

    /// The calendars that are known.
    public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
      /// Gregorian months, years counted from 543 BC.
      case buddhist
      /// The solar calendar of Iran.
      case persian

      /// Decodes `buddhist` or `persian`.
      public init(from decoder: any Decoder) throws {
        self = try LanguagePack.choice(from: decoder)
      }
    }
  }
}
