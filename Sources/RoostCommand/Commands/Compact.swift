import Archive
import ArgumentParser
import PostModel

/// Takes out for good what is forgotten.
struct Compact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Take the lines out of an archive that are forgotten, and seal it anew.",
    discussion: """
      What roost forget has named is removed from the segments, and the files of roost repair beside \
      them and the index are dropped; the index is made anew when the archive is asked. Sources that \
      were read stay known. Stopped and given again, it ends what it began.

      Examples:
        roost compact
        roost forget @ada --archive news.archive && roost compact --archive news.archive
      """)

  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  func run() throws {
    let printer = DiagnosticPrinter()
    var writer = try ArchiveWriter(try archive.open())
    for diagnostic in writer.recovery { printer.diagnostic(diagnostic) }
    let report = try writer.compact()
    try writer.close()
    printer.note(
      """
      \(archive.path): \(report.lines.counted("line")) (\(ProgressLine.size(report.bytes))) \
      \(report.lines == 1 ? "was" : "were") taken out of \(report.segments.counted("segment"))
      """)
  }
}
