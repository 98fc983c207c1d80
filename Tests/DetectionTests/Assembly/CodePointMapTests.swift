import Testing

@testable import Detection

@Suite("Positions in code points")
struct CodePointMapTests {
  static let text = "aé海🛳️b"

  @Test(
    "an offset in UTF-8 gives a count of code points",
    arguments: [(0, 0), (1, 1), (3, 2), (6, 3), (10, 4), (13, 5), (14, 6)])
  func counts(offset: Int, expected: Int) {
    let map = CodePointMap(text: Self.text, offsets: [0, 1, 3, 6, 10, 13, 14])
    #expect(map.codePoints(before: offset) == expected)
  }

  @Test("context is counted in code points and stops at the text's ends")
  func context() {
    let map = CodePointMap(text: Self.text, offsets: [6])
    #expect(map.prefix(of: 6, count: 2) == "é海")
    #expect(map.prefix(of: 6, count: 32) == "aé海")
    #expect(map.suffix(of: 6, count: 1) == "🛳")
    #expect(map.suffix(of: 6, count: 32) == "🛳️b")
    #expect(map.text(1..<3) == "é")
  }

  @Test("offsets beyond the text are its end")
  func beyond() {
    let map = CodePointMap(text: "ab", offsets: [7])
    #expect(map.codePoints(before: 7) == 2)
    #expect(map.text(1..<9) == "b")
  }
}
