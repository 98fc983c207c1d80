import ArgumentParser

/// Runs the command, and turns whatever ends it early into text and an exit status.
@main
enum Main {
  static func main() async {
    Terminal.prepare()
    do {
      try Roost.checkName(of: Array(CommandLine.arguments.dropFirst()))
      var command = try Roost.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(after: error)
    }
  }

  private static func exit(after error: any Error) -> Never {
    if let error = error as? OutputError, error.isClosedPipe { Roost.exit() }
    guard let failure = Failure(error) else { Roost.exit(withError: error) }
    DiagnosticPrinter().failure(failure.message)
    Roost.exit(withError: failure.status)
  }
}
