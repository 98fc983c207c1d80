/// How far one source was read, as the journal keeps it.
public struct Checkpoint: Hashable, Sendable {
  /// The source as it was when it was read.
  public var source: SourceIdentity
  /// How far it was read: all documents that begin before this offset are in the archive.
  ///
  /// The source says what the offset counts, bytes of the file as a rule.
  public var offset: Int
  /// Whether the source was read to its end.
  public var isDone: Bool

  /// Says how far a source was read.
  public init(source: SourceIdentity, offset: Int, isDone: Bool) {
    self.source = source
    self.offset = offset
    self.isDone = isDone
  }
}

/// A source as it was when it was read, so that a changed one is read again.
public struct SourceIdentity: Hashable, Sendable {
  /// The file, as `Provenance.path` names it.
  public var path: String
  /// Its length in bytes.
  public var size: Int
  /// When it was last written, in nanoseconds since 1970-01-01T00:00:00Z.
  public var modified: Int
  /// What read it, with every option that decides what is found: another reader reads it again.
  public var reader: String

  /// Names a source.
  public init(path: String, size: Int, modified: Int, reader: String) {
    self.path = path
    self.size = size
    self.modified = modified
    self.reader = reader
  }
}
