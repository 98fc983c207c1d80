import Archive
import ArgumentParser
import FoundationEssentials
import PostModel

/// Several archives to one.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join archives into one.",
    discussion: """
      The archive of --into is made where there is none; what it has stays first. Then come the lines \
      of each archive named, in that order and in their own; a citation that stands in several stands \
      once. Sources that were read stay known, and what one archive has to forget the joined one \
      forgets. The archives named are not changed. Stopped and given again, it goes on.

      Examples:
        roost merge monday.archive tuesday.archive --into week.archive
        ls -d shards/*.archive | roost merge - --into crawl.archive
      """)

  @Argument(
    help: ArgumentHelp(
      "Archives, or - for standard input, one a line.", valueName: "folder"),
    completion: .directory)
  var folders: [String]

  @Option(
    help: ArgumentHelp("The archive that takes the lines.", valueName: "folder"),
    completion: .directory)
  var into: String

  func run() throws {
    let printer = DiagnosticPrinter()
    // All are opened before anything is written, so that a wrong name changes nothing.
    let archives = try LineInput(folders).map { try Archive.open(at: $0) }
    let target = try Archive.openOrCreate(at: into, created: Date.now.formatted(.iso8601))
    var writer = try ArchiveWriter(target)
    for diagnostic in writer.recovery { printer.diagnostic(diagnostic) }
    var errors = 0
    for archive in archives {
      let report = try writer.merge(archive) { printer.diagnostic($0) }
      errors += report.errors
      let forgotten = report.forgotten > 0 ? "; \(report.forgotten) to be forgotten" : ""
      let broken = report.errors > 0 ? "; \(report.errors) damaged: see roost repair" : ""
      printer.note(
        """
        \(archive.path): \(report.lines.counted("citation")): \(report.added) new in \(into)\(forgotten)\
        \(broken); \(report.sources.counted("source")) known from it
        """)
    }
    try writer.close()
    if errors > 0 { throw ExitStatus.inputErrors }
  }
}
