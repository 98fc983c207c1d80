import Foundation
import RoostKit
import TestSupport
import Testing

/// The examples of the README and of `GettingStarted`.
@Suite("The library's examples")
struct LibraryExampleTests {
  @Test("an import and a question")
  func archive() async throws {
    let folder = try ScratchFolder()
    let pages = Fixtures.url("tutorial").path(percentEncoded: false)
    let lines = try await importAndAsk(pages, into: folder.path("news.archive"))
    #expect(
      lines == [
        """
        facebook:text/2becf58bea214744 https://zornitsa.example/kometata-pee Ще чуем и ядрото
        """,
        """
        facebook:text/35bced7a08acc4b9 https://sternheimer-tagblatt.example/wissen/lantern-gelandet \
        Kein einziger Euro mehr für brummende Steine
        """, "21 citations",
      ])
  }

  @Test("the detector alone")
  func detector() throws {
    let page = try String(decoding: Fixtures.bytes("demo/evening-mail.html"), as: UTF8.self)
    #expect(
      detect(in: page) == [
        "link https://x.com/OdileBrandt/status/1901181901066997761",
        "quote A new ferry by summer. I have the contract on my desk",
      ])
  }
}
