package import PostModel

/// Reads moments that are written for machines.
///
/// ISO 8601 in its usual shapes, RFC 2822, what programs print by default, seconds and milliseconds
/// since 1970. The written day stays: `2022-05-04T00:30:00+02:00` is not moved to Universal Time.
package enum MachineDate {
  /// Reads a moment to the precision that is written, `nil` where the text is none.
  package static func read(_ text: String, source: PostDate.Source) -> PostDate? {
    let bytes = Array(text.utf8.prefix(96))
    var scanner = DateScript(bytes)
    scanner.skipSpaces()
    let start = scanner.position
    if let moment = epoch(&scanner, source: source) { return moment }
    for shape in [iso, compact, named, dotted] {
      scanner.position = start
      guard let day = shape(&scanner) else { continue }
      return moment(day, clock: scanner.clock(), source: source)
    }
    return nil
  }

  /// A day, of which the end may be missing, and a clock that was met before the year.
  struct Day {
    var year: Int
    var month: Int?
    var day: Int?
    var clock: DateScript.Clock?
  }

  private static func epoch(_ scanner: inout DateScript, source: PostDate.Source) -> PostDate? {
    guard let number = scanner.number(10...13), scanner.isAtEnd else { return nil }
    let isSeconds = number < 100_000_000_000
    let milliseconds = isSeconds ? Int64(number) * 1000 : Int64(number)
    // Before 1990 and after 2100 it is some other number.
    guard (631_152_000_000..<4_102_444_800_000).contains(milliseconds) else { return nil }
    return PostDate(
      millisecondsSinceEpoch: milliseconds, precision: isSeconds ? .second : .millisecond,
      source: source)
  }

  /// `2018-12-05`, `2018/12/5`, `2018-12`, `2018`.
  private static func iso(_ scanner: inout DateScript) -> Day? {
    guard let year = scanner.number(4...4) else { return nil }
    if scanner.isAtEnd { return Day(year: year) }
    guard let separator = scanner.take(anyOf: "-/."), let month = scanner.number(1...2) else {
      return nil
    }
    if scanner.isAtEnd { return Day(year: year, month: month) }
    guard scanner.take(anyOf: separator) != nil, let day = scanner.number(1...2) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `20181205`, alone or before a time.
  private static func compact(_ scanner: inout DateScript) -> Day? {
    guard let digits = scanner.number(8...8), (1990...2100).contains(digits / 10_000) else {
      return nil
    }
    return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  /// `Wed, 05 Dec 2018`, `Dec 5, 2018`, `Tue Jun 29 13:02:34 +0000 2021`.
  private static func named(_ scanner: inout DateScript) -> Day? {
    scanner.skipWeekday()
    if let day = scanner.number(1...2) {
      scanner.skip(" -./")
      guard let month = scanner.month() else { return nil }
      scanner.skip(" -.,/")
      return scanner.number(4...4).map { Day(year: $0, month: month, day: day) }
    }
    guard let month = scanner.month() else { return nil }
    scanner.skip(" -.")
    guard let day = scanner.number(1...2) else { return nil }
    scanner.skipOrdinal()
    scanner.skip(" ,")
    if let year = scanner.number(4...4) { return Day(year: year, month: month, day: day) }
    guard let clock = scanner.clock() else { return nil }
    scanner.skip(" ")
    return scanner.number(4...4).map { Day(year: $0, month: month, day: day, clock: clock) }
  }

  /// `05.12.2018`; with strokes only where no month could be meant by the day.
  private static func dotted(_ scanner: inout DateScript) -> Day? {
    guard let first = scanner.number(1...2), let separator = scanner.take(anyOf: "./-"),
      let second = scanner.number(1...2), scanner.take(anyOf: separator) != nil,
      let year = scanner.number(4...4)
    else { return nil }
    if separator == "." || first > 12 { return Day(year: year, month: second, day: first) }
    return second > 12 ? Day(year: year, month: first, day: second) : nil
  }

  private static func moment(
    _ written: Day, clock: DateScript.Clock?, source: PostDate.Source
  )
    -> PostDate?
  {
    guard (1900...2200).contains(written.year) else { return nil }
    guard let month = written.month else { return PostDate(year: written.year, source: source) }
    guard let number = written.day else {
      return PostDate(year: written.year, month: month, source: source)
    }
    guard let day = CivilDate(year: written.year, month: month, day: number) else { return nil }
    guard let clock = written.clock ?? clock else { return PostDate(day: day, source: source) }
    return PostDate(
      value: "\(day)T\(clock.text)", precision: clock.precision, source: source)
  }
}
