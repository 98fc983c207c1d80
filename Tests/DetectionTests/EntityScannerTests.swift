import Foundation
import Platforms
import Testing

@testable import Detection

private struct Conformance: Decodable {
  struct Scan: Decodable, CustomTestStringConvertible {
    struct Found: Decodable, Hashable {
      var kind: String
      var value: String
      var start: Int
      var end: Int
      var list: String?
    }
    var description: String
    var text: String
    var entities: [Found]
    var testDescription: String { description }
  }
  struct Validation: Decodable, CustomTestStringConvertible {
    var kind: String
    var text: String
    var valid: Bool
    var testDescription: String { "\(kind) \(text)" }
  }
  var scan: [Scan]
  var validate: [Validation]

  static func all() throws -> Conformance {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Fixtures/conformance/entities.json")
    return try JSONDecoder().decode(Conformance.self, from: Data(contentsOf: file))
  }
}

@Suite("Entities of a post's words")
struct EntityScannerTests {
  private let scanner = EntityScanner()

  @Test("entities are found where twitter-text finds them", arguments: try Conformance.all().scan)
  private func scan(_ example: Conformance.Scan) {
    let found = scanner.scan(example.text).map {
      Conformance.Scan.Found(
        kind: $0.kind.rawValue, value: $0.value, start: $0.range.lowerBound,
        end: $0.range.upperBound, list: $0.list)
    }
    #expect(found == example.entities)
  }

  @Test("a whole text is judged", arguments: try Conformance.all().validate)
  private func validate(_ example: Conformance.Validation) throws {
    let valid =
      switch example.kind {
      case "username": scanner.isUsername(example.text)
      case "list": scanner.isList(example.text)
      case "hashtag": scanner.isHashtag(example.text)
      case "url": scanner.isURL(example.text)
      default: scanner.isURL(example.text, withoutProtocol: true)
      }
    #expect(valid == example.valid)
  }

  @Test(
    "a reply opens with its addressee",
    arguments: [
      ("@odile yes", "odile"), ("\u{3000}@odile yes", "odile"), (".@odile no", nil),
      ("well, @odile", nil), ("@https://gull.com", nil),
    ])
  func reply(_ text: String, _ handle: String?) {
    #expect(scanner.reply(in: text)?.value == handle)
  }

  @Test("the fields of a post hold each value once and no media link")
  func fields() {
    let found = scanner.entities(
      in: "@odile @odile #fog $GULL end.It pic.twitter.com/Ab12 https://t.co/Cd34 gull.com/a")
    #expect(found.mentions == ["odile"])
    #expect(found.hashtags == ["fog"])
    #expect(found.cashtags == ["GULL"])
    #expect(found.links == ["https://t.co/Cd34", "gull.com/a"])
  }

  @Test(
    "a mention is as long as the handles of the post's platform",
    arguments: [
      (
        "Ask @tquill.bsky.social, or @odile.harbour.com.", .domain,
        "tquill.bsky.social odile.harbour.com"
      ),
      ("Ask @harbour-light.com/lamps", .domain, "harbour-light.com"),
      ("Ask @tquill. He knows.", .domain, "tquill"),
      ("Ask @tquill.nosuchlabel", .domain, "tquill"),
      ("見よ@tquill.bsky.socialを", .domain, "tquill.bsky.social"),
      ("By @harbour.light. @_ines_...", .dotted, "harbour.light _ines_"),
      ("By @harbour-light", .dotted, "harbour"),
      ("Ask @tquill.bsky.social", .word, "tquill"),
    ] as [(String, MentionForm, String)])
  func mentions(_ text: String, _ form: MentionForm, _ expected: String) {
    let found = scanner.entities(in: text, mentions: form).mentions
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(
    "time grows with the length and not faster",
    arguments: ["a.", "あ.", "http://a", "@a#b$c ", "http://a.com/((", "語http", "http://a.com/("])
  func linear(_ unit: String) {
    let clock = ContinuousClock()
    let small = String(repeating: unit, count: 40_000 / unit.utf8.count)
    let large = String(repeating: unit, count: 400_000 / unit.utf8.count)
    let short = clock.measure { _ = scanner.scan(small) }
    let long = clock.measure { _ = scanner.scan(large) }
    #expect(long < short * 40 + .milliseconds(200))
  }
}
