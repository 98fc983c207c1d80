#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Goes through the lines of an archive a block at a time, without a copy of each line.
///
///     var blocks = try reader.blocks(from: .start)
///     while try blocks.next({ lines in … }) {}
package struct LineBlocks: ~Copyable {
  private var segments: ArraySlice<Segment>
  private var file: OpenFile?
  private var segment = 0
  private var offset: Int
  private var buffer: [UInt8]

  init(segments: [Segment], from position: ArchivePosition, blockBytes: Int) {
    self.segments = segments[...]
    offset = position.offset
    segment = position.segment
    buffer = [UInt8](repeating: 0, count: blockBytes)
  }

  /// Hands the next block of whole lines to `body`; gives `false` at the end.
  ///
  /// The lines are valid only as long as `body` runs.
  package mutating func next(_ body: (WholeLines) throws -> Void) throws -> Bool {
    while true {
      if file == nil {
        guard let first = segments.popFirst() else { return false }
        if first.number != segment { offset = 0 }
        segment = first.number
        file = try OpenFile(first.path, for: .reading)
      }
      let length = try wholeLines()
      guard length > 0 else {
        file = nil
        offset = 0
        continue
      }
      try buffer.withUnsafeBytes {
        try body(
          WholeLines(
            segment: segment, offset: offset,
            bytes: UnsafeRawBufferPointer(rebasing: $0[..<length])))
      }
      offset += length
      return true
    }
  }

  /// Fills the buffer; gives how much of it is whole lines, nothing at the segment's end.
  private mutating func wholeLines() throws -> Int {
    while true {
      let count = try file?.read(&buffer, count: buffer.count, at: offset) ?? 0
      if let last = buffer[..<count].lastIndex(of: 0x0A) { return last + 1 }
      guard count == buffer.count else { return 0 }
      // A line that is longer than the buffer.
      buffer += [UInt8](repeating: 0, count: buffer.count)
    }
  }
}

/// A block of whole lines, each with its line feed.
package struct WholeLines {
  /// The segment's number.
  package let segment: Int
  /// Where the block begins in the segment.
  package let offset: Int
  /// The lines.
  package let bytes: UnsafeRawBufferPointer

  /// Calls `body` with each line without its line feed, and where in the block the line begins.
  package func withEach(_ body: (UnsafeRawBufferPointer, Int) throws -> Void) rethrows {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      let found = memchr(base + start, 0x0A, bytes.count - start)
      guard let found else { return }
      let end = UnsafeRawPointer(found) - base
      try body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), start)
      start = end + 1
    }
  }
}

extension ArchiveReader {
  /// The whole lines from a place on, a block at a time.
  package func blocks(
    from position: ArchivePosition, blockBytes: Int = 4 << 20
  ) throws(ArchiveError) -> LineBlocks {
    let segments = try archive.segments().filter { $0.number >= position.segment }
    return LineBlocks(segments: segments, from: position, blockBytes: blockBytes)
  }
}
