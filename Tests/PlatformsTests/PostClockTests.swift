import Platforms
import PostModel
import Testing

@Suite("The time in an id")
struct PostClockTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let platform: PlatformID
    let id: String
    let value: String?

    init(_ platform: PlatformID, _ id: String, _ value: String?) {
      self.platform = platform
      self.id = id
      self.value = value
    }

    var testDescription: String { "\(platform) \(id)" }
  }

  /// Recorded posts with independent stamps; the expected values are the ids' own, which lie within
  /// the error that each formula has.
  static let pairs = [
    Pair("x", "643211948184596480", "2015-09-13T23:57:33"),
    Pair("x", "2001950365332455490", "2025-12-19T09:38:56"),
    Pair("x", "1281836879789404160", "2020-07-11T06:25:02"),
    Pair("mastodon", "116242278064339656", "2026-03-17T03:00:01"),
    Pair("mastodon", "116751120912740049", "2026-06-14T23:45"),
    Pair("truthsocial", "108779000807761862", "2022-08-07T01:30:2"),
    Pair("truthsocial", "108618228543962049", "2022-07-09T16:03:5"),
    Pair("gab", "107163961867310434", "2021-10-25T20:04:49"),
    Pair("gab", "107045884469287653", "2021-10-04T23:36:11"),
    Pair("tiktok", "6748451240264420610", "2019-10-16T17:17Z"),
    Pair("instagram", "BbYyLdVDhml", "2017-11-12T07:44:08"),
    Pair("instagram", "CuZrQ2osUpi", "2023-07-07"),
    Pair("threads", "DNJQOX0RA08", "2025-08-09T18:37"),
    Pair("bluesky", "3l3vgf77uco2g", "2024-09-11T17:11:56"),
    Pair("bluesky", "3mobxazawuy2b", "2026-06-14T23:45:27"),
    Pair("bluesky", "3kh5rarr3gn2n", "2023-12-22T18:58:32"),
    Pair("linkedin", "7084656651378536448", "2023-07-11T22:16:12"),
    Pair("linkedin", "7295762520814874625", "2025-02-13T11:15:33"),
    Pair("tumblr", "626907179849564160", "2020-08-19T19:27Z"),
    Pair("tumblr", "812307562622042112", "2026-03-28T05:47Z"),
    Pair("weibo", "4323047042991618", "2018-12-30T13:56Z"),
    Pair("discord", "943865945699532811", "2022-02-17T13:46:17"),
    Pair("x", "29700859247", nil),
    Pair("x", "20", nil),
    Pair("x", "289000000000000", nil),
    Pair("mastodon", "123456", nil),
    Pair("tumblr", "137299316242", nil),
    Pair("instagram", "BbYyLdVDhmlAAAAAAAAAAAAAAAAAAAAAAAAAAAA", nil),
    Pair("facebook", "10158123456789012", nil),
    Pair("youtube", "TYGIMaP6ukg", nil),
  ]

  @Test("an id gives the time of its making, or none", arguments: pairs)
  func time(_ pair: Pair) {
    let found = Platform.declared(pair.platform)?.time?(pair.id)
    if let value = pair.value {
      #expect(found?.value.hasPrefix(value) == true, "\(found?.value ?? "nil")")
      #expect(found?.source == .postID)
    } else {
      #expect(found == nil)
    }
  }
}
