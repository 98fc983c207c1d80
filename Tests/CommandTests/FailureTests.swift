import Foundation
import TestSupport
import Testing

struct WrongUse: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let message: String
  var testDescription: String { arguments.joined(separator: " ") }

  init(_ arguments: String..., says message: String) {
    self.arguments = arguments
    self.message = message
  }
}

@Suite("What goes wrong is said, with the documented status")
struct FailureTests {
  @Test(
    "wrong use is 64 and says what is known",
    arguments: [
      WrongUse("detect", says: "Error: Missing expected argument '<input> ...'"),
      WrongUse(
        "detect", "a", "--forms", "tweet",
        says: "Error: 'tweet' is no form; known are embed, remnant, quote, link."),
      WrongUse(
        "detect", "a", "--min-confidence", "7",
        says: "Error: --min-confidence takes a number from 0 to 1."),
      WrongUse("detect", "a", "--jobs", "0", says: "Error: --jobs takes a number from 1 to 1024."),
      WrongUse(
        "detect", "a", "--input", "docx",
        says: """
          Error: 'docx' is no input format; known are wacz, warc, citations, jsonl, json, html, \
          text.
          """),
      WrongUse(
        "detect", "a", "--fields", "text", says: "Error: --fields: 'text' is no PART=FIELD."),
      WrongUse(
        "detect", "a", "--max-document", "much",
        says: "Error: The value 'much' is invalid for '--max-document <bytes>'"),
      WrongUse(
        "query", "--platform", "myspace",
        says: "Error: 'myspace' is no platform that this build knows; see roost list platforms."),
      WrongUse(
        "query", "--form", "tweet",
        says: "Error: 'tweet' is no form of citation; known are embed, remnant, quote, link."),
      WrongUse("query", "--lang", "!", says: "Error: '!' is no language tag."),
      WrongUse(
        "query", "--sort", "best",
        says: "Error: 'best' is no order; known are newest, oldest, most-cited, archive."),
      WrongUse(
        "articles", "x:1", "--sort", "best",
        says: "Error: The value 'best' is invalid for '--sort <order>'"),
      WrongUse("query", "--limit=-1", says: "Error: --limit takes 0 or a number."),
      WrongUse(
        "top", "handles", "--limit=-1", says: "Error: --limit takes 0 or a number."),
      WrongUse("articles", "x:1", "--limit=-1", says: "Error: --limit takes 0 or a number."),
      WrongUse(
        "query", "--min-confidence", "7",
        says: "Error: --min-confidence takes a number from 0 to 1."),
      WrongUse(
        "query", "--format", "xml",
        says: "Error: 'xml' is no format; known are table, jsonl, json, csv, activitystreams, "),
      WrongUse("export", says: "Error: Missing expected argument '--format <format>'"),
      WrongUse(
        "export", "--format", "xml",
        says: "Error: 'xml' is no format; known are jsonl, json, csv, activitystreams, "),
      WrongUse(
        "export", "--format", "csv", "--privacy", "all",
        says: "Error: 'all' is no measure; known are drop-text, hash-handles."),
      WrongUse("merge", "a", says: "Error: Missing expected argument '--into <folder>'"),
      WrongUse("forget", says: "Error: Missing expected argument '<name> ...'"),
      WrongUse("list", "cats", says: "Error: The value 'cats' is invalid for '<subject>'"),
      WrongUse("detct", "a.html", says: "Error: 'detct' is no command. Did you mean 'detect'?"),
      WrongUse("frobnicate", says: "Error: Unexpected argument 'frobnicate'"),
    ])
  func wrongUse(_ use: WrongUse) throws {
    let run = try Workshop().run(use.arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    let first = run.errors.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix(use.message), "\(first)")
  }

