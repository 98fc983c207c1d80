import Foundation
import Platforms
import PostModel
import TestSupport
import Testing

/// Recorded posts whose time is known from elsewhere, with the error that each formula has.
@Suite("The time in an id")
struct PostClockTests {
  struct Pair: Decodable, Sendable, CustomTestStringConvertible {
    let description: String
    let platform: String
    let id: String
    /// When the post was published, to the second; none where the id tells no time.
    let published: String?
    /// How far from that the id's own time may lie.
    let seconds: Double?

    var testDescription: String { description }

    static func all() throws -> [Pair] {
      let data = try Data(contentsOf: Fixtures.url("conformance/post-times.json"))
      return try JSONDecoder().decode([Pair].self, from: data)
    }
  }

  @Test("an id gives the time of its making within the error, or none", arguments: try Pair.all())
  func time(_ pair: Pair) throws {
    let platform = try #require(Platform.declared(PlatformID(rawValue: pair.platform)))
    let found = platform.time?(pair.id)
    guard let published = pair.published, let seconds = pair.seconds else {
      #expect(found == nil, "\(found?.value ?? "")")
      return
    }
    let date = try #require(found)
    #expect(date.source == .postID)
    let known = try #require(Self.moment(published))
    let value = try #require(Self.moment(date.value), "\(date.value)")
    // A value of less precision stands for all moments of its second or minute.
    let span: Double =
      switch date.precision {
      case .minute: 60
      case .second: 1
      default: 0
      }
    #expect(known >= value - seconds && known <= value + span + seconds, "\(date.value)")
  }

  /// Seconds since 1970 of `2020-07-11T06:25Z`, with or without seconds and their parts.
  private static func moment(_ value: String) -> Double? {
    let digits = value.split { !$0.isNumber }.compactMap { Double($0) }
    guard digits.count >= 5 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = DateComponents(
      year: Int(digits[0]), month: Int(digits[1]), day: Int(digits[2]), hour: Int(digits[3]),
      minute: Int(digits[4]))
    guard let minute = calendar.date(from: parts) else { return nil }
    let seconds = digits.count > 5 ? digits[5] : 0
    let fraction = digits.count > 6 ? digits[6] / 1000 : 0
    return minute.timeIntervalSince1970 + seconds + fraction
  }
}
