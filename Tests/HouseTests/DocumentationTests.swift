import DocumentSources
import Exporting
import Foundation
import Languages
import Platforms
import TestSupport
import Testing

/// The catalog of documentation against the code: `UPDATE_FIXTURES=1` writes the lists anew.
@Suite("The documentation")
struct DocumentationTests {
  private static let catalog = Fixtures.package.appending(
    path: "Sources/RoostKit/RoostKit.docc")

  private func page(_ name: String) throws -> String {
    try String(contentsOf: Self.catalog.appending(path: name), encoding: .utf8)
  }

  @Test("names every command, and the command lists it")
  func commands() throws {
    let page = try page("CommandLine.md")
    let root = try SourceFile(path: "Sources/RoostCommand/Roost.swift").lines.joined()
    let files = try SourceFile.all(under: "Sources/RoostCommand/Commands")
    #expect(files.count > 10)
    for file in files {
      guard
        let type = file.lines.firstMatch(of: /struct (\w+): \w*Parsable/),
        root.contains("\(type).self")
      else {
        Issue.record("Roost.swift does not list the command of \(file.path)")
        continue
      }
      let name = file.lines.firstMatch(of: /commandName: "([\w-]+)"/) ?? type.lowercased()
      #expect(page.contains("| `roost \(name)` |"), "CommandLine.md lacks `roost \(name)`")
    }
  }

  @Test("lists what the catalogs hold")
  func lists() throws {
    let platforms = Platform.all.map { platform in
      "| \(platform.name) | `\(platform.id)` | \(platform.time == nil ? "" : "yes") |"
    }
    let languages = LanguagePack.all.map { "`\($0.language)`" }.joined(separator: ", ")
    let inputs = InputFormat.all.map {
      "| `\($0.name)` | \($0.summary) | \($0.isRead ? "yes" : "") |"
    }
    let exports = ExportFormatCatalog.all.map { "| `\($0.name)` | \($0.summary) |" }
    try compare(
      "WhatIsDetected.md",
      [
        "platforms": ["| platform | in archives | time in its ids |", "|---|---|---|"] + platforms,
        "languages": [languages],
      ])
    try compare(
      "CommandLine.md",
      [
        "inputs": ["| input | what it is | read |", "|---|---|---|"] + inputs,
        "exports": ["| answer | what it is |", "|---|---|"] + exports,
      ])
  }

  @Test("shows files as they are where it says that it shows a file")
  func shownFiles() throws {
    let lines = try page("AddingAPlatform.md").components(separatedBy: "\n")
    var shown: [String: String] = [:]
    for (place, line) in lines.enumerated() {
      // A path alone on its line, and the block behind it.
      guard let path = line.wholeMatch(of: /`([\w\/.]+)`:/)?.1,
        place + 2 < lines.count, lines[place + 2].hasPrefix("```")
      else { continue }
      let block = lines[(place + 3)...].prefix { $0 != "```" }
      shown[String(path)] = block.joined(separator: "\n")
    }
    let kinds = Set(shown.keys.compactMap { $0.split(separator: ".").last })
    #expect(shown.count == 5)
    #expect(kinds == ["swift", "html", "json"])
    for (path, text) in shown {
      let file = try SourceFile(path: path).lines.joined(separator: "\n")
      #expect(!text.isEmpty)
      #expect(file.contains(text), "AddingAPlatform.md shows another \(path)")
      if path.contains("/Catalog/") || path.hasSuffix(".json") {
        #expect(
          file.trimmingCharacters(in: .newlines) == text, "\(path) is not shown whole")
      }
    }
  }

  /// Compares the lists between `<!-- NAME -->` and `<!-- end -->`.
  private func compare(_ name: String, _ lists: [String: [String]]) throws {
    let written = try page(name)
    var page = written
    for (list, lines) in lists {
      let begin = try #require(page.range(of: "<!-- \(list) -->\n"))
      let end = try #require(
        page.range(of: "<!-- end -->", range: begin.upperBound..<page.endIndex))
      page.replaceSubrange(
        begin.upperBound..<end.lowerBound, with: lines.joined(separator: "\n") + "\n")
    }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try page.write(to: Self.catalog.appending(path: name), atomically: true, encoding: .utf8)
    } else {
      #expect(written == page)
    }
  }
}

extension [String] {
  /// The first capture of a pattern in the first line that has it.
  fileprivate func firstMatch(of pattern: Regex<(Substring, Substring)>) -> String? {
    lazy.compactMap { $0.firstMatch(of: pattern) }.first.map { String($0.1) }
  }
}
