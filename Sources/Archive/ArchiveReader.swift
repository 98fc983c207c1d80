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

  /// The citation at a place.
  ///
  /// - Parameters:
  ///   - position: where its line begins.
  ///   - length: how many bytes the line has, without its line feed.
  /// - Returns: the citation.
  public func citation(
    at position: ArchivePosition, length: Int
  ) throws(ArchiveError) -> Citation {
    let path = Segment.path(of: position.segment, in: archive.citationsPath)
    let file = try OpenFile(path, for: .reading)
    let bytes = try file.bytes(count: length, at: position.offset)
    return try ArchiveLine(position: position, path: path, bytes: bytes).citation()
  }

  /// How long a segment is at this moment, in bytes; `nil` where there is none such.
  public func size(ofSegment number: Int) throws(ArchiveError) -> Int? {
    let path = Segment.path(of: number, in: archive.citationsPath)
    return Folder.exists(path) ? try OpenFile(path, for: .reading).size() : nil
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
