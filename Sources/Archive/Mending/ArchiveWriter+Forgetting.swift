import PostModel

/// What a compaction did.
public struct CompactionReport: Sendable, Hashable {
  /// How many lines were taken out.
  public internal(set) var lines = 0
  /// How many segments were written anew.
  public internal(set) var segments = 0
  /// How many bytes the segments have less.
  public internal(set) var bytes = 0
}

extension ArchiveWriter {
  /// Takes note of what is to be forgotten; gives how many of the tombstones are new.
  ///
  /// From then on nothing that they cover is added, and questions leave out what is there. The index
  /// is dropped, since it holds the words; it is made anew when the archive is asked.
  @discardableResult
  public mutating func forget(_ named: [Tombstone]) throws(ArchiveError) -> Int {
    var all = tombstones
    var added = 0
    for tombstone in named where all.add(tombstone) { added += 1 }
    guard added > 0 else { return 0 }
    try archive.write(all)
    tombstones = all
    try archive.dropIndex()
    return added
  }

  /// Takes out the lines that are forgotten, for good, and seals anew what it has changed.
  ///
  /// What a repair has set aside is dropped, too. Sources that were read stay known. Cut off at any
  /// moment, it leaves every other line readable; run again, it ends what it began.
  public mutating func compact() throws(ArchiveError) -> CompactionReport {
    var report = CompactionReport()
    var segments: [Segment] = []
    for segment in try archive.segments() {
      try Folder.remove(segment.removedPath)
      // A compaction that was cut off may have left a closed segment without its seal.
      let hasLostSeal = !segment.isSealed && segment.number != tail.segment.number
      if try holdsForgotten(segment) || hasLostSeal { segments.append(segment) }
    }
    guard !segments.isEmpty else { return report }
    try beginAnew(after: segments, forgetting: [])
    for segment in segments { try compact(segment, &report) }
    try archive.dropIndex()
    return report
  }

  /// Sees to it that no segment of a list is the open one, and that the journal speaks of none.
  mutating func beginAnew(
    after segments: [Segment], forgetting sources: Set<String>
  ) throws(ArchiveError) {
    try checkpoint()
    if segments.contains(where: { $0.number == tail.segment.number }) { try sealTail() }
    let progress = journal.progress.filter { !sources.contains($0.key) }
    let mark = JournalMark(segment: tail.segment.number, bytes: tail.bytes)
    let sum = tail.sha256
    try guarding { writer throws(ArchiveError) in
      try writer.journal.replace(mark: mark, sha256: sum, progress: Array(progress.values))
    }
  }

  private func holdsForgotten(_ segment: Segment) throws(ArchiveError) -> Bool {
    guard !tombstones.isEmpty else { return false }
    var isFound = false
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      do {
        if tombstones.covers(try CitationCheck.citation(of: line)) { isFound = true }
      } catch {
        throw error.isOfLine ? Self.mustRepair(line) : error
      }
    }
    return isFound
  }

  private func compact(
    _ segment: Segment, _ report: inout CompactionReport
  ) throws(ArchiveError) {
    var rewrite = try SegmentRewrite(segment)
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      let citation = try CitationCodec.decode(line.bytes)
      if tombstones.covers(citation) {
        report.lines += 1
        report.bytes += line.bytes.count + 1
      } else if let id = citation.id.number {
        try rewrite.keep(line, id: id)
      }
    }
    try rewrite.commit()
    report.segments += 1
  }

  private static func mustRepair(_ line: ArchiveLine) -> ArchiveError {
    ArchiveError(
      .damaged,
      """
      This line is no sound citation, so the archive cannot be compacted as it is. Run `roost \
      repair`, then `roost compact` again.
      """, path: line.path, offset: line.position.offset)
  }
}

extension Archive {
  /// Removes the index, which is made anew when the archive is asked.
  func dropIndex() throws(ArchiveError) {
    for ending in ["", "-journal", "-wal", "-shm"] { try Folder.remove(indexPath + ending) }
  }
}
