import Archive
import Detection
import DocumentSources
import PostModel
import TestSupport
import Testing

@testable import Importing

@Suite("The laws of importing")
struct ImportLawTests {
  @Test("importing twice is importing once, whether documents are read again or not")
  func twice() async throws {
    let library = try Library()
    let first = try await library.run(library.plan("a"))
    let lines = try library.lines(of: "a")
    #expect(first.documents == 70)
    #expect(first.added == lines.count)
    #expect(first.found > 70)

    let second = try await library.run(library.plan("a"))
    #expect(second.documents == 0)
    #expect(second.filesDone == 31)
    #expect(second.added == 0)

    var again = try library.plan("a")
    again.readsAgain = true
    let third = try await library.run(again)
    #expect(third.documents == 70)
    #expect(third.found == first.found)
    #expect(third.added == 0)
    #expect(try library.lines(of: "a") == lines)
  }

  @Test("any number of workers writes the same bytes", arguments: [2, 3, 8])
  func workers(jobs: Int) async throws {
    let library = try Library()
    try await library.run(library.plan("one"))
    try await library.run(library.plan("many", jobs: jobs))
    let name = "citations/000001.jsonl"
    let one = try library.folder.content(of: "one/\(name)")
    #expect(!one.isEmpty)
    #expect(try library.folder.content(of: "many/\(name)") == one)
  }

  @Test("stopped after any number of documents and run again is an unbroken run")
  func resumed() async throws {
    let library = try Library()
    try await library.run(library.plan("whole"))
    let whole = try library.lines(of: "whole")
    for limit in [1, 6, 7, 8, 29, 31, 45, 60] {
      let name = "stopped-\(limit)"
      let stopped = try await stop(library, name, after: limit)
      #expect(stopped.isInterrupted)
      #expect(stopped.documents < 70)
      let resumed = try await library.run(library.plan(name))
      #expect(resumed.documents < 70)
      #expect(try library.lines(of: name) == whole, "stopped after \(limit)")
    }
  }

  @Test(
    "stopped within a compressed file and run again is an unbroken run",
    arguments: ["members.warc.gz", "stream.warc.gz", "frames.warc.zst", "corpus.jsonl.gz"])
  func resumedWithin(_ name: String) async throws {
    let library = try Library()
    try library.pack(name)
    try await library.run(library.plan("whole", inputs: ["in/\(name)"]))
    let whole = try library.lines(of: "whole")
    #expect(whole.count > 40)
    for limit in [1, 7, 8, 23, 39] {
      let archive = "stopped-\(limit)"
      let plan = try library.plan(archive, inputs: ["in/\(name)"])
      let stopped = try await Task { try await library.run(plan, stopAfter: limit) }.value
      #expect(stopped.isInterrupted)
      let resumed = try await library.run(library.plan(archive, inputs: ["in/\(name)"]))
      #expect(resumed.documents == 40 - stopped.documents)
      #expect(try library.lines(of: archive) == whole, "stopped after \(limit)")
    }
  }

  /// Runs in a task of its own, since the run is cancelled.
  private func stop(
    _ library: Library, _ name: String, after limit: Int
  ) async throws -> ImportReport {
    let plan = try library.plan(name)
    return try await Task { try await library.run(plan, stopAfter: limit) }.value
  }

  @Test("the order of inputs changes the order of lines and nothing else")
  func shuffled() async throws {
    let library = try Library()
    try await library.run(library.plan("a", inputs: ["in/pages", "in/corpus.jsonl"]))
    try await library.run(library.plan("b", inputs: ["in/corpus.jsonl", "in/pages"]))
    let lines = try library.lines(of: "a")
    #expect(!lines.isEmpty)
    #expect(Set(try library.lines(of: "b")) == Set(lines))
  }

  @Test("a file that has changed is read again, and only what is new is added")
  func changed() async throws {
    let library = try Library()
    try await library.run(library.plan("a"))
    let before = try library.lines(of: "a")
    let corpus = (0..<library.lines + 1).map { Library.line($0) + "\n" }.joined()
    try library.folder.write(corpus, to: "in/corpus.jsonl")
    let report = try await library.run(library.plan("a"))
    #expect(report.documents == 41)
    #expect(report.filesDone == 30)
    let after = try library.lines(of: "a")
    #expect(after.count == before.count + report.added)
    #expect(after.starts(with: before))
    #expect(report.added >= 1)
  }

  @Test("other options read documents again")
  func otherOptions() async throws {
    let library = try Library()
    try await library.run(library.plan("a"))
    var plan = try library.plan("a")
    plan.detection.detector.forms = [.link]
    #expect(try await library.run(plan).documents == 70)
  }

  @Test("a second importer is refused while the first one writes")
  func second() async throws {
    let library = try Library()
    let plan = try library.plan("a")
    let writer = try ArchiveWriter(plan.archive)
    let error = await #expect(throws: ArchiveError.self) { try await library.run(plan) }
    #expect(error?.code == .locked)
    try writer.close()
    #expect(try await library.run(plan).documents == 70)
  }

  @Test("progress grows to its end")
  func progress() async throws {
    let library = try Library()
    let plan = try library.plan("a")
    var shares: [Double] = []
    _ = try await Importer(plan).run(report: { _ in }, progress: { shares.append($0.share ?? -1) })
    #expect(shares == shares.sorted())
    #expect(shares.first == 0)
    #expect(shares.last == 1)
  }

  @Test("the time left follows from the rate")
  func timeLeft() {
    var progress = ImportProgress()
    progress.totalBytes = 1000
    progress.knownBytes = 400
    progress.readBytes = 200
    #expect(progress.share == 0.6)
    #expect(progress.rate(after: .seconds(2)) == 100)
    #expect(progress.timeLeft(after: .seconds(2)) == .seconds(4))
  }

  @Test("trouble is reported in the order of the input and counted")
  func trouble() async throws {
    let library = try Library()
    try library.folder.write("{broken\n{\"text\":\"A text.\"}\n", to: "in/a.jsonl")
    try library.folder.write("[]\n", to: "in/b.jsonl")
    var plan = try library.plan("a", jobs: 4)
    plan.detection.sources.format = InputFormat(named: "jsonl")
    plan.detection.inputs = [
      .path(library.folder.path("in/a.jsonl")), .path(library.folder.path("nowhere")),
      .path(library.folder.path("in/b.jsonl")),
    ]
    var messages: [String] = []
    let report = try await Importer(plan).run(report: { messages.append($0.message) })
    #expect(
      messages == [
        "this line is no JSON object and was skipped", "no such file or directory",
        "this line is no JSON object and was skipped",
      ])
    #expect(report.errors == 3)
    #expect(report.missing == 1)
    #expect(report.documents == 1)
    #expect(!report.isWithoutInput)
  }
}
