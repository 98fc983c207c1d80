import Digests
import PostModel

/// Reads a whole archive and compares it with every digest and identifier in it.
///
/// Nothing is changed. What a verification proves: each sealed segment is byte for byte what was
/// sealed, and the open one what was written up to the last checkpoint; each line is a citation whose
/// identifiers follow from its content; no citation stands twice; the journal speaks of nothing that
/// is not there.
public struct ArchiveVerifier {
  private let archive: Archive
  private var report = VerificationReport()
  private var seen = KnownIDs()
  /// What the journal says of each segment.
  private var marks: [Int: [JournalEntry]] = [:]
  /// How many bytes of whole lines each segment has.
  private var lengths: [Int: Int] = [:]

  /// Verifies an archive; `progress` is told now and then how many bytes were read.
  public static func verify(
    _ archive: Archive, progress: (Int) -> Void = { _ in }
  ) throws(ArchiveError) -> VerificationReport {
    var verifier = ArchiveVerifier(archive)
    try verifier.readJournal()
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

  private mutating func note(
    _ message: String, _ path: String, line: Int? = nil, offset: Int? = nil
  ) {
    report.problems.append(
      VerificationReport.Problem(path: path, line: line, offset: offset, message: message))
  }

  private mutating func checkNumbers(_ segments: [Segment]) {
    for (expected, segment) in zip(1..., segments) where segment.number != expected {
      note(
        "Segment \(expected) is missing. Restore it from a copy, or import its sources again.",
        archive.citationsPath)
      return
    }
    for segment in segments.dropLast() where !segment.isSealed {
      note(
        "Its seal is missing, so its lines cannot be proven. Restore the seal from a copy.",
        segment.path)
    }
  }

  private mutating func check(_ segment: Segment, isLast: Bool) throws(ArchiveError) {
    var sum = SegmentSum(pending: marks[segment.number] ?? [])
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      sum.add(line.bytes)
      try check(line, number: sum.count, &sum)
    }
    report.segments += 1
    report.citations += sum.count
    report.bytes += sum.bytes
    lengths[segment.number] = sum.bytes
    for entry in sum.differing {
      note(
        """
        What stands before byte \(entry.mark.bytes) is not what the journal's digest proves: a line \
        was changed from outside. Restore the file from a copy, or import its sources again.
        """, segment.path)
    }
    let size = try OpenFile(segment.path, for: .reading).size()
    if segment.isSealed {
      try compare(sum, size, withSealOf: segment)
    } else if isLast {
      report.unfinishedBytes = size - sum.bytes
    }
  }

  private mutating func check(
    _ line: ArchiveLine, number: Int, _ sum: inout SegmentSum
  ) throws(ArchiveError) {
    let citation: Citation
    do {
      citation = try CitationCodec.decode(line.bytes)
    } catch {
      guard error.code == .malformedLine else {
        throw error.at(path: line.path, offset: line.position.offset)
      }
      note(error.message, line.path, line: number, offset: line.position.offset)
      return
    }
    sum.ids.append(citation.id)
    for message in Self.problems(with: citation) {
      note(message, line.path, line: number, offset: line.position.offset)
    }
    if let id = citation.id.number, !seen.insert(id) {
      note(
        "The citation \(citation.id.rawValue) stands a second time. It does no harm.", line.path,
        line: number, offset: line.position.offset)
    }
  }

  private static func problems(with citation: Citation) -> [String] {
    guard citation.id.number != nil else {
      return ["The identifier \"\(citation.id.rawValue)\" is not 32 lower case hex digits."]
    }
    let article = citation.article
    let document = CitationIdentity.documentIdentity(address: article.url, digest: article.digest)
    let id = CitationIdentity.citationID(
      document: article.id, selector: citation.selector, postKey: citation.post.key)
    let advice = "The line was changed from outside; restore the file from a copy."
    var problems: [String] = []
    if document != article.id {
      problems.append("The article's identifier does not follow from its content. \(advice)")
    }
    if id != citation.id {
      problems.append("The citation's identifier does not follow from its content. \(advice)")
    }
    return problems
  }

  private mutating func compare(
    _ sum: SegmentSum, _ size: Int, withSealOf segment: Segment
  ) throws(ArchiveError) {
    let seal: Seal
    do {
      seal = try Seal(of: segment)
    } catch {
      guard error.code == .damaged else { throw error }
      note(error.message, segment.sealPath)
      return
    }
    let advice = "Restore the segment and its seal from a copy."
    if size != seal.bytes {
      note("It has \(size) bytes where its seal says \(seal.bytes). \(advice)", segment.path)
    } else if sum.sha256 != seal.sha256 {
      note("Its digest is not the one that its seal says. \(advice)", segment.path)
    } else if sum.count != seal.count {
      note("It has \(sum.count) lines where its seal says \(seal.count). \(advice)", segment.path)
    }
    let expected = Seal(count: sum.count, bytes: size, sha256: sum.sha256, ids: sum.ids)
    if expected.ids != seal.ids {
      note("The identifiers in the seal are not those of the lines. \(advice)", segment.sealPath)
    } else if expected == seal, try Folder.content(of: segment.sealPath) != expected.encoded {
      note(
        "The seal is not as it was written, though it says the same. \(advice)", segment.sealPath)
    }
  }
}

extension ArchiveVerifier {
  private mutating func readJournal() throws(ArchiveError) {
    guard Folder.exists(archive.journalPath) else { return }
    var lines = LineReader(
      file: try OpenFile(archive.journalPath, for: .reading), segment: 0, at: 0)
    var number = 0
    while let line = try lines.next() {
      number += 1
      guard let entry = try JournalEntry(line) else {
        note(
          """
          This line of the journal is not readable. Its sources will be read again by the next \
          import, which adds nothing twice.
          """, archive.journalPath, line: number, offset: line.position.offset)
        continue
      }
      if entry.isCut {
        for (segment, entries) in marks {
          marks[segment] = entries.filter { $0.mark <= entry.mark }
        }
      }
      marks[entry.mark.segment, default: []].append(entry)
    }
  }

  private mutating func checkJournal() {
    for (number, entries) in marks.sorted(by: { $0.key < $1.key }) {
      guard let most = entries.map(\.mark.bytes).max(), most > 0 else { continue }
      let length = lengths[number] ?? 0
      guard length < most else { continue }
      note(
        """
        The journal speaks of \(most) bytes where the segment has \(length) bytes of whole lines: \
        lines were lost from outside. The next import of the same sources reads them again.
        """, archive.segment(number).path)
    }
  }
}

/// What the lines of a segment amount to, compared with the journal on the way.
private struct SegmentSum {
  private var digest = SHA256Digest()
  private var pending: ArraySlice<JournalEntry>
  private(set) var bytes = 0
  private(set) var count = 0
  /// The entries of the journal whose digest is another.
  private(set) var differing: [JournalEntry] = []
  var ids: [CitationID] = []

  init(pending: [JournalEntry]) {
    self.pending = pending.sorted { $0.mark < $1.mark }[...]
  }

  var sha256: String { digest.hexDigits() }

  mutating func add(_ line: [UInt8]) {
    digest.update(line)
    digest.update(CollectionOfOne(0x0A))
    bytes += line.count + 1
    count += 1
    while let entry = pending.first, entry.mark.bytes <= bytes {
      pending.removeFirst()
      guard entry.mark.bytes > 0, let wanted = entry.sha256 else { continue }
      if entry.mark.bytes < bytes || wanted != sha256 { differing.append(entry) }
    }
  }
}
