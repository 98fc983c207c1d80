import PostModel
import TestSupport
import Testing

@testable import Detection

@Suite("Texts about programs")
struct TechnicalTextTests {
  fileprivate struct Row: Decodable, CustomTestStringConvertible, Sendable {
    var description: String
    var text: String
    var testDescription: String { description }
  }

  private static let detector = Detector()

  private func citations(in text: String) -> [Citation] {
    let document = Document(
      bytes: Array(text.utf8), mediaType: .plainText,
      provenance: Provenance(path: "t", format: "text"))
    return Self.detector.detect(in: document).citations
  }

  private static func rows() throws -> [Row] {
    try Fixtures.decoded([Row].self, "conformance/technical-texts.json")
  }

  @Test("cite no posts with their samples", arguments: try rows())
  fileprivate func silence(row: Row) {
    #expect(citations(in: row.text).map(\.post.text) == [])
  }

  @Test("an article that quotes a post and shows one line of code is none of them")
  func article() {
    let text = """
      The ferry's timetable is a program now, and it has a bug: `sail(at: noon)` sails at midnight.

      “I missed my own wedding by twelve hours,” Ida Wren wrote on X.

      The ferry's owner said that the captain would look at the clock in future.

      The next ferry leaves on Monday.
      """
    #expect(!TechnicalManner(text).isTechnical)
    #expect(citations(in: text).count == 1)
  }
}
