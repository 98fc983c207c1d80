import PostModel

/// Writes a segment anew without some of its lines, beside the old one, then in its place.
///
/// Until `commit` nothing is changed. At any moment of `commit` there is the old file or the new one,
/// each of whole lines; should it be cut off, the seal may be missing, which `repair` makes anew.
struct SegmentRewrite: ~Copyable {
  private let segment: Segment
  private let temporary: Segment
  private var content: OpenSegment
  private var removed: [UInt8] = []

  /// Begins to write a segment anew.
  init(_ segment: Segment) throws(ArchiveError) {
    self.segment = segment
    temporary = Segment(
      number: segment.number, path: segment.path + ".tmp", isSealed: false)
    try Folder.remove(temporary.path)
    var unused = KnownIDs()
    content = try OpenSegment(temporary, known: &unused)
  }

  /// Keeps a line as it is.
  mutating func keep(_ line: ArchiveLine, id: UInt128) throws(ArchiveError) {
    content.append(line.bytes, id: id)
    if content.length - content.bytes >= 1 << 18 { try content.flush() }
  }

  /// Sets bytes aside that are no line to keep.
  mutating func setAside(_ bytes: [UInt8]) {
    removed += bytes
    removed.append(0x0A)
  }

  /// Puts the new segment in the place of the old one and seals it; what was set aside is kept in a
  /// file beside it.
  consuming func commit() throws(ArchiveError) {
    do {
      try content.synchronize()
      if !removed.isEmpty {
        let file = try OpenFile(segment.removedPath, for: .appending)
        try file.write(removed, at: try file.size())
        try file.synchronize()
      }
    } catch {
      try? Folder.remove(temporary.path)
      throw error
    }
    try Folder.remove(segment.sealPath)
    try Folder.move(temporary.path, to: segment.path)
    try Folder.writeWhole(content.closing.encoded, to: segment.sealPath)
  }
}

extension Segment {
  /// Where the lines are kept that a repair took out of the segment.
  var removedPath: String { path.dropLast("jsonl".count) + "removed" }
}
