import Importing
import PostModel

/// Shows people how an import goes: a bar on a terminal, a line now and then elsewhere.
struct ImportView {
  private let archive: String
  private let printer = DiagnosticPrinter()
  private let isLive = Terminal.isTerminal(2)
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var isDrawn = false

  /// Begins to show an import into an archive.
  init(archive: String) {
    self.archive = archive
    start = clock.now
    shown = start
  }

  /// Prints trouble in the input above the bar.
  mutating func show(_ diagnostic: Diagnostic) {
    if isDrawn { printer.erase() }
    isDrawn = false
    printer.diagnostic(diagnostic)
  }

  /// Shows how far the run has come, not more often than people can read.
  mutating func show(_ progress: ImportProgress) {
    let now = clock.now
    guard now - shown >= (isLive ? .milliseconds(100) : .seconds(10)) else { return }
    shown = now
    let line = ProgressLine(progress, elapsed: now - start)
    if isLive {
      printer.draw(line.drawn(width: Terminal.width(2) ?? 80))
      isDrawn = true
    } else {
      printer.note(line.text)
    }
  }

  /// Says what happened.
  mutating func finish(_ report: ImportReport) {
    if isDrawn { printer.erase() }
    isDrawn = false
    printer.note(Self.summary(report, archive: archive))
  }

  private static func summary(_ report: ImportReport, archive: String) -> String {
    var parts = [
      "\(report.documents.counted("document")) (\(ProgressLine.size(report.bytes)))",
      "\(report.found.counted("citation"))\(forms(report)): \(report.added) new in \(archive)",
    ]
    if report.lines > 0 { parts[0] += ", \(report.lines.counted("line")) from elsewhere" }
    if report.filesDone > 0 {
      parts.append(
        report.filesDone.counted("file") + (report.filesDone == 1 ? " was" : " were")
          + " read before")
    }
    if report.errors > 0 { parts.append("\(report.errors.counted("error")) in the input") }
    if report.isInterrupted { parts.append("interrupted: give the same command again to go on") }
    return parts.joined(separator: "; ")
  }

  private static func forms(_ report: ImportReport) -> String {
    let counts = Citation.Form.allCases.compactMap { form in
      report.citations[form].map { "\($0) \(form.rawValue)" }
    }
    return counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
  }
}
