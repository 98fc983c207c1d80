/// Says of records, by their bytes as they lie in a file, whether they need to be decoded.
///
/// What it lets go is counted and passed over: a record is then known by its shape alone, and trouble
/// deeper in it is not told.
public struct RecordFilter: Sendable {
  let makeLook: @Sendable () -> (UnsafeRawBufferPointer) -> Bool

  /// Takes what makes a look at records, `true` where one is wanted; each source makes its own look and
  /// uses it from one task at a time.
  public init(_ makeLook: @escaping @Sendable () -> (UnsafeRawBufferPointer) -> Bool) {
    self.makeLook = makeLook
  }
}

/// Records that were passed over without being decoded.
public struct PassedRecords: Hashable, Sendable {
  /// How many there were.
  public internal(set) var count = 0
  /// Their bytes.
  public internal(set) var bytes = 0
}
