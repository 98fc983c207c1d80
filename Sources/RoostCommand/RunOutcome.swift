import ArgumentParser
import Importing

extension ImportReport {
  /// Ends the command with the status that a run over documents has earned.
  func throwStatus() throws {
    if isWithoutInput { throw ExitStatus.worldFailed }
    if errors > 0 { throw ExitStatus.inputErrors }
  }
}
