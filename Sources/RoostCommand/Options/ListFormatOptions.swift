import ArgumentParser

/// How a list that is not made of posts is written.
struct ListFormatOptions: ParsableArguments {
  /// What a list is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case jsonl
  }

  @Option(
    help: "Write the list as table or jsonl; without it a table on a terminal and jsonl elsewhere.")
  var format: Format?

  /// Whether the list is for people.
  var isForPeople: Bool { format.map { $0 == .table } ?? Terminal.isTerminal(1) }
}
