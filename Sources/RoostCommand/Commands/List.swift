import Archive
import ArgumentParser
import DocumentSources
import Exporting
import Languages
import Platforms
import PostModel

/// What this build knows.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the platforms, languages and formats that this build knows.",
    discussion: """
      Examples:
        roost list platforms
        roost list formats --format jsonl
      """)

  /// What can be listed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case platforms
    case languages
    case formats
  }

  @Argument(help: "What to list: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: Subject

  @OptionGroup(title: "Answer") var answer: ListFormatOptions

  func run() throws {
    let catalog =
      switch subject {
      case .platforms: CatalogList.platforms
      case .languages: CatalogList.languages
      case .formats: CatalogList.formats
      }
    var output = StandardOutput()
    if answer.isForPeople {
      let width = Terminal.width(1)
      for line in catalog.table.lines(width: width, style: .of(1)) { try output.writeStyled(line) }
    } else {
      for line in catalog.lines { try output.writeLine(line) }
    }
    try output.flush()
  }
}
