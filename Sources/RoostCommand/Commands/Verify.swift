import Archive
import ArgumentParser
import PostModel

/// Proves that an archive is as it was written.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every digest and every identifier of an archive.",
    discussion: """
      Nothing is changed. Problems are printed on standard output, one a line, as path:line: what \
      is wrong and what to do; then the exit status is 2. With - the folders of archives are read \
      from standard input, one a line.

      Examples:
        roost verify
        find . -name '*.archive' | roost verify -
      """)

  @Argument(
    help: ArgumentHelp(
      "Archives, or - for standard input, one a line; without any, the one of --archive.",
      valueName: "folder"), completion: .directory)
  var folders: [String] = []

  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  func run() throws {
    var isSound = true
    for folder in LineInput(folders.isEmpty ? [archive.path] : folders) {
      let report = try ArchiveVerifier.verify(try Archive.open(at: folder))
      var output = StandardOutput()
      for problem in report.problems { try output.write(problem.description + "\n") }
      try output.flush()
      DiagnosticPrinter().note(Self.summary(report, of: folder))
      isSound = isSound && report.isSound
    }
    if !isSound { throw ExitStatus.inputErrors }
  }

  private static func summary(_ report: VerificationReport, of folder: String) -> String {
    let state = report.isSound ? "sound" : report.problems.count.counted("problem")
    let rest =
      report.unfinishedBytes > 0
      ? "; \(report.unfinishedBytes) bytes of an unfinished line, which the next import drops" : ""
    let forgotten =
      report.forgotten > 0 ? "; \(report.forgotten) forgotten, which roost compact takes out" : ""
    return """
      \(folder): \(state): \(report.citations.counted("citation")) in \(report.segments.counted("segment")), \
      \(ProgressLine.size(report.bytes))\(rest)\(forgotten)
      """
  }
}
