/// The place of a line in an archive: the segment and the offset in it, in bytes.
public struct ArchivePosition: Hashable, Comparable, Sendable {
  /// The segment's number, from 1.
  public var segment: Int
  /// Where the line begins, in bytes.
  public var offset: Int

  /// Names a place.
  public init(segment: Int, offset: Int) {
    self.segment = segment
    self.offset = offset
  }

  /// Where every archive begins.
  public static let start = ArchivePosition(segment: 1, offset: 0)

  /// Orders as the archive was written.
  public static func < (lhs: ArchivePosition, rhs: ArchivePosition) -> Bool {
    (lhs.segment, lhs.offset) < (rhs.segment, rhs.offset)
  }
}
