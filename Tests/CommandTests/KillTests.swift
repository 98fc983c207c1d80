import Foundation
import TestSupport
import Testing

@Suite("An import may be stopped at any moment")
struct KillTests {
  /// A folder that takes a while to import.
  private func harbour() throws -> Workshop {
    let workshop = try Workshop()
    for number in 0..<60 {
      try workshop.folder.write(TidePages.page(number, post: number), to: "in/\(number).html")
    }
    let lines = (60..<160).map { TidePages.line($0, post: $0) }
    try workshop.folder.write(lines.joined(), to: "in/corpus.jsonl")
    return workshop
  }

  private func lines(_ workshop: Workshop, _ archive: String) throws -> Set<Substring> {
    let content = try workshop.folder.content(of: "\(archive)/citations/000001.jsonl")
    return Set(String(decoding: content, as: UTF8.self).split(separator: "\n"))
  }

  @Test("killed at ten random moments and run again, it ends as an unbroken run does")
  func killed() throws {
    let workshop = try harbour()
    let start = ContinuousClock.now
    #expect(try workshop.run("import", "in", "--archive", "whole").status == 0)
    let whole = ContinuousClock.now - start
    let expected = try lines(workshop, "whole")
    #expect(expected.count == 160)
    var generator = SeededGenerator(seed: 20_250_315)
    for round in 0..<10 {
      let archive = "killed-\(round)"
      let process = try workshop.start(["import", "in", "--archive", archive])
      let pause = whole / .microseconds(1) * Double.random(in: 0...1, using: &generator)
      usleep(UInt32(pause))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let again = try workshop.run("import", "in", "--archive", archive)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try lines(workshop, archive) == expected, "round \(round)")
    }
  }

  @Test("killed within a compressed web archive and run again, it ends as an unbroken run does")
  func killedWithin() throws {
    let workshop = try Workshop()
    let records = (0..<300).map { number in
      Packing.gzip(
        SampleWARC.response(number, body: Array(TidePages.page(number, post: number).utf8)))
    }
    try workshop.folder.write(records.joined(), to: "crawl.warc.gz")
    try workshop.folder.write("crawl.warc.gz\n", to: "list")
    let start = ContinuousClock.now
    #expect(try workshop.run("import", "--files-from", "list", "--archive", "whole").status == 0)
    let whole = ContinuousClock.now - start
    let expected = try lines(workshop, "whole")
    #expect(expected.count == 300)
    var generator = SeededGenerator(seed: 20_250_316)
    for round in 0..<5 {
      let archive = "killed-\(round)"
      let process = try workshop.start(["import", "crawl.warc.gz", "--archive", archive])
      let pause = whole / .microseconds(1) * Double.random(in: 0...1, using: &generator)
      usleep(UInt32(pause))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try workshop.run("import", "crawl.warc.gz", "--archive", archive).status == 0)
      #expect(try lines(workshop, archive) == expected, "round \(round)")
    }
  }

  @Test(
    "asked to stop, it makes safe what it has read, and ends by the signal",
    arguments: [SIGINT, SIGTERM])
  func asked(_ signal: Int32) throws {
    let workshop = try Workshop()
    let input = Pipe()
    let errors = Pipe()
    let process = try workshop.start(
      ["import", "-", "--archive", "a", "--jobs", "1"], input: input, errors: errors)
    let line = TidePages.line(1, post: 1)
    try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
    while !FileManager.default.fileExists(atPath: workshop.folder.path("a/journal.jsonl")) {
      usleep(10_000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    #expect(String(decoding: text, as: UTF8.self).contains("interrupted"))
    #expect(try workshop.run("import", "-", "--archive", "a", input: line).status == 0)
    #expect(try lines(workshop, "a").count == 1)
  }

  @Test("a second import into the same archive is refused at once")
  func second() throws {
    let workshop = try Workshop()
    let input = Pipe()
    let first = try workshop.start(["import", "-", "--archive", "a"], input: input)
    while !FileManager.default.fileExists(atPath: workshop.folder.path("a/journal.jsonl")) {
      usleep(10_000)
    }
    try workshop.folder.write(TidePages.page(1, post: 1), to: "a.html")
    let run = try workshop.run("import", "a.html", "--archive", "a")
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("roost: a: Another roost is writing to this archive."))
    try input.fileHandleForWriting.close()
    first.waitUntilExit()
  }
}
