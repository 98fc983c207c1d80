import ArgumentParser
import Detection
import DocumentSources
import Importing
import PostModel

/// Why something was found or turned down.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say for people what was found in documents, why, and what was turned down.",
    discussion: """
      For each citation: where it stands, what is known of the post, and which rule read which \
      field from what. Then the candidates that were turned down, with the reason.

      Examples:
        roost explain article.html
        roost explain corpus.jsonl --forms quote --min-confidence 0
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Finding") var detector: DetectorOptions

  func run() async throws {
    var documents = DocumentLoop(try DetectionPlan(input))
    // What was turned down is told too, so every document is read.
    var options = try detector.optionsWithLanguages()
    options.usesPrefilter = false
    let detector = Detector(options: options)
    var output = StandardOutput()
    let explanation = Explanation(style: .of(1), width: Terminal.width(1))
    while let document = documents.next() {
      let result = detector.detect(in: document)
      for diagnostic in result.diagnostics { DiagnosticPrinter().diagnostic(diagnostic) }
      for line in explanation.lines(for: document, result, text: detector.text(of: document)) {
        try output.writeStyled(line)
      }
      try output.flush()
    }
    try documents.report.throwStatus()
  }
}
