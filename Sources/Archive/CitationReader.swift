package import PostModel

/// Reads citations from their places in an archive, with the last segment kept open.
package final class CitationReader {
  private let reader: ArchiveReader
  private var segment = 0
  private var file: OpenFile?
  private var buffer: [UInt8] = []

  /// Reads from an archive.
  package init(_ reader: ArchiveReader) {
    self.reader = reader
  }

  /// The citation whose line begins at a place and has so many bytes, its line feed not counted.
  package func citation(
    at position: ArchivePosition, length: Int
  ) throws(ArchiveError) -> Citation {
    let bytes = try line(at: position, length: length)
    let path = reader.path(ofSegment: position.segment)
    return try ArchiveLine(position: position, path: path, bytes: bytes).citation()
  }

  /// The line at a place.
  package func line(
    at position: ArchivePosition, length: Int
  ) throws(ArchiveError) -> [UInt8] {
    if file == nil || segment != position.segment {
      file = try OpenFile(reader.path(ofSegment: position.segment), for: .reading)
      segment = position.segment
    }
    if buffer.count < length { buffer = [UInt8](repeating: 0, count: length * 2) }
    var done = 0
    // One call reads all but where a signal comes or the segment was cut.
    if let count = try file?.read(&buffer, count: length, at: position.offset) { done = count }
    if done == length { return Array(buffer[..<length]) }
    return try reader.bytes(at: position, count: length)
  }
}
