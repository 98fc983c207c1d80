import Archive
import ArgumentParser
import FoundationEssentials

/// Which archive is meant.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The archive; without it $ROOST_ARCHIVE, else ./roost.archive.", valueName: "folder"),
    completion: .directory)
  var archive: String?

  /// The folder.
  var path: String {
    let environment = ProcessInfo.processInfo.environment["ROOST_ARCHIVE"] ?? ""
    return archive ?? (environment.isEmpty ? "./roost.archive" : environment)
  }

  /// Opens an archive that is there.
  func open() throws -> Archive {
    try Archive.open(at: path)
  }
}
