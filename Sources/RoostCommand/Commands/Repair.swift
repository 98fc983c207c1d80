import Archive
import ArgumentParser
import FoundationEssentials
import PostModel

/// Makes a damaged archive sound.
struct Repair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Make an archive sound again that was damaged from outside.",
    discussion: """
      Every line that is a sound citation is kept as it is. What is none is moved to a file \
      NUMBER.removed beside its segment, and named on standard output, one a line; seals and journal \
      are made anew. Import the sources of what was lost again: they are read again and give what is \
      missing. A copy of the archive, where there is one, is the better remedy.

      Examples:
        roost repair --archive news.archive
        roost verify news.archive || roost repair news.archive
      """)

  @Argument(
    help: ArgumentHelp(
      "Archives, or - for standard input, one a line; without any, the one of --archive.",
      valueName: "folder"), completion: .directory)
  var folders: [String] = []

  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  func run() throws {
    for folder in LineInput(folders.isEmpty ? [archive.path] : folders) {
      let report = try ArchiveRepair.repair(
        at: folder, created: Date.now.formatted(.iso8601))
      var output = StandardOutput()
      for note in report.notes { try output.write(note.description + "\n") }
      try output.flush()
      let printer = DiagnosticPrinter()
      printer.note(Self.summary(report, of: folder))
      if !report.sources.isEmpty {
        let names = report.sources.prefix(5).joined(separator: ", ")
        let others = report.sources.count > 5 ? " and \(report.sources.count - 5) more" : ""
        printer.note("import again: \(names)\(others)")
      }
    }
  }

  private static func summary(_ report: RepairReport, of folder: String) -> String {
    if report.foundNothing {
      return "\(folder): nothing to repair: \(report.kept.counted("citation"))"
    }
    return """
      \(folder): repaired: \(report.kept.counted("citation")) kept, \(report.removed.counted("line")) taken out, \
      \(report.segments.counted("segment")) and \(report.seals.counted("seal")) made anew, \
      \(report.sources.count.counted("source")) to import again
      """
  }
}
