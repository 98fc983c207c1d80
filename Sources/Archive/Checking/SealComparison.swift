import Digests
import PostModel

/// The lines of a segment held against its seal.
struct SealComparison {
  /// The seal, `nil` for an open segment and where the seal cannot be read.
  let seal: Seal?
  /// What the seal has and no line yet, by identifier.
  private var missing: [CitationID: [String?]] = [:]

  init(_ seal: Seal?) {
    self.seal = seal
    for entry in seal?.entries ?? [] { missing[entry.id, default: []].append(entry.digest) }
  }

  /// Takes a line; `false` where the seal knows it to be another.
  mutating func take(_ entry: Seal.Entry) -> Bool {
    guard seal != nil else { return true }
    guard var digests = missing[entry.id], !digests.isEmpty else { return false }
    guard let index = digests.firstIndex(where: { $0 == nil || $0 == entry.digest }) else {
      digests.removeFirst()
      missing[entry.id] = digests
      return false
    }
    digests.remove(at: index)
    missing[entry.id] = digests
    return true
  }

  /// The citations that the seal has and no line, sorted.
  var lost: [CitationID] {
    missing.filter { !$0.value.isEmpty }.keys.sorted()
  }
}

/// What the lines of a segment amount to, compared with the journal on the way.
struct SegmentSum {
  private var digest = SHA256Digest()
  private var pending: ArraySlice<JournalEntry>
  private(set) var bytes = 0
  private(set) var count = 0
  /// The entries of the journal whose digest is another.
  private(set) var differing: [JournalEntry] = []
  var entries: [Seal.Entry] = []

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

extension ArchiveVerifier {
  /// Holds a whole segment against its seal.
  mutating func compare(
    _ sum: SegmentSum, _ size: Int, _ comparison: SealComparison, of segment: Segment
  ) throws(ArchiveError) {
    guard let seal = comparison.seal else { return }
    let advice = "Restore the segment and its seal from a copy, or run `roost repair`."
    if size != seal.bytes {
      note("It has \(size) bytes where its seal says \(seal.bytes). \(advice)", segment.path)
    } else if sum.sha256 != seal.sha256 {
      note("Its digest is not the one that its seal says. \(advice)", segment.path)
    } else if sum.count != seal.count {
      note("It has \(sum.count) lines where its seal says \(seal.count). \(advice)", segment.path)
    }
    let lost = comparison.lost
    if let first = lost.first {
      let others = lost.count > 1 ? " and \(lost.count - 1) more" : ""
      note(
        "The citation \(first.rawValue)\(others), which its seal names, is in no line. \(advice)",
        segment.path)
    }
    let whole = Seal(count: sum.count, bytes: size, sha256: sum.sha256, entries: sum.entries)
    let hasDigests = seal.entries.allSatisfy { $0.digest != nil }
    let expected = hasDigests ? whole : whole.withoutDigests
    guard sum.sha256 == seal.sha256, lost.isEmpty else { return }
    if try Folder.content(of: segment.sealPath) != expected.encoded {
      note("The seal is not as it was written. \(advice)", segment.sealPath)
    }
  }

  /// Reads what the journal says of the segments.
  mutating func readJournal() throws(ArchiveError) {
    guard Folder.exists(archive.journalPath) else { return }
    var lines = LineReader(
      file: try OpenFile(archive.journalPath, for: .reading), segment: 0, at: 0)
    var number = 0
    var last: JournalMark?
    while let line = try lines.next() {
      number += 1
      guard let entry = try JournalEntry(line) else {
        note(
          """
          This line of the journal is not readable. Its sources will be read again by the next \
          import, which adds nothing twice; `roost repair` takes the line out.
          """, archive.journalPath, line: number, offset: line.position.offset)
        continue
      }
      if let last, entry.mark < last, !entry.isCut {
        note(
          "This line of the journal goes back behind the one before. Run `roost repair`.",
          archive.journalPath, line: number, offset: line.position.offset)
      }
      last = entry.mark
      if entry.isCut {
        for (segment, entries) in marks {
          marks[segment] = entries.filter { $0.mark <= entry.mark }
        }
      }
      marks[entry.mark.segment, default: []].append(entry)
    }
  }

  /// Holds what the journal speaks of against what there is.
  mutating func checkJournal() {
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
