import Foundation
import TestSupport
import Testing

/// The page of messages against those that the code has.
@Suite("Messages")
struct MessageTests {
  private static let rooms = [
    "Archive", "ArchiveIndex", "DocumentSources", "Markup", "Languages", "Importing",
  ]

  private func page() throws -> String {
    let path = "Sources/RoostKit/RoostKit.docc/Troubleshooting.md"
    return try String(contentsOf: Fixtures.package.appending(path: path), encoding: .utf8)
  }

  @Test("each has its line among the documentation's")
  func documented() throws {
    let page = try page().folded
    let messages = try Self.messages()
    #expect(messages.count > 90, "the reader of messages has gone blind")
    for (path, message) in messages {
      let fixed = message.fixedParts.max { $0.count < $1.count } ?? ""
      let opening = fixed.split(separator: " ").prefix(6).joined(separator: " ")
      let isThere = page.contains(opening)
      #expect(isThere, "Troubleshooting.md lacks a line of \(path): \(message.text)")
    }
  }

  @Test("the documentation has none that the code has lost")
  func current() throws {
    let code = try Self.literals(of: Self.rooms + ["RoostCommand"])
      .flatMap { $0.1.fixedParts }.joined(separator: " ").folded
    let cells = try page().split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.dropFirst(2).components(separatedBy: " | ").first }
    #expect(cells.count > 90)
    for cell in cells where cell != "message" {
      for part in cell.components(separatedBy: "…").flatMap(Self.clauses)
      where part.split(separator: " ").count > 2 {
        let isThere = code.contains(part)
        #expect(isThere, "the code has no message with: \(part)")
      }
    }
  }

  /// A cell may say several messages, one behind the other.
  private static func clauses(_ text: String) -> [String] {
    text.replacing("; ", with: "\n").replacing(". ", with: "\n").replacing(": ", with: "\n")
      .split(separator: "\n").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " .;:,'\"“”()"))
      }
  }

  /// Texts of libraries that read as sentences, and those of the command that are given to an error.
  private static func messages() throws -> [(String, Literal)] {
    let sentences = try literals(of: rooms).filter { $0.1.isSentence }
    let errors = try literals(of: ["RoostCommand"]).filter { literal in
      ["ValidationError(", "description:", ".orThrow(", "named: name,"].contains {
        literal.1.before.hasSuffix($0)
      }
    }
    return sentences + errors
  }

  private static func literals(of rooms: [String]) throws -> [(String, Literal)] {
    try rooms.flatMap { try SourceFile.all(under: "Sources/\($0)") }.flatMap { file in
      Literal.all(in: file.lines).map { (file.path, $0) }
    }
  }
}

/// A text in the code.
private struct Literal {
  /// What stands in it, with its interpolations as a line feed.
  var text: String
  /// The code before it, without spaces but one between words.
  var before: String

  /// What is always the same.
  var fixedParts: [String] {
    text.split(separator: "\n").map { String($0).folded }.filter { !$0.isEmpty }
  }

  /// Whether people could read it: some words, with one that joins words to a sentence.
  var isSentence: Bool {
    let words = text.split { $0 == " " || $0 == "\n" }
    let joints = [
      "is", "are", "was", "were", "has", "have", "holds", "cannot", "be", "must", "than",
    ]
    let hasJoint = words.contains { joints.contains(String($0)) } || text.contains("; ")
    let hasWord = words.contains { $0.count > 3 }
    let isSQL = ["SELECT", "IS", "NULL", "EXISTS", "FROM", "JOIN", "INSERT", "PRAGMA", "CREATE"]
      .contains { words.contains(Substring($0)) }
    let isForProgrammers = before.hasSuffix("preconditionFailure(")
    let isSummary = before.suffix(40).contains("InputFormat(")
    return words.count > 3 && hasJoint && hasWord && !isSQL && !isForProgrammers && !isSummary
  }

  /// The texts of a file, those in its comments left out.
  static func all(in lines: [String]) -> [Literal] {
    var literals: [Literal] = []
    var before = ""
    var long: [String]?
    for line in lines {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if let body = long {
        guard trimmed.hasPrefix("\"\"\"") else {
          long = body + [trimmed.hasSuffix("\\") ? trimmed.dropLast() + "" : trimmed + " "]
          continue
        }
        literals.append(Literal(text: read(body.joined()[...], to: nil).text, before: before))
        long = nil
      } else if trimmed.hasSuffix("\"\"\"") {
        before = (before + " " + trimmed.dropLast(3)).folded
        long = []
      } else if !trimmed.hasPrefix("//") {
        add(trimmed, after: &before, to: &literals)
      }
    }
    return literals
  }

  private static func add(
    _ line: String, after before: inout String, to literals: inout [Literal]
  ) {
    var rest = line[...]
    while let quote = rest.firstIndex(of: "\"") {
      before = String((before + " " + rest[..<quote]).folded.suffix(80))
      let (text, end) = read(rest[rest.index(after: quote)...], to: "\"")
      literals.append(Literal(text: text, before: before))
      rest = end.isEmpty ? "" : end.dropFirst()
    }
    before = String((before + " " + rest).folded.suffix(80))
  }

  /// Reads up to a mark, or all; gives the text and what is left from the mark on.
  private static func read(
    _ code: Substring, to mark: Character?
  ) -> (text: String, rest: Substring) {
    var text = ""
    var rest = code
    while let character = rest.first, character != mark {
      rest = rest.dropFirst()
      guard character == "\\", let next = rest.first else {
        text.append(character)
        continue
      }
      rest = rest.dropFirst()
      if next == "(" {
        rest = afterInterpolation(rest)
        text += "\n"
      } else {
        text.append(next == "n" ? " " : next)
      }
    }
    return (text, rest)
  }

  private static func afterInterpolation(_ code: Substring) -> Substring {
    var depth = 1
    var rest = code
    while depth > 0, let character = rest.first {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      rest = rest.dropFirst()
    }
    return rest
  }
}

extension String {
  /// The words with one space between them.
  fileprivate var folded: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
