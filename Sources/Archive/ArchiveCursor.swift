/// Goes through the lines of an archive, one by one.
///
///     var cursor = try reader.lines()
///     while let line = try cursor.next() { … }
public struct ArchiveCursor: ~Copyable {
  private var segments: ArraySlice<Segment>
  private var current: LineReader?
  private var start: ArchivePosition

  init(segments: [Segment], from position: ArchivePosition) {
    self.segments = segments[...]
    start = position
  }

  /// Whether there is a whole line at the place where the cursor begins or later.
  package consuming func hasNext() throws(ArchiveError) -> Bool {
    try next() != nil
  }

  /// The next whole line, `nil` at the end.
  public mutating func next() throws(ArchiveError) -> ArchiveLine? {
    while true {
      if current == nil {
        guard let segment = segments.popFirst() else { return nil }
        let offset = segment.number == start.segment ? start.offset : 0
        current = LineReader(
          file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: offset)
      }
      if let line = try current?.next() { return line }
      current = nil
    }
  }
}

/// Goes through the lines of one file.
struct LineReader: ~Copyable {
  private let file: OpenFile
  private let segment: Int
  private var buffer: [UInt8] = []
  /// Where `buffer` begins in the file.
  private var base: Int
  /// What is read of `buffer`.
  private var used = 0
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)

  init(file: consuming OpenFile, segment: Int, at offset: Int) {
    self.file = file
    self.segment = segment
    base = offset
  }

  mutating func next() throws(ArchiveError) -> ArchiveLine? {
    var searched = used
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { used = end + 1 }
        return ArchiveLine(
          position: ArchivePosition(segment: segment, offset: base + used), path: file.path,
          bytes: Array(buffer[used..<end]))
      }
      buffer.removeFirst(used)
      base += used
      used = 0
      searched = buffer.count
      let count = try file.read(&chunk, count: chunk.count, at: base + buffer.count)
      if count == 0 { return nil }
      buffer.append(contentsOf: chunk[..<count])
    }
  }
}
