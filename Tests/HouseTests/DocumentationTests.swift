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

  @Test("shows no Swift but what a test compiles and runs")
  func swift() throws {
    // What a page shows of the catalog is held to it by the test of that page.
    let examples =
      try SourceFile.all(under: "Tests").filter { $0.path.contains("/Examples/") }
      + SourceFile.all(under: "Sources/Platforms")
    let code = examples.flatMap { file in
      [0, 2].map { margin in
        file.lines.map { String($0.hasPrefix("  ") ? $0.dropFirst(margin) : $0[...]) }
          .joined(separator: "\n")
      }
    }
    var blocks = 0
    for (name, page) in try pages() {
      for part in page.components(separatedBy: "```swift\n").dropFirst() {
        let block = part.components(separatedBy: "```")[0]
        blocks += 1
        #expect(code.contains { $0.contains(block) }, "\(name) has code of its own: \(block)")
      }
    }
    #expect(blocks >= 3)
  }

  @Test("shows no Python but what the check of the cluster runs")
  func python() throws {
    let code = try String(
      contentsOf: Fixtures.package.appending(path: "Scripts/check_cluster.py"), encoding: .utf8)
    let page = try page("RunningOnACluster.md")
    let blocks = page.components(separatedBy: "```python\n").dropFirst()
    #expect(blocks.count == 2)
    for block in blocks { #expect(code.contains(block.components(separatedBy: "```")[0])) }
  }

  @Test("is whole: the first page leads to every other")
  func topics() throws {
    let first = try page("RoostKit.md")
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: Self.catalog.path(percentEncoded: false)
    ).filter { $0.hasSuffix(".md") }
    for file in names where file != "RoostKit.md" {
      let name = file.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
      #expect(first.contains("- <doc:\(name)>\n"), "RoostKit.md does not name \(file)")
    }
  }

  /// The README and every article, by name.
  private func pages() throws -> [(String, String)] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.catalog.path(percentEncoded: false)
    ).filter { $0.hasSuffix(".md") }.sorted()
    let readme = try String(
      contentsOf: Fixtures.package.appending(path: "README.md"), encoding: .utf8)
    return try [("README.md", readme)] + names.map { ($0, try page($0)) }
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
