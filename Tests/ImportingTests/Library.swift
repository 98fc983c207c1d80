import Archive
import Detection
import DocumentSources
import Importing
import PostModel
import TestSupport

/// A folder of invented articles that cite posts, and an archive to be.
struct Library {
  let folder: ScratchFolder
  let pages = 30
  let lines = 40

  init() throws {
    folder = try ScratchFolder()
    for number in 0..<pages {
      try folder.write(Self.page(number), to: "in/pages/\(100 + number).html")
    }
    let corpus = (0..<lines).map { Self.line($0) + "\n" }.joined()
    try folder.write(corpus, to: "in/corpus.jsonl")
  }

  /// An article that shows a post of its own, and one that every fifth article shows.
  static func page(_ number: Int) -> String {
    let shared = number % 5 == 0 ? embed(99_999) : ""
    return """
      <!doctype html><html lang="en"><head><title>Article \(number)</title>
      <link rel="canonical" href="https://gazette.example/\(number)"></head><body><article>
      <p>The harbour master spoke about the tide on Friday, article \(number).</p>
      \(embed(number))<p>Nobody answered for some time after that.</p>\(shared)
      </article></body></html>
      """
  }

  static func line(_ number: Int) -> String {
    let html = page(1000 + number).replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "{\"html\":\"\(html)\",\"url\":\"https://corpus.example/\(number)\"}"
  }

  private static func embed(_ number: Int) -> String {
    """
    <blockquote class="twitter-tweet"><p lang="en" dir="ltr">Tide number \(number) is in</p>\
    &mdash; Tide Watch (@tidewatch) \
    <a href="https://twitter.com/tidewatch/status/\(1_700_000_000_000_000_000 + number)">\
    November 2, 2023</a></blockquote>
    """
  }

  /// Writes forty pages as one compressed file, in the manner that its name says.
  func pack(_ name: String) throws {
    let records = (0..<lines).map { number in
      SampleWARC.response(number, body: Array(Self.page(number).utf8))
    }
    let bytes =
      switch name {
      case "members.warc.gz": Array(records.map(Packing.gzip).joined())
      case "stream.warc.gz": Packing.gzip(Array(records.joined()))
      case "frames.warc.zst": Array(records.map { Packing.zstandard($0) }.joined())
      default: Packing.gzip(Array((0..<lines).map { Self.line($0) + "\n" }.joined().utf8))
      }
    try folder.write(bytes, to: "in/\(name)")
  }

  func plan(
    _ archive: String, inputs: [String] = ["in"], jobs: Int = 1
  ) throws -> ImportPlan {
    let archive = try Archive.openOrCreate(
      at: folder.path(archive), created: "2025-01-01T00:00:00Z")
    var plan = ImportPlan(
      DetectionPlan(inputs: inputs.map { .path(folder.path($0)) }, jobs: jobs), into: archive)
    plan.checkpointDocuments = 7
    return plan
  }

  /// Imports to the end, or until some documents were read.
  @discardableResult
  func run(_ plan: ImportPlan, stopAfter limit: Int = .max) async throws -> ImportReport {
    try await Importer(plan).run(
      report: { _ in },
      progress: { progress in
        guard progress.report.documents >= limit else { return }
        withUnsafeCurrentTask { $0?.cancel() }
      })
  }

  /// The lines of an archive, in their order.
  func lines(of archive: String) throws -> [[UInt8]] {
    let archive = try Archive.open(at: folder.path(archive))
    var cursor = try ArchiveReader(archive).lines()
    var lines: [[UInt8]] = []
    while let line = try cursor.next() { lines.append(line.bytes) }
    return lines
  }
}
