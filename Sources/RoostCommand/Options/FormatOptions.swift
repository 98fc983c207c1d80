import ArgumentParser
import Exporting

/// How an answer is written: for people or for machines.
struct FormatOptions: ParsableArguments {
  /// What an answer is written as.
  enum Choice {
    /// A table or a page for people.
    case people
    /// A format for machines.
    case machine(ExportFormat)
  }

  @Option(
    help: ArgumentHelp(
      "Write the answer as \(Self.names.joined(separator: ", ")); without it a table on a terminal "
        + "and jsonl elsewhere.", valueName: "format"),
    completion: .list(Self.names))
  var format: String?

  private static let names = ["table"] + ExportFormatCatalog.all.map(\.name)

  mutating func validate() throws {
    _ = try choice()
  }

  /// Whether people read the answer.
  func isForPeople() throws -> Bool {
    if case .people = try choice() { true } else { false }
  }

  /// What the answer is written as.
  func choice() throws -> Choice {
    switch format {
    case nil where !Terminal.isTerminal(1): return .machine(.jsonLines)
    case nil, "table": return .people
    case .some(let name):
      guard let format = ExportFormatCatalog.format(named: name) else {
        throw ValidationError(
          "'\(name)' is no format; known are \(Self.names.joined(separator: ", ")).")
      }
      return .machine(format)
    }
  }
}
