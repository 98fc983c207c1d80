import Digests
import PostModel

/// Reads a whole archive and compares it with every digest and identifier in it.
///
/// Nothing is changed. What a verification proves: each sealed segment is byte for byte what was
/// sealed, and the open one what was written up to the last checkpoint; each line is a citation whose
/// identifiers follow from its content; no citation stands twice; seals are sorted and segments
/// numbered without a gap; the journal only goes forward and speaks of nothing that is not there;
/// every tombstone can be read.
public struct ArchiveVerifier {
  let archive: Archive
  var report = VerificationReport()
  private var seen = KnownIDs()
  private var tombstones = Tombstones()
  /// What the journal says of each segment.
  var marks: [Int: [JournalEntry]] = [:]
  /// How many bytes of whole lines each segment has.
  var lengths: [Int: Int] = [:]

  /// Verifies an archive; `progress` is told now and then how many bytes were read.
  public static func verify(
    _ archive: Archive, progress: (Int) -> Void = { _ in }
  ) throws(ArchiveError) -> VerificationReport {
    var verifier = ArchiveVerifier(archive)
    try verifier.readJournal()
    try verifier.readTombstones()
    let segments = try archive.segments()
    verifier.checkNumbers(segments)
    for segment in segments {
      try verifier.check(segment, isLast: segment == segments.last)
      progress(verifier.report.bytes)
    }
    verifier.checkJournal()
    return verifier.report
  }

  private init(_ archive: Archive) {
    self.archive = archive
  }

  mutating func note(_ message: String, _ path: String, line: Int? = nil, offset: Int? = nil) {
    report.problems.append(
      VerificationReport.Problem(path: path, line: line, offset: offset, message: message))
  }

  private mutating func checkNumbers(_ segments: [Segment]) {
    for (expected, segment) in zip(1..., segments) where segment.number != expected {
      note(
        "Segment \(expected) is missing. Restore it from a copy; or run `roost repair`, then import "
          + "its sources again.", archive.citationsPath)
      break
    }
    for segment in segments.dropLast() where !segment.isSealed {
      note(
        """
        Its seal is missing, so its lines cannot be proven. Restore the seal from a copy, or run \
        `roost repair`, which checks each line and makes the seal anew.
        """, segment.path)
    }
  }

  private mutating func check(_ segment: Segment, isLast: Bool) throws(ArchiveError) {
    var comparison = SealComparison(try seal(of: segment))
    var sum = SegmentSum(pending: marks[segment.number] ?? [])
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      sum.add(line.bytes)
      try check(line, number: sum.count, &sum, &comparison)
    }
    report.segments += 1
    report.citations += sum.count
    report.bytes += sum.bytes
    lengths[segment.number] = sum.bytes
    for entry in sum.differing {
      note(
        """
        What stands before byte \(entry.mark.bytes) is not what the journal's digest proves: a line \
        was changed from outside. Restore the file from a copy, or run `roost repair`.
        """, segment.path)
    }
    let size = try OpenFile(segment.path, for: .reading).size()
    if segment.isSealed {
      try compare(sum, size, comparison, of: segment)
    } else if isLast {
      report.unfinishedBytes = size - sum.bytes
    }
  }

  /// The seal of a closed segment, `nil` where there is none that can be read.
  private mutating func seal(of segment: Segment) throws(ArchiveError) -> Seal? {
    guard segment.isSealed else { return nil }
    do {
      return try Seal(of: segment)
    } catch {
      guard error.code == .damaged else { throw error }
      note(error.message, segment.sealPath)
      return nil
    }
  }

  private mutating func check(
    _ line: ArchiveLine, number: Int, _ sum: inout SegmentSum, _ comparison: inout SealComparison
  ) throws(ArchiveError) {
    let advice = "Restore the file from a copy, or run `roost repair`, which takes the line out."
    func note(_ verifier: inout ArchiveVerifier, _ message: String) {
      verifier.note(message, line.path, line: number, offset: line.position.offset)
    }
    let citation: Citation
    do {
      citation = try CitationCodec.decode(line.bytes)
    } catch {
      guard error.code == .malformedLine else {
        throw error.at(path: line.path, offset: line.position.offset)
      }
      return note(&self, "\(error.message) \(advice)")
    }
    let entry = Seal.Entry(id: citation.id, digest: Seal.digest(of: line.bytes))
    sum.entries.append(entry)
    let problems = CitationCheck.problems(with: citation)
    for problem in problems { note(&self, "\(problem) \(advice)") }
    if !comparison.take(entry), problems.isEmpty {
      note(&self, "This is not the line that was sealed: it was changed from outside. \(advice)")
    }
    if let id = citation.id.number, !seen.insert(id) {
      note(
        &self,
        """
        The citation \(citation.id.rawValue) stands a second time. It does no harm; `roost repair` \
        takes it out.
        """)
    }
    if tombstones.covers(citation) { report.forgotten += 1 }
  }

  private mutating func readTombstones() throws(ArchiveError) {
    do {
      tombstones = try archive.tombstones()
    } catch {
      guard error.code == .damaged else { throw error }
      note(error.message, archive.tombstonesPath, offset: error.offset)
    }
  }
}
