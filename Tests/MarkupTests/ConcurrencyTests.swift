import Testing

@testable import Markup

@Suite("Pages parsed at once")
struct ConcurrencyTests {
  @Test("read as they do one after another")
  func parallel() async {
    let pages = (0..<64).map { number in
      String(repeating: "<p class=c\(number)>über <b>\(number)</b></p>", count: number + 1)
    }
    let alone = pages.map { reading($0) { $0.text } }
    let together = await withTaskGroup(of: (Int, String).self) { group in
      for (number, page) in pages.enumerated() {
        group.addTask { (number, reading(page) { $0.text }) }
      }
      return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    #expect(pages.indices.map { together[$0] } == alone)
  }
}
