import Archive
import ArchiveIndex
import ArgumentParser
import PostModel

/// Makes the index anew.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Make the index of an archive anew.",
    discussion: """
      There is seldom a need: the index catches up by itself whenever an archive is asked, and \
      index.sqlite may be deleted at any time.

      Examples:
        roost index
        roost index --archive news.archive
      """)

  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  func run() throws {
    let archive = try archive.open()
    try ArchiveIndex.rebuild(archive)
    let index = try ArchiveIndex(archive: archive)
    let troubles = try index.unreadableLines()
    let printer = DiagnosticPrinter()
    for diagnostic in troubles { printer.diagnostic(diagnostic) }
    printer.note("\(try index.count(matching: PostQuery())) posts in \(archive.indexPath)")
    if !troubles.isEmpty { throw ExitStatus.inputErrors }
  }
}
