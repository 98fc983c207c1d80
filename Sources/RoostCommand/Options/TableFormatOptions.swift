import ArgumentParser

/// How a table of counts is written.
struct TableFormatOptions: ParsableArguments {
  /// What a table is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case jsonl
    case csv
  }

  @Option(
    help: ArgumentHelp(
      "Write the answer as table, jsonl or csv; without it a table on a terminal and jsonl elsewhere."
    ))
  var format: Format?

  /// What the table is written as.
  var choice: Format { format ?? (Terminal.isTerminal(1) ? .table : .jsonl) }
}
