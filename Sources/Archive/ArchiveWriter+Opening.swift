import PostModel

extension ArchiveWriter {
  static func lock(_ archive: Archive) throws(ArchiveError) -> OpenFile {
    var file: OpenFile
    do {
      file = try OpenFile(archive.lockPath, for: .appending)
    } catch {
      guard error.code == .notWritable else { throw error }
      throw ArchiveError(
        .notWritable,
        """
        This archive cannot be written: its folder refuses it. Copy it to a place of your own, or \
        have its rights changed; reading it works as it is.
        """, path: archive.path, underlying: error)
    }
    guard try file.lock() else {
      throw ArchiveError(
        .locked,
        """
        Another roost is writing to this archive. Wait until it has ended, or import to another \
        archive by `--archive` and join the two later; reading needs no waiting.
        """, path: archive.path)
    }
    return file
  }

  /// The segment to go on with; never one for which there is a seal, even if its lines are gone.
  static func tail(
    of archive: Archive, _ segments: [Segment]
  ) throws(ArchiveError) -> Segment {
    if let last = segments.last, !last.isSealed { return last }
    let seals = try Folder.names(in: archive.citationsPath).compactMap {
      $0.hasSuffix(".seal") ? Int($0.dropLast(".seal".count)) : nil
    }
    return archive.segment(max(segments.last?.number ?? 0, seals.max() ?? 0) + 1)
  }

  /// Reads the identifiers of a closed segment from its seal, or from its lines should the seal be
  /// missing or damaged.
  static func readIDs(of segment: Segment, into known: inout KnownIDs) throws(ArchiveError) {
    if segment.isSealed {
      do {
        for id in try Seal(of: segment).ids {
          if let number = id.number { _ = known.insert(number) }
        }
        return
      } catch {
        guard error.code == .damaged else { throw error }
      }
    }
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      if let number = line.id?.number { _ = known.insert(number) }
    }
  }

  /// Sees to it that no checkpoint speaks of lines that are not there, and says what was cut.
  static func reconcile(
    _ journal: inout Journal, with tail: borrowing OpenSegment, of archive: Archive
  ) throws(ArchiveError) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for (bytes, path, end) in [
      (tail.torn, tail.segment.path, tail.bytes), (journal.torn, archive.journalPath, nil),
    ] where bytes > 0 {
      notes.append(
        Diagnostic(
          .warning, "The last run was cut off; \(bytes) bytes of an unfinished line were dropped.",
          path: path, offset: end))
    }
    let mark = JournalMark(segment: tail.segment.number, bytes: tail.bytes)
    guard journal.isAhead(of: mark) else { return notes }
    try journal.append(JournalEntry(mark: mark, sha256: nil, isCut: true))
    notes.append(
      Diagnostic(
        .warning,
        """
        The segment is shorter than the journal says, so lines were lost from outside. The sources \
        concerned will be read again by the next import of them.
        """, path: tail.segment.path, offset: tail.bytes))
    return notes
  }

  static func invalid(_ citation: Citation) -> ArchiveError {
    ArchiveError(
      .invalidCitation,
      """
      A citation has the identifier "\(citation.id.rawValue)", which is not 32 lower case hex \
      digits. Only lines made by roost can be taken in.
      """, path: citation.article.source.path, offset: citation.article.source.offset)
  }
}

extension Archive {
  func segment(_ number: Int) -> Segment {
    Segment(
      number: number, path: Segment.path(of: number, in: citationsPath), isSealed: false)
  }
}
