import Archive
import ArchiveIndex
import ArgumentParser
import PostModel

/// What the commands that ask an archive have in common.
struct ArchiveQuestion {
  /// The index, up to date.
  let index: ArchiveIndex
  private let printer = DiagnosticPrinter()

  /// Opens the archive and its index, and says what in it cannot be read.
  init(_ options: ArchiveOptions) throws {
    index = try ArchiveIndex(archive: try options.open())
    for diagnostic in try index.unreadableLines() { printer.diagnostic(diagnostic) }
  }

  /// Says that nothing has a name, and goes on.
  func nothing(named name: String, _ what: String) {
    printer.note("roost: \(what) '\(name)' in \(index.archive.path)")
  }

  /// Ends the command where nothing met the conditions, which people are told.
  func endWithNothing(isForPeople: Bool) throws {
    if isForPeople { printer.note("roost: nothing in \(index.archive.path) meets the conditions") }
    throw ExitStatus.nothingMatched
  }

  /// Prints a line for people.
  func note(_ text: String) {
    printer.note(text)
  }
}
