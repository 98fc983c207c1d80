import PostModel
import Testing

@testable import Detection

@Suite("A date for machines")
struct MachineDateTests {
  @Test(
    "is read to the precision that is written",
    arguments: [
      ("2018-12-05T05:50:40+00:00", "2018-12-05T05:50:40Z", .second),
      ("2018-12-05T05:50:40Z", "2018-12-05T05:50:40Z", .second),
      ("2018-12-05T05:50:40.5Z", "2018-12-05T05:50:40.500Z", .millisecond),
      ("2018-12-05T05:50:40.123456+0200", "2018-12-05T05:50:40.123+02:00", .millisecond),
      ("2022-05-04T00:30:00+02:00", "2022-05-04T00:30:00+02:00", .second),
      ("2022-05-04T00:30-04", "2022-05-04T00:30-04:00", .minute),
      ("2018-11-16T03:00+00:00", "2018-11-16T03:00Z", .minute),
      ("2018-12-05 05:50:40", "2018-12-05T05:50:40", .second),
      ("2018-12-05 05:50", "2018-12-05T05:50", .minute),
      ("2018-12-05 5:50 PM", "2018-12-05T17:50", .minute),
      ("2018-12-05T24:50:40", "2018-12-05", .day),
      (" 2018-12-05 ", "2018-12-05", .day),
      ("2018/12/5", "2018-12-05", .day),
      ("2018-12", "2018-12", .month),
      ("2018", "2018", .year),
      ("20181205", "2018-12-05", .day),
      ("20181205T055040Z", "2018-12-05T05:50:40Z", .second),
      ("05.12.2018", "2018-12-05", .day),
      ("05.12.2018 17:30", "2018-12-05T17:30", .minute),
      ("25/12/2018", "2018-12-25", .day),
      ("12/25/2018", "2018-12-25", .day),
      ("Wed, 05 Dec 2018 05:50:40 GMT", "2018-12-05T05:50:40Z", .second),
      ("Wed, 5 Dec 2018 05:50:40 +0100", "2018-12-05T05:50:40+01:00", .second),
      ("Wed, 5 Dec 2018 05:50:40 EST", "2018-12-05T05:50:40-05:00", .second),
      ("Tue Jun 29 13:02:34 +0000 2021", "2021-06-29T13:02:34Z", .second),
      ("Wed Dec 05 2018 05:50:40 GMT+0100 (CET)", "2018-12-05T05:50:40+01:00", .second),
      ("Mon Mar 02 18:40:00 CET 2015", "2015-03-02T18:40:00+01:00", .second),
      ("December 5th, 2018", "2018-12-05", .day),
      ("Dec. 5, 2018 at 5:50 a.m. EST", "2018-12-05T05:50-05:00", .minute),
      ("05-Dec-2018", "2018-12-05", .day),
      ("1543989040", "2018-12-05T05:50:40Z", .second),
      ("1543989040123", "2018-12-05T05:50:40.123Z", .millisecond),
    ] as [(String, String, PostDate.Precision)])
  func shapes(text: String, value: String, precision: PostDate.Precision) {
    #expect(
      MachineDate.read(text, source: .meta)
        == PostDate(value: value, precision: precision, source: .meta))
  }

  @Test(
    "is nothing where the text is none",
    arguments: [
      "", " ", "-", "yesterday", "2018-13-05", "2018-02-30", "0000-00-00 00:00:00", "05/12/2018",
      "12345", "99999999999999", "P3D", "3 hours ago", "T05:50", "1543", "\u{FFFD}\u{662F}",
      "0001-01-01T00:00:00Z", "March", "5 Dec",
    ])
  func nothing(text: String) {
    #expect(MachineDate.read(text, source: .meta) == nil)
  }

  @Test("says where it was read")
  func source() {
    #expect(MachineDate.read("2018-12-05", source: .jsonLD)?.source == .jsonLD)
    #expect(MachineDate.read("1543989040", source: .time)?.source == .time)
  }
}
