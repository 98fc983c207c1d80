import Foundation
import Languages
import PostModel
import TestSupport
import Testing

@testable import Detection

/// What is left of posts in every printed form, between two paragraphs of an article.
private struct RemnantTable: Decodable {
  struct Post: Decodable, Hashable {
    var platform: String?
    var handle: String?
    var name: String?
    var date: String?
    var text: String?
  }

  struct Row: Decodable, CustomTestStringConvertible, Sendable {
    var name: String
    /// What stands between the paragraphs; the whole text where `isWhole` says so.
    var text: String
    var isWhole: Bool?
    /// The article's language, English unless said otherwise.
    var language: String?
    var posts: [Post]
    /// The ways of writing it otherwise in which its meaning is lost.
    var loses: [String]?
    var testDescription: String { name }
  }

  var before: String
  var after: String
  var remnants: [Row]

  static func read() throws -> RemnantTable {
    try Fixtures.decoded(RemnantTable.self, "conformance/remnants.json")
  }

  func document(_ row: Row) -> String {
    row.isWhole ?? false ? row.text : "\(before)\n\n\(row.text)\n\n\(after)"
  }
}

/// A way of writing a text otherwise that leaves its meaning.
enum Rewriting: String, CaseIterable {
  case wrapped
  case entities
  case windows

  func apply(to text: String) -> String {
    switch self {
    case .wrapped:
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { Self.wrapped(String($0), at: 72) }.joined(separator: "\n")
    case .entities: Self.escaped(text)
    case .windows: text.replacing("\n", with: "\r\n")
    }
  }

  /// A line broken at the last space before a column.
  private static func wrapped(_ line: String, at width: Int) -> String {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if !current.isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        current = String(word)
      } else {
        current += (current.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    let names = [
      ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
      ("—", "&mdash;"), ("–", "&#8211;"), ("\u{A0}", "&nbsp;"), ("’", "&rsquo;"), ("“", "&ldquo;"),
      ("”", "&#x201D;"), ("…", "&hellip;"),
    ]
    return names.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

@Suite("What is left of posts, in every printed form")
struct RemnantConformanceTests {
  private static let detector = TextDetector(packs: LanguagePack.all)

  private func posts(in text: String, _ row: RemnantTable.Row) -> [RemnantTable.Post] {
    let readable = ReadableText(TextDocument(bytes: Array(text.utf8)).text)
    return Self.detector.sightings(
      in: readable.text, context: TextContext(language: LanguageTag(row.language ?? "en"))
    )
    .map {
      RemnantTable.Post(
        platform: $0.platform?.rawValue, handle: $0.author.handle, name: $0.author.name,
        date: $0.dates.first?.value, text: $0.text.map { Self.folded($0) })
    }
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("names the post", arguments: try RemnantTable.read().remnants)
  private func remnant(_ row: RemnantTable.Row) throws {
    #expect(posts(in: try RemnantTable.read().document(row), row) == row.posts)
  }

  @Test(
    "names the same post when it is written otherwise",
    arguments: try RemnantTable.read().remnants, Rewriting.allCases)
  private func rewritten(_ row: RemnantTable.Row, _ rewriting: Rewriting) throws {
    guard row.loses?.contains(rewriting.rawValue) != true else { return }
    let text = rewriting.apply(to: try RemnantTable.read().document(row))
    #expect(posts(in: text, row) == row.posts)
  }
}
