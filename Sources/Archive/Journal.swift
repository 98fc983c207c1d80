import Digests
import FoundationEssentials

/// The file of checkpoints.
///
/// Each line is whole by itself: how much of which segment was on the device, with the digest of that
/// much, and how far which sources were read by then. The segment is synchronised first, so a line
/// never speaks of what is not there. Should it do so all the same, because a file was shortened from
/// outside, the writer notes the cut, and the sources concerned are read again.
///
///     {"v":1,"segment":1,"bytes":2210,"sha256":"…",
///      "sources":[{"path":"a.html","size":812,"modified":…,"reader":"…","offset":812,"done":true}]}
///     {"v":1,"segment":1,"bytes":1105,"cut":true}
struct Journal: ~Copyable {
  /// What the lines amount to.
  fileprivate struct Content {
    var progress: [String: Checkpoint] = [:]
    var marks: [String: JournalMark] = [:]
    var last: JournalMark?
    var length = 0

    mutating func take(_ entry: JournalEntry) {
      if entry.isCut {
        for (path, mark) in marks where entry.mark < mark {
          progress[path] = nil
          marks[path] = nil
        }
      }
      last = entry.mark
      for checkpoint in entry.sources {
        progress[checkpoint.source.path] = checkpoint
        marks[checkpoint.source.path] = entry.mark
      }
    }
  }

  /// How many bytes of a torn last line were cut when it was opened.
  let torn: Int
  private var file: OpenFile
  private let path: String
  private var content: Content

  /// Opens the journal of an archive at its end; what stands after the last line feed is cut.
  init(_ archive: Archive) throws(ArchiveError) {
    let isNew = !Folder.exists(archive.journalPath)
    let file = try OpenFile(archive.journalPath, for: .appending)
    if isNew { try Folder.synchronize(archive.path) }
    let content = try Self.content(of: archive.journalPath)
    let torn = try file.size() - content.length
    if torn > 0 { try file.truncate(to: content.length) }
    self.torn = torn
    self.content = content
    self.file = file
    path = archive.journalPath
  }

  /// How far each source was read, by its path.
  var progress: [String: Checkpoint] { content.progress }

  /// The last mark that holds.
  var last: JournalMark? { content.last }

  /// Whether the last mark speaks of more than there is.
  func isAhead(of mark: JournalMark) -> Bool {
    content.last.map { mark < $0 } ?? false
  }

  /// Adds an entry and returns once it has reached the device.
  mutating func append(_ entry: JournalEntry) throws(ArchiveError) {
    let line = entry.encoded + [0x0A]
    do {
      try file.write(line, at: content.length)
      try file.synchronize()
    } catch {
      try? file.truncate(to: content.length)
      throw error
    }
    content.length += line.count
    content.take(entry)
  }

  /// Puts a new journal in the place of the old one, which says no more than how far sources were read
  /// when so much was on the device.
  mutating func replace(
    mark: JournalMark, sha256: String, progress: [Checkpoint]
  ) throws(ArchiveError) {
    var entries: [JournalEntry] = []
    var rest = progress.sorted { $0.source.path < $1.source.path }[...]
    repeat {
      entries.append(
        JournalEntry(mark: mark, sha256: sha256, sources: Array(rest.prefix(Self.sourcesPerLine))))
      rest = rest.dropFirst(Self.sourcesPerLine)
    } while !rest.isEmpty
    var lines: [UInt8] = []
    for entry in entries { lines += entry.encoded + [0x0A] }
    try Folder.writeWhole(lines, to: path)
    file = try OpenFile(path, for: .appending)
    content = try Self.content(of: path)
  }

  private static let sourcesPerLine = 1000

  fileprivate static func content(of path: String) throws(ArchiveError) -> Content {
    var content = Content()
    var lines = LineReader(file: try OpenFile(path, for: .reading), segment: 0, at: 0)
    while let line = try lines.next() {
      content.length = line.position.offset + line.bytes.count + 1
      if let entry = try JournalEntry(line) { content.take(entry) }
    }
    return content
  }
}

/// How much of which segment there is.
struct JournalMark: Hashable, Comparable, Sendable {
  var segment: Int
  var bytes: Int

  static func < (lhs: JournalMark, rhs: JournalMark) -> Bool {
    (lhs.segment, lhs.bytes) < (rhs.segment, rhs.bytes)
  }
}

extension Archive {
  /// How far each source was read, by its path, as the journal has it and as far as its lines are
  /// still there.
  func journaledProgress() throws(ArchiveError) -> [String: Checkpoint] {
    guard Folder.exists(journalPath) else { return [:] }
    var content = try Journal.content(of: journalPath)
    if let last = content.last {
      let segment = self.segment(last.segment)
      let length = Folder.exists(segment.path) ? try wholeLength(of: segment) : 0
      let there = JournalMark(segment: last.segment, bytes: length)
      if there < last { content.take(JournalEntry(mark: there, sha256: nil, isCut: true)) }
    }
    return content.progress
  }

  /// How many bytes of whole lines a segment has.
  private func wholeLength(of segment: Segment) throws(ArchiveError) -> Int {
    var length = 0
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() { length = line.position.offset + line.bytes.count + 1 }
    return length
  }
}
