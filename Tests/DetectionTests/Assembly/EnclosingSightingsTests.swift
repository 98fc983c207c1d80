import PostModel
import Testing

@testable import Detection

@Suite("Places within places")
struct EnclosingSightingsTests {
  static func sightings(_ ranges: [Range<Int>]) -> [Sighting] {
    ranges.map { Sighting(.quotation, at: .text(utf8Range: $0), confidence: 0.9) }
  }

  @Test("the places round one are given, the nearest first")
  func nested() {
    let found = EnclosingSightings(Self.sightings([20..<30, 0..<100, 10..<50, 60..<70]))
    #expect(found.around(0) == [2, 1])
    #expect(found.around(2) == [1])
    #expect(found.around(3) == [1])
    #expect(found.around(1).isEmpty)
  }

  @Test("places that only overlap, and empty ones, enclose nothing")
  func overlapping() {
    let found = EnclosingSightings(Self.sightings([0..<20, 10..<30, 15..<15]))
    #expect(found.around(1).isEmpty)
    #expect(found.around(2).isEmpty)
  }
}
