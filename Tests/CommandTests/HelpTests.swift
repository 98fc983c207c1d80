import Foundation
import TestSupport
import Testing

@Suite("Every command explains itself")
struct HelpTests {
  static let commands = [
    "", "detect", "import", "query", "show", "articles", "posts", "top", "timeline", "cocited",
    "diff", "explain", "text", "url", "export", "verify", "repair", "merge", "forget", "compact",
    "index", "list", "entities", "date",
  ]

  private func help(_ command: String) throws -> Run {
    try Workshop().run(command.isEmpty ? ["--help"] : [command, "--help"])
  }

  @Test("help screens are as they were written down", arguments: commands)
  func snapshot(_ command: String) throws {
    let run = try help(command)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let path = "command/help/\(command.isEmpty ? "roost" : command).txt"
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try Data(run.output.utf8).write(to: Fixtures.url(path))
    }
    #expect(run.output == String(decoding: try Fixtures.bytes(path), as: UTF8.self))
  }

  @Test("help shows at least two invocations", arguments: commands)
  func examples(_ command: String) throws {
    let lines = try help(command).output.split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "Examples:"))
    let examples = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
    #expect(examples.count >= 2)
    #expect(examples.allSatisfy { $0.contains("roost \(command)") })
  }

  @Test("the version is a number of three parts")
  func version() throws {
    let run = try Workshop().run("--version")
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("completions can be made for every shell", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let run = try Workshop().run("--generate-completion-script", shell)
    #expect(run.status == 0)
    for command in Self.commands.dropFirst() { #expect(run.output.contains(command)) }
  }
}
