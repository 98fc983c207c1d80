#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Parts an archive into blocks of whole lines, which may then be read in any order or at once.
///
///     var blocks = try reader.blocks(from: .start)
///     while let block = try blocks.next() { try block.withLines { lines in … } }
package struct LineBlocks: ~Copyable {
  private var segments: ArraySlice<Segment>
  private var file: OpenFile?
  private var segment: Int
  private var offset: Int
  private let blockBytes: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 14)

  init(segments: [Segment], from position: ArchivePosition, blockBytes: Int) {
    self.segments = segments[...]
    self.blockBytes = blockBytes
    offset = position.offset
    segment = position.segment
  }

  /// The next block, `nil` at the end.
  package mutating func next() throws(ArchiveError) -> LineBlock? {
    while true {
      if file == nil {
        guard let first = segments.popFirst() else { return nil }
        if first.number != segment { offset = 0 }
        segment = first.number
        file = try OpenFile(first.path, for: .reading)
      }
      if let end = try endOfLines(), let path = file?.path {
        defer { offset = end }
        return LineBlock(segment: segment, path: path, offset: offset, length: end - offset)
      }
      file = nil
      offset = 0
    }
  }

  /// Where the whole lines of the next block end: so far as the block's size allows, at least one.
  private mutating func endOfLines() throws(ArchiveError) -> Int? {
    let size = try file?.size() ?? 0
    var limit = min(size, offset + blockBytes)
    while limit > offset {
      if let end = try lastLineFeed(before: limit) { return end + 1 }
      guard limit < size else { return nil }
      // A line that is longer than a block.
      limit = min(size, offset + (limit - offset) * 2)
    }
    return nil
  }

  private mutating func lastLineFeed(before limit: Int) throws(ArchiveError) -> Int? {
    var end = limit
    while end > offset {
      let start = max(offset, end - buffer.count)
      let count = try file?.read(&buffer, count: end - start, at: start) ?? 0
      if let last = buffer[..<count].lastIndex(of: 0x0A) { return start + last }
      end = start
    }
    return nil
  }
}

/// Where a block of whole lines stands.
package struct LineBlock: Sendable {
  /// The segment's number.
  package let segment: Int
  /// The segment's file.
  let path: String
  /// Where the block begins in the segment.
  package let offset: Int
  /// How long it is, with the line feed of its last line.
  package let length: Int

  /// Reads the lines, which are valid only as long as `body` runs.
  package func withLines<Value>(_ body: (WholeLines) throws -> Value) throws -> Value {
    let buffer = try OpenFile(path, for: .reading).block(count: length, at: offset)
    let count = buffer.count
    // A segment that was cut meanwhile ends with its last whole line.
    let end = count == length ? length : (buffer[..<count].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    return try buffer.withUnsafeBytes {
      try body(
        WholeLines(
          segment: segment, offset: offset, bytes: UnsafeRawBufferPointer(rebasing: $0[..<end])))
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
  /// The whole lines from a place on, parted into blocks.
  package func blocks(
    from position: ArchivePosition, blockBytes: Int = 8 << 20
  ) throws(ArchiveError) -> LineBlocks {
    let segments = try archive.segments().filter { $0.number >= position.segment }
    return LineBlocks(segments: segments, from: position, blockBytes: blockBytes)
  }
}
