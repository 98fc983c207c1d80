extension PostDate {
  /// A date in EDTF as text that sorts by time: a moment with an offset is told in Universal Time.
  package static func sortable(_ value: String) -> String {
    guard let clock = value.firstIndex(of: "T"),
      let sign = value[clock...].lastIndex(where: { $0 == "+" || $0 == "-" }),
      let day = day(of: value, last: false),
      let time = minutes(value[clock...].dropFirst().prefix(5)),
      let offset = minutes(value[sign...].dropFirst())
    else { return value }
    let minutes =
      day.daysSinceEpoch * 1440 + time + (value[sign] == "-" ? offset : -offset)
    let moment = PostDate(
      millisecondsSinceEpoch: Int64(minutes) * 60_000, precision: .minute, source: .article)
    return moment.value.dropLast() + value[clock..<sign].dropFirst(6) + "Z"
  }

  /// The minutes of `05:30`.
  private static func minutes(_ text: Substring) -> Int? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Int($0) }
    guard fields.count == 2, numbers.count == 2, numbers.allSatisfy({ (0..<60).contains($0) })
    else { return nil }
    return numbers[0] * 60 + numbers[1]
  }
}
