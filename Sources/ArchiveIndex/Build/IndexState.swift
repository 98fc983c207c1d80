import Archive
import Digests
import GRDB

/// How much of an archive an index has seen, with what proves that it is still the same archive.
struct IndexState {
  struct Seen: Sendable {
    var number: Int
    /// How much of the segment was seen, in bytes.
    var bytes: Int
    /// Where the last line that was seen begins.
    var lastLine: Int
    /// The digest of that line, without its line feed.
    var digest: String

    fileprivate init(_ row: Row) {
      number = row["number"]
      bytes = row["bytes"]
      lastLine = row["lastLine"]
      digest = row["digest"]
    }

    /// Notes how much of a segment was seen, and its last line without the line feed.
    init(segment: Int, bytes: Int, lastLine: Int, last: UnsafeRawBufferPointer) {
      number = segment
      self.bytes = bytes
      self.lastLine = lastLine
      digest = SHA256Digest.hexDigits(of: last)
    }

    func note(in database: Database) throws {
      try database.execute(
        sql: "INSERT OR REPLACE INTO segment VALUES (?,?,?,?)",
        arguments: [number, bytes, lastLine, digest])
    }
  }

  let segments: [Seen]

  init(of database: Database) throws {
    segments = try Array(
      Row.fetchCursor(database, sql: "SELECT * FROM segment ORDER BY number").map { Seen($0) })
  }

  /// Where the index is to go on.
  var end: ArchivePosition {
    segments.last.map { ArchivePosition(segment: $0.number, offset: $0.bytes) } ?? .start
  }

  /// Whether the archive may have lines beyond the end.
  func isBehind(_ reader: ArchiveReader) throws -> Bool {
    guard let last = try reader.archive.segments().last else { return false }
    if last.number > end.segment {
      return try reader.lines(from: end).hasNext()
    }
    guard try reader.size(ofSegment: last.number) ?? 0 > end.offset else { return false }
    return try reader.lines(from: end).hasNext()
  }

  /// Whether what the archive has beyond the end is little against what was seen: else all is read
  /// anew faster.
  func isWorthCatchingUp(_ sizes: [Int: Int]) -> Bool {
    let seen = segments.reduce(0) { $0 + $1.bytes }
    return sizes.values.reduce(0, +) - seen <= max(Self.littleBytes, seen / 4)
  }

  private static let littleBytes = 4 << 20

  /// Whether the segments are those that were seen, by their lengths, `sizes`, and by the line that was
  /// seen last where a segment may have grown.
  func holds(in reader: ArchiveReader, _ sizes: [Int: Int]) throws -> Bool {
    for segment in segments {
      guard let size = sizes[segment.number], size >= segment.bytes else { return false }
      // What others follow is never written again; where it was made anew, it has another length.
      if size == segment.bytes, segment.number != end.segment { continue }
      let position = ArchivePosition(segment: segment.number, offset: segment.lastLine)
      let line = try reader.bytes(at: position, count: segment.bytes - 1 - segment.lastLine)
      guard SHA256Digest.hexDigits(of: line) == segment.digest else { return false }
    }
    return true
  }
}
