import PostModel
import Testing

@Suite("A post's date")
struct PostDateTests {
  @Test(
    "of a moment is cut to its precision",
    arguments: [
      (1_742_112_062_123, PostDate.Precision.millisecond, "2025-03-16T08:01:02.123Z"),
      (1_742_112_062_123, .second, "2025-03-16T08:01:02Z"),
      (1_742_112_062_123, .minute, "2025-03-16T08:01Z"),
      (1_742_112_062_123, .day, "2025-03-16"),
      (0, .millisecond, "1970-01-01T00:00:00.000Z"),
      (-1, .millisecond, "1969-12-31T23:59:59.999Z"),
      (-86_400_000, .day, "1969-12-31"),
      (951_868_799_999, .second, "2000-02-29T23:59:59Z"),
    ])
  func moment(milliseconds: Int64, precision: PostDate.Precision, value: String) {
    let date = PostDate(
      millisecondsSinceEpoch: milliseconds, precision: precision, source: .postID)
    #expect(date.value == value)
    #expect(date.precision == precision)
  }

  @Test("of a month or a year says no more than that")
  func partial() {
    #expect(PostDate(year: 2025, month: 3, source: .prose)?.value == "2025-03")
    #expect(PostDate(year: 2025, month: 3, source: .prose)?.precision == .month)
    #expect(PostDate(year: 2025, month: 13, source: .prose) == nil)
    #expect(PostDate(year: 987, source: .prose).value == "0987")
  }

  @Test(
    "that is only a bound is an open interval",
    arguments: [
      ("2025-03", "../2025-03"), ("2025-03-15", "../2025-03-15"), ("../2025", "../2025"),
    ])
  func bound(value: String, bound: String) {
    let known = PostDate(value: value, precision: .month, source: .header)
    let date = PostDate(notLaterThan: known)
    #expect(date.value == bound)
    #expect(date.precision == .bound)
    #expect(date.source == .article)
    #expect(date.firstDay == nil)
  }

  @Test(
    "spans the days of its period",
    arguments: [
      ("2025", PostDate.Precision.year, "2025-01-01", "2025-12-31"),
      ("2024-02", .month, "2024-02-01", "2024-02-29"),
      ("2025-03-15", .day, "2025-03-15", "2025-03-15"),
      ("2025-03-15T14:02:11.123Z", .millisecond, "2025-03-15", "2025-03-15"),
      ("2025-03-15T14:02Z", .minute, "2025-03-15", "2025-03-15"),
      ("../2025-02", .bound, nil, "2025-02-28"),
      ("../2025", .bound, nil, "2025-12-31"),
      ("2025-13", .month, nil, nil),
      ("2025-02-30", .day, nil, nil),
      ("", .day, nil, nil),
    ] as [(String, PostDate.Precision, String?, String?)])
  func days(value: String, precision: PostDate.Precision, first: String?, last: String?) {
    let date = PostDate(value: value, precision: precision, source: .printed)
    #expect(date.firstDay?.description == first)
    #expect(date.lastDay?.description == last)
  }

  @Test(
    "sorts as text by time, whatever the zone",
    arguments: [
      ("2019-03-13T05:00:00+01:00", "2019-03-13T04:00:00Z"),
      ("2019-12-31T22:30-03:30", "2020-01-01T02:00Z"),
      ("2019-03-13T00:00:00.250+00:15", "2019-03-12T23:45:00.250Z"),
      ("2019-03-13T05:00:00Z", "2019-03-13T05:00:00Z"), ("2019-03", "2019-03"),
      ("2019-03-13T05:00:00+one", "2019-03-13T05:00:00+one"), ("", ""),
    ])
  func sortable(value: String, expected: String) {
    #expect(PostDate.sortable(value) == expected)
  }

  @Test("said to come from elsewhere keeps all else")
  func source() throws {
    let day = try #require(CivilDate(year: 2025, month: 3, day: 15))
    let date = PostDate(day: day, source: .prose, inferred: [.year]).with(source: .printed)
    #expect(date.value == "2025-03-15")
    #expect(date.inferred == [.year])
    #expect(date.source == .printed)
  }
}
