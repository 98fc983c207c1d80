import PostModel

/// A stretch of Universal Time, in milliseconds since 1970-01-01T00:00:00Z, both ends in it.
struct Period: Hashable, Sendable {
  var first: Int
  var last: Int

  /// Reads an EDTF year, month, day or moment: `2024`, `2024-01`, `2024-01-31T10:20Z`.
  init?(edtf text: String) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = halves.first, let (from, to) = Self.days(date) else { return nil }
    guard halves.count == 2 else {
      first = from.daysSinceEpoch * Self.day
      last = (to.daysSinceEpoch + 1) * Self.day - 1
      return
    }
    guard from == to, let (start, length) = Self.clock(halves[1]) else { return nil }
    first = from.daysSinceEpoch * Self.day + start
    last = first + length - 1
  }

  private static let day = 86_400_000

  private static func days(_ text: Substring) -> (CivilDate, CivilDate)? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count <= 3, fields.first?.utf8.count == 4,
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = fields.compactMap { number($0) }
    guard numbers.count == fields.count else { return nil }
    let months = numbers.count > 1 ? (numbers[1], numbers[1]) : (1, 12)
    guard (1...12).contains(months.0) else { return nil }
    let lastDay = CivilDate.days(in: months.1, of: numbers[0])
    let days = numbers.count > 2 ? (numbers[2], numbers[2]) : (1, lastDay)
    guard let from = CivilDate(year: numbers[0], month: months.0, day: days.0),
      let to = CivilDate(year: numbers[0], month: months.1, day: days.1)
    else { return nil }
    return (from, to)
  }

  /// Where in the day a moment begins and how long it lasts, in milliseconds of Universal Time.
  ///
  /// A time without a zone is taken for Universal Time: that is at most some hours wrong.
  private static func clock(_ text: Substring) -> (Int, Int)? {
    guard let (time, offset) = zoned(text), let (start, length) = timeOfDay(time) else {
      return nil
    }
    return (start - offset, length)
  }

  /// The time of day without its zone, and how far the zone is ahead of Universal Time.
  private static func zoned(_ text: Substring) -> (Substring, Int)? {
    if text.hasSuffix("Z") { return (text.dropLast(), 0) }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, 0) }
    let fields = text[sign...].dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { number($0) }
    guard numbers.count == 2, fields.count == 2, numbers[0] < 24, numbers[1] < 60 else {
      return nil
    }
    let offset = (numbers[0] * 60 + numbers[1]) * 60_000
    return (text[..<sign], text[sign] == "-" ? -offset : offset)
  }

  private static func timeOfDay(_ text: Substring) -> (Int, Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fields = parts.first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let numbers = fields.compactMap { number($0) }
    guard numbers.count == fields.count, (2...3).contains(fields.count), parts.count <= 2,
      numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] <= 60
    else { return nil }
    let minutes = (numbers[0] * 60 + numbers[1]) * 60_000
    if numbers.count == 2 { return parts.count == 1 ? (minutes, 60_000) : nil }
    let seconds = minutes + numbers[2] * 1000
    guard parts.count == 2 else { return (seconds, 1000) }
    guard parts[1].utf8.count == 3, let thousandths = number(parts[1]) else { return nil }
    return (seconds + thousandths, 1)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

extension PostDate {
  /// When the post may have been published; no `first` where only a bound is known.
  var period: (first: Int?, last: Int)? {
    if value.hasPrefix("../") {
      return Period(edtf: String(value.dropFirst(3))).map { (nil, $0.last) }
    }
    return Period(edtf: value).map { ($0.first, $0.last) }
  }

  /// How far the date may be trusted: first by its source, then by its precision.
  var rank: Int { Self.rank(source: source, precision: precision) }

  static func rank(source: Source?, precision: Precision?) -> Int {
    let trust =
      switch (precision, source) {
      case (.bound, _): 0
      case (_, .prose): 2
      case (_, .printed): 3
      case (_, .markup): 4
      case (_, .postID): 5
      default: 1
      }
    let fineness =
      switch precision {
      case .bound, nil: 1
      case .year: 2
      case .month: 3
      case .day: 4
      case .minute: 5
      case .second: 6
      case .millisecond: 7
      }
    return trust * 7 + fineness
  }
}
