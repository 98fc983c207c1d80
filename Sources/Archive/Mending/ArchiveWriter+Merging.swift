public import PostModel

/// What a merge did.
public struct MergeReport: Sendable, Hashable {
  /// How many lines were read.
  public internal(set) var lines = 0
  /// How many of them the archive did not have.
  public internal(set) var added = 0
  /// How many of them are forgotten, here or there.
  public internal(set) var forgotten = 0
  /// How many lines are no sound citations.
  public internal(set) var errors = 0
  /// How many sources are known now that were not before.
  public internal(set) var sources = 0
}

extension ArchiveWriter {
  /// Adds what another archive has: first its tombstones, then its lines in their order, then what it
  /// knows of sources that were read.
  ///
  /// A citation that both have stands once, where it stood. A source that both know by one path is
  /// taken as this archive has it, unless both speak of the same file and the other read further.
  /// Sources behind a damaged line are not taken over, so that they are read again. Cut off and run
  /// again, it ends as if it had not been.
  public mutating func merge(
    _ other: Archive, report trouble: (Diagnostic) -> Void
  ) throws(ArchiveError) -> MergeReport {
    guard Folder.resolved(other.path) != Folder.resolved(archive.path) else {
      throw ArchiveError(
        .alreadyExists, "An archive cannot be joined with itself. Name another one.",
        path: other.path)
    }
    var report = MergeReport()
    try forget(try other.tombstones().all)
    var losses: [JournalMark] = []
    var cursor = try ArchiveReader(other).lines()
    while let line = try cursor.next() {
      report.lines += 1
      do {
        let citation = try CitationCheck.citation(of: line)
        if tombstones.covers(citation) {
          report.forgotten += 1
        } else {
          report.added += try append([citation])
        }
      } catch {
        guard error.isOfLine else { throw error }
        report.errors += 1
        losses.append(line.end)
        trouble(
          Diagnostic(.error, error.message, path: line.path, offset: line.position.offset))
      }
    }
    let fresh = try newSources(of: other, losses: losses)
    report.sources = fresh.count
    try checkpoint(fresh)
    return report
  }

  private func newSources(
    of other: Archive, losses: [JournalMark]
  ) throws(ArchiveError) -> [Checkpoint] {
    let lost = try JournalHistory(other).sources(behind: losses)
    let ours = progress
    return try other.journaledProgress().values.filter { theirs in
      guard !lost.contains(theirs.source.path) else { return false }
      guard let known = ours[theirs.source.path] else { return true }
      return known.source == theirs.source && !known.isDone
        && (theirs.isDone || theirs.offset > known.offset)
    }.sorted { $0.source.path < $1.source.path }
  }
}

extension ArchiveError {
  /// Whether one line is not sound, rather than the world.
  package var isOfLine: Bool { code == .malformedLine || code == .invalidCitation }
}

extension ArchiveLine {
  /// Where the line ends, its line feed counted.
  var end: JournalMark {
    JournalMark(segment: position.segment, bytes: position.offset + bytes.count + 1)
  }
}
