import Foundation
import Platforms
import PostModel
import TestSupport
import Testing

@Suite("Addresses, by the table of conformance")
struct PermalinkConformanceTests {
  struct Row: Decodable, Sendable, CustomTestStringConvertible {
    struct Expected: Decodable, Sendable {
      let platform: String
      let id: String
      let handle: String?
      let permalink: String
    }

    let description: String
    let address: String
    let expected: Expected?
    let reason: String?

    var testDescription: String { description }

    static func all() throws -> [Row] {
      let data = try Data(contentsOf: Fixtures.url("conformance/permalinks.json"))
      return try JSONDecoder().decode([Row].self, from: data)
    }
  }

  static let reader = PostAddressReader()

  @Test("an address gives its canonical form, or a reason", arguments: try Row.all())
  func address(_ row: Row) {
    switch Self.reader.reading(of: row.address) {
    case .post(let found):
      #expect(found.platform.rawValue == row.expected?.platform)
      #expect(found.id == row.expected?.id)
      #expect(found.handle == row.expected?.handle)
      #expect(found.permalink == row.expected?.permalink)
    case .other(_, let reason):
      #expect(row.expected == nil)
      #expect(!reason.isEmpty)
    }
  }
}
