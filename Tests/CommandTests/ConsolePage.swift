import Foundation
import TestSupport
import Testing

/// A page of the documentation whose `console` blocks are played: each line with `$` is given to a
/// shell, and what follows must be what the shell prints.
struct ConsolePage: Sendable, CustomTestStringConvertible {
  /// The page's path in the package.
  let path: String

  var testDescription: String { path }

  /// The README and every article that has such a block.
  static func all() throws -> [ConsolePage] {
    let catalog = "Sources/RoostKit/RoostKit.docc"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Fixtures.package.appending(path: catalog).path(percentEncoded: false))
    return try
      (["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "\(catalog)/\($0)" })
      .map(ConsolePage.init(path:)).filter { try $0.text().contains("\n```console\n") }
  }

  var file: URL { Fixtures.package.appending(path: path) }

  /// The page as it is written.
  func text() throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  /// The page with every command's output in place of the one that is written there, and how many
  /// commands it has.
  func played() throws -> (text: String, commands: Int) {
    var shell = try ConsoleShell()
    var lines: [String] = []
    var isConsole = false
    var commands = 0
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole {
        guard line.hasPrefix("$ ") else { continue }
        lines.append(String(line))
        lines += try shell.output(of: String(line.dropFirst(2)))
        commands += 1
        continue
      }
      lines.append(String(line))
    }
    return (lines.joined(separator: "\n"), commands)
  }
}

/// A folder with the fixtures in it, and what a reader of a page has exported so far.
private struct ConsoleShell {
  private let folder: ScratchFolder
  private var exports: [String] = []

  init() throws {
    folder = try ScratchFolder()
    for name in ["Fixtures", "Scripts"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name),
        withDestinationPath: Fixtures.package.appending(path: name).path(percentEncoded: false))
    }
  }

  /// What the shell prints for a command, on both of its outputs.
  mutating func output(of command: String) throws -> [String] {
    guard !command.hasPrefix("export ") else {
      exports.append(command)
      return []
    }
    let directory = Workshop.executable.deletingLastPathComponent().path(percentEncoded: false)
    let setup = ["cd '\(folder.path)'", "export PATH='\(directory)':/usr/bin:/bin COLUMNS=100"]
    let data = try Subprocess.output(of: [
      "/bin/bash", "-c", (setup + exports + ["{ \(command)\n} 2>&1"]).joined(separator: " && "),
    ])
    // The lines of CSV end with CR LF, those of a page do not.
    return String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }
}
