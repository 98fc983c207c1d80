import Foundation
import TestSupport
import Testing

/// The examples of the documentation are what the command prints: `UPDATE_FIXTURES=1` writes them
/// anew.
@Suite("The examples of the documentation")
struct ExampleTests {
  @Test("are what the command prints", arguments: try ConsolePage.all())
  func examples(_ page: ConsolePage) throws {
    let (printed, commands) = try page.played()
    #expect(commands > 0)
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try printed.write(to: page.file, atomically: true, encoding: .utf8)
    } else {
      let written = try page.text()
      #expect(written == printed)
    }
  }

  @Test("are there where a newcomer looks for them")
  func pages() throws {
    let pages = try ConsolePage.all().map(\.path)
    for name in ["README", "GettingStarted", "Tutorial", "RunningOnACluster", "CommandLine"] {
      #expect(
        pages.contains { $0.hasSuffix("\(name).md") }, "\(name) has no example that is played")
    }
  }
}
