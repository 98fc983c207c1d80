import ArgumentParser
import Detection
import DocumentSources
import Importing
import PostModel

/// The text in which positions count.
struct Text: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text in which the positions of citations count.",
    discussion: """
      The selectors of citations count Unicode code points of this text. Texts of several documents \
      are divided by a form feed.

      Examples:
        roost text article.html
        roost text article.html | python3 -c 'import sys; print(sys.stdin.read()[1034:1180])'
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Finding") var languages: LanguageOptions

  func run() async throws {
    var documents = DocumentLoop(try DetectionPlan(input))
    var output = StandardOutput()
    let detector = Detector(options: Detector.Options(languages: try languages.packs()))
    var isFirst = true
    while let document = documents.next() {
      if !isFirst { try output.write("\u{C}") }
      isFirst = false
      try output.write(detector.text(of: document))
      try output.flush()
    }
    try documents.report.throwStatus()
  }
}

extension DetectionPlan {
  /// Plans to read documents for people.
  init(_ input: InputOptions) throws {
    self.init(inputs: input.sources, sources: try input.reading.options())
  }
}
