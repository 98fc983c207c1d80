import ArgumentParser

/// How many names are given.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("At most this many, 0 for all.", valueName: "n")) var limit = 20

  mutating func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes 0 or a number.") }
  }

  /// The most that are given.
  var most: Int { limit > 0 ? limit : .max }
}
