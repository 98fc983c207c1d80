/// What a journal tells of which sources gave which part of an archive.
struct JournalHistory {
  /// The entries that can be read, in their order.
  let entries: [JournalEntry]
  /// Whether every line can be read, and none goes back behind the one before.
  let isOrderly: Bool

  init(_ archive: Archive) throws(ArchiveError) {
    var entries: [JournalEntry] = []
    var isOrderly = true
    guard Folder.exists(archive.journalPath) else {
      self.entries = []
      self.isOrderly = true
      return
    }
    var lines = LineReader(
      file: try OpenFile(archive.journalPath, for: .reading), segment: 0, at: 0)
    while let line = try lines.next() {
      guard let entry = try JournalEntry(line) else {
        isOrderly = false
        continue
      }
      if let last = entries.last, entry.mark < last.mark, !entry.isCut { isOrderly = false }
      entries.append(entry)
    }
    self.entries = entries
    self.isOrderly = isOrderly
  }

  /// The entries that speak of a segment and were not taken back later.
  func entries(of segment: Int) -> [JournalEntry] {
    var valid: [JournalEntry] = []
    for entry in entries {
      if entry.isCut { valid.removeAll { entry.mark < $0.mark } }
      if entry.mark.segment == segment { valid.append(entry) }
    }
    return valid
  }

  /// All sources that it names.
  var paths: Set<String> { Set(entries.flatMap(\.sources).map(\.source.path)) }

  /// The sources that were being read when the lines that end at some places were written.
  func sources(behind places: [JournalMark]) -> Set<String> {
    var paths: Set<String> = []
    for place in places {
      let entry = entries.first { $0.mark >= place && !$0.sources.isEmpty }
      paths.formUnion(entry?.sources.map(\.source.path) ?? [])
    }
    return paths
  }
}
