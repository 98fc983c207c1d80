import Testing

@Suite("Sizes")
struct SizeTests {
  private static func all() throws -> [SourceFile] {
    try SourceFile.all(under: "Sources") + SourceFile.all(under: "Tests")
  }

  @Test("no file is over 400 lines")
  func files() throws {
    for file in try Self.all() where file.lines.count > 401 {
      Issue.record("\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  /// An exception says why, in a comment above or inside: `// NOTE: over 40 lines: …`.
  @Test("no function is over 40 lines without a stated reason")
  func functions() throws {
    var seen = 0
    for file in try Self.all() {
      for function in Function.all(in: file) {
        seen += 1
        if function.length > 40 && !function.isExcused {
          Issue.record("\(file.path):\(function.line): \(function.length) lines")
        }
      }
    }
    #expect(seen > 300, "the reader of functions has gone blind")
  }
}

/// A function's place in a file that the formatter has laid out.
private struct Function {
  let line: Int
  let length: Int
  let isExcused: Bool

  /// Every function, initialiser, subscript and computed property that has a body of several lines.
  ///
  /// The formatter puts the closing brace in the column in which the declaration begins.
  static func all(in file: SourceFile) -> [Function] {
    file.lines.indices.compactMap { start in
      let words = file.lines[start].split { $0 == " " || $0 == "(" || $0 == "<" }
      let isFunction = words.contains("func") || words.contains("subscript")
      let isInitializer = words.contains { $0 == "init" || $0 == "init?" }
      let isProperty = words.contains("var") && words.last == "{"
      guard isFunction || isInitializer || isProperty, words.first?.first != "/" else { return nil }
      let indent = String(file.lines[start].prefix { $0 == " " })
      let close = file.lines[(start + 1)...].firstIndex {
        $0.hasPrefix(indent) && !$0.hasPrefix(indent + " ") && $0 != indent + "{"
          && !($0.hasPrefix(indent + ")") && $0.hasSuffix("{"))
      }
      guard let close, file.lines[close] == indent + "}" else { return nil }
      let excused = file.lines[max(0, start - 3)...close].contains {
        $0.contains("// NOTE: over 40 lines: ")
      }
      return Function(line: start + 1, length: close - start + 1, isExcused: excused)
    }
  }
}
