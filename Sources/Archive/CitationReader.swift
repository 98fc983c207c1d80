package import PostModel

/// Reads citations from their places in an archive, with some segments kept open.
package final class CitationReader {
  /// How many segments are kept open: posts of one author stand all over an archive, and a process may
  /// have 256 files on some systems.
  private static let openSegments = 96
  private let reader: ArchiveReader
  private var files: [Int: SharedFile] = [:]
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
    let file = try file(ofSegment: position.segment)
    if buffer.count < length { buffer = [UInt8](repeating: 0, count: length * 2) }
    // One call reads all but where a signal comes or the segment was cut.
    let done = try file.open.read(&buffer, count: length, at: position.offset)
    if done == length { return Array(buffer[..<length]) }
    return try reader.bytes(at: position, count: length)
  }

  private func file(ofSegment number: Int) throws(ArchiveError) -> SharedFile {
    if let known = files[number] { return known }
    let file = SharedFile(try OpenFile(reader.path(ofSegment: number), for: .reading))
    if files.count == Self.openSegments { files.removeAll(keepingCapacity: true) }
    files[number] = file
    return file
  }

  /// A file that several may name, as a collection asks of its elements.
  private final class SharedFile {
    let open: OpenFile

    init(_ open: consuming OpenFile) {
      self.open = open
    }
  }
}
