import PostModel

/// Makes an archive sound again that was damaged from outside.
///
/// Every line that is a sound citation is kept as it is. What is none is moved to a file
/// `NUMBER.removed` beside the segment, so nothing is lost; seals and journal are made anew, and the
/// sources of what was lost are read again by the next import of them. A line that was changed, but
/// not so that it can be told from the others, is kept, and said.
public struct ArchiveRepair: ~Copyable {
  private var writer: ArchiveWriter
  private var report = RepairReport()
  private let journal: JournalHistory

  /// Repairs the archive in a folder; `created` is the present moment, as `YYYY-MM-DDTHH:MM:SSZ`, for
  /// an archive that has lost its description.
  public static func repair(
    at path: String, created: String
  ) throws(ArchiveError) -> RepairReport {
    var notes: [Diagnostic] = []
    let archive: Archive
    do {
      archive = try Archive.open(at: path)
    } catch {
      guard error.code == .notAnArchive, Folder.exists(path + "/citations") else { throw error }
      archive = try Archive.describe(at: path, created: created)
      notes.append(
        Diagnostic(
          .warning, "This file was not readable and was made anew.", path: path + "/archive.json"))
    }
    notes += try dropDamagedTombstones(of: archive)
    let journal = try JournalHistory(archive)
    var repair = ArchiveRepair(
      writer: try ArchiveWriter(archive), journal: journal, notes: notes)
    try repair.run()
    return repair.report
  }

  private init(writer: consuming ArchiveWriter, journal: JournalHistory, notes: [Diagnostic]) {
    report.notes = notes + writer.recovery
    self.writer = writer
    self.journal = journal
  }

  private mutating func run() throws(ArchiveError) {
    var losses = try fillGaps()
    var isJournalSound = journal.isOrderly && losses.isEmpty
    var seen = KnownIDs()
    var rewritten: [(Segment, SegmentExamination)] = []
    var unsealed: [Segment] = []
    var sources: Set<String> = []
    let open = writer.tail.segment.number
    for segment in try writer.archive.segments() {
      let examination = try SegmentExamination(segment, journal: journal, seen: &seen)
      losses += examination.losses
      sources.formUnion(examination.sources)
      if examination.differsFromJournal { isJournalSound = false }
      note(examination, of: segment)
      if examination.needsRewrite {
        rewritten.append((segment, examination))
      } else if segment.number != open, !examination.isProven {
        unsealed.append(segment)
      }
    }
    sources.formUnion(journal.sources(behind: losses))
    sources.formIntersection(journal.paths)
    // Opening the archive has taken back what the journal says of lines that are gone.
    report.sources = sources.union(journal.paths.subtracting(writer.progress.keys)).sorted()
    let changed = rewritten.map(\.0) + unsealed
    guard !changed.isEmpty || !isJournalSound || !sources.isEmpty else { return }
    try writer.beginAnew(after: changed, forgetting: sources)
    for segment in unsealed { try write(segment, nil) }
    for (segment, examination) in rewritten { try write(segment, examination) }
    try writer.archive.dropIndex()
  }

  private mutating func note(_ examination: SegmentExamination, of segment: Segment) {
    report.kept += examination.kept
    report.removed += examination.bad.count + (examination.fragment > 0 ? 1 : 0)
    for (offset, reason) in examination.bad.sorted(by: { $0.key < $1.key }) {
      note("This line was taken out: \(reason)", segment.path, offset)
    }
    if examination.fragment > 0 {
      note("\(examination.fragment) bytes of an unfinished line were taken out.", segment.path)
    }
    if examination.hasUnknownChange {
      note(
        """
        A line of this segment was changed from outside, and it cannot be told which: every line \
        is a citation, and all were kept. Restore the segment from a copy if there is one.
        """, segment.path)
    }
  }

  private mutating func note(_ message: String, _ path: String, _ offset: Int? = nil) {
    report.notes.append(Diagnostic(.warning, message, path: path, offset: offset))
  }

  /// Makes an empty segment in the place of each that is missing; gives where lines were lost by that.
  private mutating func fillGaps() throws(ArchiveError) -> [JournalMark] {
    var losses: [JournalMark] = []
    let numbers = Set(try writer.archive.segments().map(\.number))
    for number in 1..<max(1, writer.tail.segment.number) where !numbers.contains(number) {
      let segment = writer.archive.segment(number)
      note("This segment is missing, and an empty one was put in its place.", segment.path)
      try SegmentRewrite(segment).commit()
      report.seals += 1
      losses += journal.entries(of: number).map(\.mark)
      losses.append(JournalMark(segment: number, bytes: .max))
    }
    return losses
  }

  /// Writes a segment and its seal anew.
  private mutating func write(
    _ segment: Segment, _ examination: SegmentExamination?
  ) throws(ArchiveError) {
    var rewrite = try SegmentRewrite(segment)
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    var end = 0
    while let line = try lines.next() {
      end = line.end.bytes
      if examination?.bad[line.position.offset] == nil, let id = line.id?.number {
        try rewrite.keep(line, id: id)
      } else {
        rewrite.setAside(line.bytes)
      }
    }
    if let fragment = examination?.fragment, fragment > 0 {
      rewrite.setAside(try OpenFile(segment.path, for: .reading).bytes(count: fragment, at: end))
    }
    try rewrite.commit()
    if examination == nil { report.seals += 1 } else { report.segments += 1 }
  }

  private static func damagedTombstone(_ path: String, at offset: Int) -> Diagnostic {
    Diagnostic(
      .error,
      """
      This tombstone was damaged and was taken out: what it named is shown again. Give the same \
      `roost forget` again.
      """, path: path, offset: offset)
  }

  private static func dropDamagedTombstones(
    of archive: Archive
  ) throws(ArchiveError) -> [Diagnostic] {
    guard Folder.exists(archive.tombstonesPath) else { return [] }
    let lock = try ArchiveWriter.lock(archive)
    defer { withExtendedLifetime(lock) {} }
    var notes: [Diagnostic] = []
    var sound = Tombstones()
    var end = 0
    let path = archive.tombstonesPath
    var lines = LineReader(file: try OpenFile(path, for: .reading), segment: 0, at: 0)
    while let line = try lines.next() {
      end = line.end.bytes
      do {
        sound.add(try Tombstone(line))
      } catch {
        guard error.code == .damaged else { throw error }
        notes.append(damagedTombstone(path, at: line.position.offset))
      }
    }
    if try OpenFile(path, for: .reading).size() > end {
      notes.append(damagedTombstone(path, at: end))
    }
    if !notes.isEmpty { try archive.write(sound) }
    return notes
  }
}

extension Archive {
  /// Writes the description of an archive that has lost it.
  static func describe(at path: String, created: String) throws(ArchiveError) -> Archive {
    try writeDescription(at: path, created: created)
    return try open(at: path)
  }
}
