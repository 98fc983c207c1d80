/// The keys of one part in order, made into rows of the table of keys.
struct SortedKeys: Sendable {
  private let entries: [KeyEntry]
  private var bytes: [UInt8] = []
  /// Each row's bucket, and where its bytes end.
  private var rows: [(bucket: Int, end: Int)] = []
  /// Where entries stand that have the same key.
  private var sameKeys: [Range<Int>] = []

  /// Sorts a part of the keys.
  init(_ part: KeyPart) throws {
    entries = try part.sorted()
    bytes.reserveCapacity(entries.count * KeyTable.entryBytes)
    entries.withUnsafeBufferPointer { entries in
      Self.forEachRun(entries, by: { KeyTable.bucket(of: $0) }) { bucket, run in
        KeyTable.append(UnsafeBufferPointer(rebasing: entries[run]), to: &bytes)
        rows.append((bucket, bytes.count))
      }
      Self.forEachRun(entries, by: { $0 }) { _, run in
        if run.count > 1 { sameKeys.append(run) }
      }
    }
  }

  /// The entries of each key that several citations or articles have.
  var shared: some Sequence<ArraySlice<KeyEntry>> { sameKeys.lazy.map { entries[$0] } }

  /// Calls `body` with each bucket and the bytes of its row.
  func forEachRow(_ body: (Int, UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { bytes in
      var start = 0
      for row in rows {
        try body(row.bucket, UnsafeRawBufferPointer(rebasing: bytes[start..<row.end]))
        start = row.end
      }
    }
  }

  private static func forEachRun<Group: Equatable>(
    _ entries: UnsafeBufferPointer<KeyEntry>, by group: (UInt64) -> Group,
    _ body: (Group, Range<Int>) -> Void
  ) {
    var start = 0
    while start < entries.count {
      let value = group(entries[start].key)
      var end = start + 1
      while end < entries.count, group(entries[end].key) == value { end += 1 }
      body(value, start..<end)
      start = end
    }
  }
}
