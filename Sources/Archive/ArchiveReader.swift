public import PostModel

/// Reads the lines of an archive; any number may read at once, also while one writes.
public struct ArchiveReader: Sendable {
  /// The archive.
  public let archive: Archive

  /// Reads an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }

  /// The whole lines from a place on, in the order in which they were written.
  ///
  /// What stands after the last line feed of the open segment is being written, or was torn; it is
  /// no line.
  public func lines(
    from position: ArchivePosition = .start
  ) throws(ArchiveError) -> ArchiveCursor {
    let segments = try archive.segments().filter { $0.number >= position.segment }
    return ArchiveCursor(segments: segments, from: position)
  }

  /// The citation whose line begins at a place and has so many bytes, its line feed not counted.
  public func citation(
    at position: ArchivePosition, length: Int
  ) throws(ArchiveError) -> Citation {
    let path = Segment.path(of: position.segment, in: archive.citationsPath)
    let bytes = try bytes(at: position, count: length)
    return try ArchiveLine(position: position, path: path, bytes: bytes).citation()
  }

  /// So many bytes from a place on, fewer where the segment ends before.
  package func bytes(
    at position: ArchivePosition, count: Int
  ) throws(ArchiveError) -> [UInt8] {
    let path = Segment.path(of: position.segment, in: archive.citationsPath)
    return try OpenFile(path, for: .reading).bytes(count: count, at: position.offset)
  }

  /// The file of a segment.
  public func path(ofSegment number: Int) -> String {
    Segment.path(of: number, in: archive.citationsPath)
  }

  /// How long a segment is at this moment, in bytes; `nil` where there is none such.
  public func size(ofSegment number: Int) throws(ArchiveError) -> Int? {
    try Folder.size(of: path(ofSegment: number))
  }

  /// How long each segment is at this moment, in bytes, by its number.
  package func segmentSizes() throws(ArchiveError) -> [Int: Int] {
    var sizes: [Int: Int] = [:]
    for segment in try archive.segments() {
      sizes[segment.number] = try Folder.size(of: segment.path)
    }
    return sizes
  }
}

/// One line of an archive.
public struct ArchiveLine: Hashable, Sendable {
  /// Where it begins.
  public let position: ArchivePosition
  /// The segment's file.
  public let path: String
  /// The line without its line feed.
  public let bytes: [UInt8]

  /// The citation that the line holds.
  public func citation() throws(ArchiveError) -> Citation {
    do {
      return try CitationCodec.decode(bytes)
    } catch {
      throw error.at(path: path, offset: position.offset)
    }
  }
}
