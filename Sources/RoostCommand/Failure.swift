import Archive
import ArchiveIndex
import ArgumentParser
import DocumentSources
import Languages

/// What ended a command early, for people: the one place where errors of the world become text.
struct Failure {
  /// What went wrong and what to do about it.
  let message: String
  /// The status that says so.
  let status: ExitCode

  /// Reads an error; `nil` for those that the argument parser itself explains.
  init?(_ error: any Error) {
    switch error {
    case let error as IndexError where Self.asksWrongly.contains(error.code):
      self.init(error.description, ExitStatus.wrongUse)
    case let error as LanguagePackError where error.code != .unreadable:
      self.init(error.description, ExitStatus.wrongUse)
    case is LanguagePackError, is ArchiveError, is IndexError, is SourceError, is OutputError:
      self.init(String(describing: error), ExitStatus.worldFailed)
    default: return nil
    }
  }

  private init(_ message: String, _ status: ExitCode) {
    self.message = message
    self.status = status
  }

  private static let asksWrongly: Set<IndexError.Code> = [
    .invalidDate, .invalidCursor, .invalidQuery, .ambiguous,
  ]
}
