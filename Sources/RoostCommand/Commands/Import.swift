import Archive
import ArgumentParser
import DocumentSources
import FoundationEssentials
import Importing
import PostModel

/// Documents to an archive.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Find the posts that documents cite and add them to an archive.",
    discussion: """
      An archive is made where there is none. What it has is never changed and never added twice. \
      An import that was stopped, even by kill -9 or by a power cut, goes on where it was when the \
      same command is given again; documents that were read before and have not changed are passed \
      over.

      Examples:
        roost import pages/ --archive news.archive
        ROOST_ARCHIVE=news.archive roost import crawl.jsonl --fields text=body,url=link
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Finding") var detector: DetectorOptions
  @OptionGroup(title: "Keeping") var archive: ArchiveOptions

  @Flag(help: "Read documents again that an earlier import has read.")
  var again = false

  func run() async throws {
    let detection = try DetectionPlan(input, detector)
    let archive = try Archive.openOrCreate(
      at: archive.path, created: Date.now.formatted(.iso8601))
    let importer = Importer(ImportPlan(detection, into: archive, readsAgain: again))
    let (report, signal) = try await StopSignals.stopping {
      var view = ImportView(archive: archive.path)
      let report = try await importer.run(
        report: { view.show($0) }, progress: { view.show($0) })
      view.finish(report)
      return report
    }
    if report.isInterrupted, let signal { StopSignals.obey(signal) }
    try report.throwStatus()
  }
}