  @Test("a question to an archive that is not there is 74 and says how to make one")
  func noArchive() throws {
    let run = try Workshop().run("query", "tide", "--archive", "news.archive")
    #expect(run.status == 74)
    #expect(
      run.errors == """
        roost: news.archive: There is no archive here. Make one by \
        `roost import INPUT --archive news.archive`.

        """)
  }

  @Test("a folder that is no archive is 74")
  func noArchiveFolder() throws {
    let workshop = try Workshop()
    try workshop.folder.write("hello", to: "notes/a.txt")
    let run = try workshop.run("show", "x:1", "--archive", "notes")
    #expect(run.status == 74)
    #expect(
      run.errors == """
        roost: notes: This is no archive of roost: it has no readable archive.json. \
        Name the folder that has one.

        """)
  }

  @Test("a file in the place of an archive is 74")
  func fileForArchive() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    let run = try workshop.run("import", "a.html", "--archive", "a.html")
    #expect(run.status == 74)
    #expect(
      run.errors == "roost: a.html: This is a file and no folder. Name a folder, or a new one.\n")
  }

  @Test("a drawing that cannot be written is 74 and says why")
  func drawing() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    #expect(try workshop.run("import", "a.html").status == 0)
    let run = try workshop.run("timeline", "--svg", "none/a.svg")
    #expect(run.status == 74)
    #expect(
      run.errors == """
        roost: none/a.svg: The drawing could not be written: there is no such folder. \
        Name another file by --svg.

        """)
  }

  @Test("people are told that nothing met the conditions, programs are not: 1")
  func nothing() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    #expect(try workshop.run("import", "a.html").status == 0)
    for command in [["query"], ["top", "handles"], ["timeline"]] {
      let people = try workshop.run(command + ["handle:nobody", "--format", "table"])
      #expect(people.status == 1)
      #expect(people.errors == "roost: nothing in ./roost.archive meets the conditions\n")
      let programs = try workshop.run(command + ["handle:nobody", "--format", "jsonl"])
      #expect(programs.status == 1)
      #expect(programs.output + programs.errors == "")
    }
  }

  @Test("a shard without a line is no error where lines were promised")
  func emptyShard() throws {
    let run = try Workshop().run("detect", "-", "--input", "jsonl", input: "")
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
    #expect(try Workshop().run("detect", "-", input: "").status == 2)
  }

  @Test("a time of articles that is none is 64 and is shown")
  func badCitingTime() throws {
    let run = try Workshop().run("query", "--cited", "spring")
    #expect(run.status == 64)
    #expect(run.errors.contains("That is no date."))
  }

  @Test("an archive of a newer version is left alone")
  func newer() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    #expect(try workshop.run("import", "a.html").status == 0)
    let header = #"{"format":"roost-archive","version":99,"created":"2030-01-01T00:00:00Z"}"#
    try workshop.folder.write(header + "\n", to: "roost.archive/archive.json")
    let run = try workshop.run("import", "a.html")
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("roost: "))
    #expect(run.errors.contains("99"))
  }

  @Test("a date that is none is 64")
  func badDate() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    #expect(try workshop.run("import", "a.html").status == 0)
    let run = try workshop.run("query", "--since", "harbour")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("roost: "))
    #expect(run.errors.contains("harbour"))
  }

  @Test("a missing input is named, the others are read: 2; without any input: 74")
  func missingInput() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    let some = try workshop.run("detect", "nowhere.html", "a.html")
    #expect(some.status == 2)
    #expect(some.output.split(separator: "\n").count == 1)
    #expect(some.errors == "nowhere.html: error: no such file or directory\n")
    let none = try workshop.run("detect", "nowhere.html")
    #expect(none.status == 74)
    #expect(none.output == "")
    #expect(none.errors == "nowhere.html: error: no such file or directory\n")
  }

  @Test(
    "broken inputs are said with their path: 2",
    arguments: [
      ("empty.html", "this file is empty"),
      ("picture-named.html", "this is a PNG picture and no document; skipped"),
      ("cut.json", "this file opens like JSON and is not"),
    ])
  func broken(_ name: String, _ message: String) throws {
    let path = Fixtures.url("sources/\(name)").path(percentEncoded: false)
    let run = try Workshop().run("detect", path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("\(path): error: \(message)"))
  }

  @Test("a broken line costs that line: 2")
  func brokenLine() throws {
    let path = Fixtures.url("sources/broken-line.jsonl").path(percentEncoded: false)
    let run = try Workshop().run("import", path)
    #expect(run.status == 2)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "\(path):59: error: this line is no JSON object and was skipped")
    #expect(lines.last?.hasPrefix("2 documents (") == true)
    #expect(lines.last?.hasSuffix("; 2 errors in the input") == true)
  }

  @Test("a folder without documents is said: 2")
  func emptyFolder() throws {
    let workshop = try Workshop()
    try FileManager.default.createDirectory(
      atPath: workshop.folder.path("none"), withIntermediateDirectories: false)
    let run = try workshop.run("detect", "none")
    #expect(run.status == 2)
    #expect(run.errors == "none: error: this folder holds no documents\n")
  }

  @Test(
    "a document over the limit is skipped with its memory unspent: 2",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/truncate")))
  func hugeLine() throws {
    let workshop = try Workshop()
    let path = try workshop.folder.write("{\"text\":\"", to: "a.jsonl")
    let maker = try Process.run(
      URL(filePath: "/usr/bin/truncate"), arguments: ["-s", "40M", path])
    maker.waitUntilExit()
    let run = try workshop.run("detect", "a.jsonl", "--input", "jsonl")
    #expect(run.status == 2)
    #expect(
      run.errors == """
        a.jsonl:0: error: a document of 41943040 bytes is over the limit of 33554432 bytes and \
        was skipped; raise it with --max-document

        """)
  }

  @Test("a full disk is 74", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let workshop = try Workshop()
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    let errors = Pipe()
    let process = try workshop.start(
      ["detect", "a.html"], output: FileHandle(forWritingAtPath: "/dev/full"), errors: errors)
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(
      String(decoding: text, as: UTF8.self)
        == "roost: Standard output cannot be written: No space left on device.\n")
  }

  @Test("a closed pipe is a clean end")
  func closedPipe() throws {
    let workshop = try Workshop()
    for number in 0..<40 {
      try workshop.folder.write(TidePages.page(number, post: number), to: "in/\(number).html")
    }
    let output = Pipe()
    let errors = Pipe()
    let process = try workshop.start(["detect", "in"], output: output, errors: errors)
    try output.fileHandleForReading.close()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
    #expect(text.isEmpty)
  }
}
