import ArgumentParser

/// What the command's exit status says.
enum ExitStatus {
  /// Nothing matched (`query`, `show` and their like).
  static let nothingMatched = ExitCode(1)
  /// Done, with errors in the input.
  static let inputErrors = ExitCode(2)
  /// The command was used wrongly (`EX_USAGE` of sysexits.h).
  static let wrongUse = ExitCode(64)
  /// The world failed: no input, no archive, no room on the disk (`EX_IOERR`).
  static let worldFailed = ExitCode(74)
}
