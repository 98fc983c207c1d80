/// How far a file was read with one item.
public struct SourcePosition: Hashable, Sendable {
  /// Where a later run may go on behind the item, in the counting of the file's own source; `nil`
  /// where the item's provenance tells, or where it can only begin again.
  public let resumeOffset: Int?
  /// How many bytes of the file were read.
  public let bytesRead: Int
}
