import Foundation
import TestSupport
import Testing

/// Runs the command in a terminal of its own by `script` of util-linux.
@Suite(
  "What a terminal shows",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
struct TerminalTests {
  private func shown(
    _ workshop: Workshop, _ arguments: String, environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    let command = "'\(Workshop.executable.path(percentEncoded: false))' \(arguments)"
    process.arguments = ["-qec", command, "/dev/null"]
    process.currentDirectoryURL = URL(filePath: workshop.folder.path)
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func archive(_ words: String) throws -> Workshop {
    let workshop = try Workshop()
    let page = TidePages.page(1, post: 1).replacing("High water at noon", with: words)
    try workshop.folder.write(page, to: "a.html")
    #expect(try workshop.run("import", "a.html").status == 0)
    return workshop
  }

  @Test("a table fits the terminal, wide characters counted as two")
  func width() throws {
    let words = String(repeating: "満潮は正午です。", count: 30)
    let output = try shown(try archive(words), "query", environment: ["COLUMNS": "60"])
    let line = try #require(output.split(whereSeparator: \.isNewline).last)
    #expect(line.hasSuffix("…"))
    let wide = line.count { $0 > "\u{2E80}" }
    #expect(wide > 5)
    #expect((59...60).contains(line.count + wide))
  }

  @Test("colour is for terminals only, and NO_COLOR is honoured")
  func colour() throws {
    let workshop = try archive("High water")
    let shown = [
      try shown(workshop, "query"),
      try shown(workshop, "query", environment: ["NO_COLOR": "1"]),
      try shown(workshop, "query", environment: ["TERM": "dumb"]),
      try workshop.run("query", "--format", "table").output,
    ]
    #expect(shown.map { $0.contains("\u{1B}[1m") } == [true, false, false, false])
    #expect(shown.map { $0.contains("\u{1B}") } == [true, false, false, false])
    #expect(shown.allSatisfy { $0.contains("High water") })
  }

  @Test(
    "what a terminal would obey never reaches it",
    arguments: [
      "query", "query --format jsonl", "show x:1901234567890123457", "explain a.html",
      "text a.html", "detect a.html", "export --format csv", "export --format markdown",
      "export --format html", "export --format graphml",
    ])
  func controls(_ arguments: String) throws {
    let workshop = try archive("red \u{9B}31m &#x202E;back \u{1B}]0;title\u{7} text")
    let output = try shown(workshop, arguments, environment: ["NO_COLOR": "1"])
    #expect(output.contains("text") || arguments.contains("graphml"))
    for control in ["\u{1B}", "\u{9B}", "\u{7}"] { #expect(!output.contains(control)) }
  }

  @Test("an import draws a bar and takes it away")
  func bar() throws {
    let workshop = try Workshop()
    let lines = (0..<1500).map { TidePages.line($0, post: $0) }
    try workshop.folder.write(lines.joined(), to: "in.jsonl")
    let output = try shown(workshop, "import in.jsonl --jobs 1")
    #expect(output.contains("░ "))
    #expect(output.contains(" left"))
    #expect(output.contains("\r\u{1B}[K1500 documents ("))
  }
}
