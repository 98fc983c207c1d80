import Archive
import ArgumentParser
import Detection
import DocumentSources
import Importing
import PostModel

/// Documents to citations, as a filter.
struct Detect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Find the posts that documents cite; one JSON line each on standard output.",
    discussion: """
      The lines come in the order of the documents, whatever --jobs is, and are those of an archive.

      Examples:
        roost detect article.html
        zcat corpus.jsonl.gz | roost detect - --forms embed,remnant >citations.jsonl
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Finding") var detector: DetectorOptions

  func run() async throws {
    let printer = DiagnosticPrinter()
    var output = StandardOutput()
    var report = ImportReport()
    try await DetectionRun(DetectionPlan(input, detector)).run(
      transform: { Found(lines: $0.citations.map(CitationCodec.encode)) },
      take: { step in
        switch step {
        case .other(let event): report.count(event).map(printer.diagnostic)
        case .document(let document, let found, let diagnostics):
          report.count(document, citations: [], diagnostics: diagnostics)
          for diagnostic in diagnostics { printer.diagnostic(diagnostic) }
          for line in found.lines { try output.writeLine(line) }
          if !found.lines.isEmpty { try output.flush() }
        }
      })
    try output.flush()
    try report.throwStatus()
  }

  /// What was found in a document, as it is written.
  private struct Found: Sendable {
    let lines: [[UInt8]]
  }
}
