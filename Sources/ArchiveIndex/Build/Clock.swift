import PostModel

/// Reads the dates of archive lines, which nearly all have one of two shapes, without making texts.
enum Clock {
  private static let day = 86_400_000

  /// The period that an EDTF value stands for; `nil` as beginning for a bound.
  static func period(_ value: UnsafeRawBufferPointer) -> (first: Int?, last: Int)? {
    if value.count == 10, let days = days(value) { return (days * day, (days + 1) * day - 1) }
    if value.count == 24 || value.count == 20, value[10] == 0x54, value[value.count - 1] == 0x5A,
      let days = days(value), let (start, length) = timeOfDay(value)
    {
      let first = days * day + start
      return (first, first + length - 1)
    }
    let text = String(decoding: value, as: UTF8.self)
    if text.hasPrefix("../") {
      return Period(edtf: String(text.dropFirst(3))).map { (nil, $0.last) }
    }
    return Period(edtf: text).map { ($0.first, $0.last) }
  }

  private static func days(_ value: UnsafeRawBufferPointer) -> Int? {
    guard value[4] == 0x2D, value[7] == 0x2D, let year = number(value, 0, 4),
      let month = number(value, 5, 2), let dayOfMonth = number(value, 8, 2),
      let date = CivilDate(year: year, month: month, day: dayOfMonth)
    else { return nil }
    return date.daysSinceEpoch
  }

  /// `HH:MM:SS` and perhaps `.mmm`, with how long the moment lasts.
  private static func timeOfDay(_ value: UnsafeRawBufferPointer) -> (Int, Int)? {
    guard value[13] == 0x3A, value[16] == 0x3A, let hour = number(value, 11, 2), hour < 24,
      let minute = number(value, 14, 2), minute < 60, let second = number(value, 17, 2),
      second <= 60
    else { return nil }
    let whole = ((hour * 60 + minute) * 60 + second) * 1000
    guard value.count == 24 else { return (whole, 1000) }
    guard value[19] == 0x2E, let thousandths = number(value, 20, 3) else { return nil }
    return (whole + thousandths, 1)
  }

  private static func number(
    _ value: UnsafeRawBufferPointer, _ start: Int, _ count: Int
  ) -> Int? {
    var number = 0
    for index in start..<start + count {
      let digit = Int(value[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
