import Foundation
import TestSupport
import Testing

/// The README's examples are what the command prints: `UPDATE_FIXTURES=1` writes them anew.
@Suite("The README")
struct ReadmeTests {
  @Test("shows what the command prints")
  func examples() throws {
    let file = Fixtures.package.appending(path: "README.md")
    let written = try String(contentsOf: file, encoding: .utf8)
    let folder = try ScratchFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Fixtures"),
      withDestinationPath: Fixtures.root.path(percentEncoded: false))
    let printed = try played(written, in: folder)
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try printed.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(written == printed)
    }
  }

  /// The text with every command's output in place of the one that is written there.
  private func played(_ text: String, in folder: ScratchFolder) throws -> String {
    var lines: [String] = []
    var isConsole = false
    var commands = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole {
        guard line.hasPrefix("$ ") else { continue }
        lines.append(String(line))
        lines += try output(of: String(line.dropFirst(2)), in: folder)
        commands += 1
        continue
      }
      lines.append(String(line))
    }
    #expect(commands >= 5)
    return lines.joined(separator: "\n")
  }

  /// What a shell prints for a command, on both of its outputs.
  private func output(of command: String, in folder: ScratchFolder) throws -> [String] {
    let directory = Workshop.executable.deletingLastPathComponent().path(percentEncoded: false)
    let data = try Subprocess.output(of: [
      "/bin/sh", "-c",
      "cd '\(folder.path)' && export PATH='\(directory)':/usr/bin:/bin COLUMNS=100 && \(command) 2>&1",
    ])
    return String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }
}
