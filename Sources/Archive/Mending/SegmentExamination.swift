import PostModel

/// What is sound in a segment and what is not.
struct SegmentExamination {
  /// Why a line is not kept, by where it begins.
  private(set) var bad: [Int: String] = [:]
  /// How many bytes of an unfinished line end the segment.
  private(set) var fragment = 0
  /// Where the lines end that are lost.
  private(set) var losses: [JournalMark] = []
  /// The sources that the lost lines themselves name.
  private(set) var sources: Set<String> = []
  /// Whether the seal is there and says what the lines say.
  private(set) var isProven = false
  /// How many lines are kept.
  private(set) var kept = 0
  /// Whether a line was changed of which it cannot be told which it is.
  private(set) var hasUnknownChange = false

  /// Whether the journal says of the segment what is not so.
  private(set) var differsFromJournal = false

  /// Whether the segment has to be written anew.
  var needsRewrite: Bool { !bad.isEmpty || fragment > 0 }

  /// Looks at every line; `seen` has the citations of the segments before.
  init(
    _ segment: Segment, journal: JournalHistory, seen: inout KnownIDs
  ) throws(ArchiveError) {
    let seal = try Self.seal(of: segment)
    let entries = journal.entries(of: segment.number)
    var comparison = SealComparison(seal)
    var sum = SegmentSum(pending: entries)
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      sum.add(line.bytes)
      try examine(line, &comparison, &sum, &seen)
    }
    fragment = try OpenFile(segment.path, for: .reading).size() - sum.bytes
    kept = sum.count - bad.count
    // Of lines that are gone it is not known where they stood.
    let places = comparison.lost.count > bad.count ? entries.map(\.mark) : []
    losses += places + entries.map(\.mark).filter { $0.bytes > sum.bytes }
    if fragment > 0 || comparison.lost.count > bad.count
      || entries.contains(where: { $0.mark.bytes > sum.bytes })
    {
      losses.append(JournalMark(segment: segment.number, bytes: .max))
    }
    hasUnknownChange = bad.isEmpty && !sum.differing.isEmpty
    differsFromJournal =
      !sum.differing.isEmpty || entries.contains { $0.mark.bytes > sum.bytes }
    guard let seal else { return }
    let whole = Seal(
      count: sum.count, bytes: sum.bytes, sha256: sum.sha256, entries: sum.entries)
    // By bytes: a seal may say the same in a way in which none is written.
    let content = try Folder.content(of: segment.sealPath)
    isProven = fragment == 0 && [whole, whole.withoutDigests].contains { $0.encoded == content }
    hasUnknownChange = bad.isEmpty && comparison.lost.isEmpty && seal.sha256 != whole.sha256
  }

  private mutating func examine(
    _ line: ArchiveLine, _ comparison: inout SealComparison, _ sum: inout SegmentSum,
    _ seen: inout KnownIDs
  ) throws(ArchiveError) {
    do {
      let citation = try CitationCheck.citation(of: line)
      let entry = Seal.Entry(id: citation.id, digest: Seal.digest(of: line.bytes))
      sum.entries.append(entry)
      if !comparison.take(entry) {
        lose(line, "it is not the line that was sealed: it was changed from outside")
        sources.insert(citation.article.source.path)
      } else if let id = citation.id.number, !seen.insert(id) {
        bad[line.position.offset] = "the citation \(citation.id.rawValue) stands before"
      }
    } catch {
      guard error.isOfLine else { throw error }
      if let citation = try? CitationCodec.decode(line.bytes) {
        sources.insert(citation.article.source.path)
        _ = comparison.take(
          Seal.Entry(id: citation.id, digest: Seal.digest(of: line.bytes)))
      }
      lose(line, error.message)
    }
  }

  private mutating func lose(_ line: ArchiveLine, _ reason: String) {
    bad[line.position.offset] = reason
    losses.append(line.end)
  }

  private static func seal(of segment: Segment) throws(ArchiveError) -> Seal? {
    guard segment.isSealed else { return nil }
    do {
      return try Seal(of: segment)
    } catch {
      guard error.code == .damaged else { throw error }
      return nil
    }
  }
}
