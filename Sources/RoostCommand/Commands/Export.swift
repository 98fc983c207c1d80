import ArchiveIndex
import ArgumentParser
import Exporting
import PostModel

/// Posts to other tools.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write posts in the format of another tool.",
    discussion: """
      The same conditions as roost query, and all that meets them. roost list formats says what each \
      format is; some have no place for some posts, and leave these out.

      Examples:
        roost export --format graphml --platform x --since 2025 >citations.graphml
        roost export "climate summit" --format csv --privacy hash-handles >posts.csv
      """)

  @Argument(help: "Words of the post, or - for standard input.")
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "The format: \(Self.formats.joined(separator: ", ")).", valueName: "format"),
    completion: .list(Self.formats))
  var format: String

  @OptionGroup(title: "Conditions") var conditions: QueryOptions
  @OptionGroup(title: "Order") var page: PageOptions
  @OptionGroup(title: "Privacy") var privacy: PrivacyOptions
  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  private static let formats = ExportFormatCatalog.all.map(\.name)

  mutating func validate() throws {
    _ = try chosen()
  }

  func run() throws {
    let question = try ArchiveQuestion(archive)
    let lines = words == ["-"] ? LineInput(words).map { $0 } : [words.joined(separator: " ")]
    var export = PostExport(
      try chosen(), privacy: try privacy.measures(for: question.index.archive))
    try export.begin()
    for line in lines {
      let query = try page.apply(to: try conditions.query(line.isEmpty ? nil : line))
      try export.write(query, from: question.index, limit: page.limit)
    }
    try export.end()
    if export.count == 0 { throw ExitStatus.nothingMatched }
  }

  private func chosen() throws -> ExportFormat {
    guard let chosen = ExportFormatCatalog.format(named: format) else {
      throw ValidationError(
        "'\(format)' is no format; known are \(Self.formats.joined(separator: ", ")).")
    }
    return chosen
  }
}
