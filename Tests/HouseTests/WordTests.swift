import Foundation
import Platforms
import TestSupport
import Testing

@Suite("Words that have no place in the code")
struct WordTests {
  @Test("no way round the compiler's checks")
  func forbidden() throws {
    let words = [
      "@unchecked Sendable", "try!", "fatalError(", "NSLock", "Task.detached",
      "nonisolated(unsafe)", "as!", "unsafeBitCast",
    ]
    for file in try SourceFile.all(under: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for word in words where line.contains(word) {
          Issue.record("\(file.path):\(number + 1): \(word)")
        }
      }
    }
  }

  @Test("standard error is written in one place")
  func standardError() throws {
    for file in try SourceFile.all(under: "Sources")
    where !file.path.hasSuffix("/DiagnosticPrinter.swift") {
      for (number, line) in file.lines.enumerated()
      where line.firstMatch(of: /\b(?:stderr|standardError|STDERR_FILENO)\b/) != nil {
        Issue.record("\(file.path):\(number + 1): only DiagnosticPrinter writes to standard error")
      }
    }
  }

  @Test("no path of a machine")
  func machinePaths() throws {
    let tracked = try Subprocess.output(
      of: ["git", "-C", Fixtures.package.path(percentEncoded: false), "ls-files", "-z"])
    let paths = String(decoding: tracked, as: UTF8.self).split(separator: "\0")
    #expect(!paths.isEmpty)
    for path in paths where !path.hasSuffix("HouseTests/WordTests.swift") {
      let file = Fixtures.package.appending(path: String(path))
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      #expect(text.firstMatch(of: /(?:\/home\/|\/Users\/|\/root\/)[a-z]/) == nil, "\(path)")
    }
  }

  /// A rule is about a platform, a content system, a language; never about one publisher.
  @Test("no host but those of platforms")
  func hosts() throws {
    let known = Set(Platform.all.flatMap(\.hosts) + Self.standards)
    let endings = [
      "com", "org", "net", "de", "fr", "es", "it", "pl", "ru", "uk", "ua", "bg", "tr", "jp", "br",
      "eu", "me", "tv", "info",
    ]
    for file in try Self.detectors() {
      for (number, line) in file.lines.enumerated() where line.contains(".") {
        let words = line.split {
          !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_")
        }
        for host in words where endings.contains(where: { host.hasSuffix("." + $0) }) {
          guard host.allSatisfy({ $0.isASCII && !$0.isUppercase }) else { continue }
          #expect(Self.isKnown(host, known), "\(file.path):\(number + 1): \(host)")
        }
      }
    }
  }

  /// Hosts of standards, of archives, and of nobody.
  private static let standards = [
    "schema.org", "w3.org", "ogp.me", "archive.org", "whatwg.org", "unicode.org", "rfc-editor.org",
    "json-schema.org", "semver.org",
  ]

  private static func isKnown(_ host: Substring, _ known: Set<String>) -> Bool {
    let labels = host.split(separator: ".")
    return labels.contains("example") || known.contains { $0.hasSuffix("." + host) }
      || labels.indices.contains { known.contains(labels[$0...].joined(separator: ".")) }
  }

  private static func detectors() throws -> [SourceFile] {
    try ["Detection", "Markup", "Languages", "DocumentSources", "Importing", "Archive"]
      .flatMap { try SourceFile.all(under: "Sources/\($0)") }
  }
}
