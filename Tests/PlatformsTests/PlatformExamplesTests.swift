import Platforms
import PostModel
import Testing

@Suite("Every platform's own examples")
struct PlatformExamplesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let platform: Platform
    let example: Example

    var testDescription: String { "\(platform.id): \(example.link)" }

    static var all: [Case] {
      Platform.all.flatMap { platform in
        platform.examples.map { Case(platform: platform, example: $0) }
      }
    }
  }

  static let reader = PostAddressReader()

  @Test("an address is read as its declaration says", arguments: Case.all)
  func address(_ given: Case) {
    let found = Self.reader.reference(in: given.example.link, of: given.platform.id)
    #expect(found?.id == given.example.reference?.id)
    #expect(found?.handle == given.example.reference?.handle)
    #expect(found?.permalink == given.example.reference?.permalink)
  }

  @Test("a canonical address is read as itself", arguments: Platform.all.flatMap(\.examples))
  func idempotent(_ example: Example) throws {
    guard let reference = example.reference else { return }
    let again = try #require(Self.reader.reference(in: reference.permalink, of: reference.platform))
    #expect(again.id == reference.id)
    #expect(again.permalink == reference.permalink)
  }

  @Test("each platform has examples of both kinds", arguments: Platform.all.map(\.id))
  func bothKinds(_ platform: PlatformID) throws {
    let examples = try #require(Platform.declared(platform)).examples
    #expect(examples.contains { $0.reference != nil })
    #expect(examples.contains { $0.reference == nil })
  }
}
