import FoundationEssentials
import GRDB

/// The table of keys: which citations and articles have a key.
///
/// Keys that agree in their first 20 bits stand in one row, sorted by key and number, 11 bytes each:
/// the rest of the key in six, the number in five. So ten million citations with eight keys each
/// make half a million rows, and one is found by one look-up and a binary search.
enum KeyTable {
  static let entryBytes = 11
  private static let restBits: UInt64 = 44

  static func bucket(of key: UInt64) -> Int { Int(key >> restBits) }

  /// Appends the bytes of entries of one row.
  static func append(_ entries: UnsafeBufferPointer<KeyEntry>, to bytes: inout [UInt8]) {
    for entry in entries {
      let rest = entry.key & (1 << restBits - 1)
      for shift in stride(from: UInt64(40), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: rest >> shift))
      }
      for shift in stride(from: UInt64(32), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: entry.tagged >> shift))
      }
    }
  }

  static func decode(_ bytes: Data, bucket: Int) -> [KeyEntry] {
    bytes.withUnsafeBytes { raw in
      (0..<raw.count / entryBytes).map { entry(raw, $0, bucket) }
    }
  }

  /// The entries of a key.
  static func entries(of key: IndexKey, in database: Database) throws -> [KeyEntry] {
    let bucket = bucket(of: key.value)
    let statement = try database.cachedStatement(sql: "SELECT entries FROM keys WHERE bucket = ?")
    guard let bytes = try Data.fetchOne(statement, arguments: [bucket]) else { return [] }
    return bytes.withUnsafeBytes { raw in
      let count = raw.count / entryBytes
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if self.entry(raw, middle, bucket).key < key.value {
          low = middle + 1
        } else {
          high = middle
        }
      }
      var found: [KeyEntry] = []
      while low < count, case let entry = self.entry(raw, low, bucket), entry.key == key.value {
        found.append(entry)
        low += 1
      }
      return found
    }
  }

  /// Adds entries to rows that may be there.
  static func add(_ entries: [KeyEntry], to database: Database) throws {
    let sorted = entries.sorted { ($0.key, $0.tagged) < ($1.key, $1.tagged) }
    let lookup = try database.cachedStatement(sql: "SELECT entries FROM keys WHERE bucket = ?")
    let store = try database.cachedStatement(sql: "INSERT OR REPLACE INTO keys VALUES (?,?)")
    var bytes: [UInt8] = []
    var rest = sorted[...]
    while let first = rest.first {
      let bucket = bucket(of: first.key)
      let fresh = rest.prefix { self.bucket(of: $0.key) == bucket }
      rest = rest.dropFirst(fresh.count)
      let old = try Data.fetchOne(lookup, arguments: [bucket]).map { decode($0, bucket: bucket) }
      let all = ((old ?? []) + fresh).sorted { ($0.key, $0.tagged) < ($1.key, $1.tagged) }
      bytes.removeAll(keepingCapacity: true)
      all.withUnsafeBufferPointer { append($0, to: &bytes) }
      try store.execute(arguments: [bucket, Data(bytes)])
    }
  }

  private static func entry(
    _ raw: UnsafeRawBufferPointer, _ index: Int, _ bucket: Int
  ) -> KeyEntry {
    let start = index * entryBytes
    var rest: UInt64 = 0
    for offset in 0..<6 { rest = rest << 8 | UInt64(raw[start + offset]) }
    var tagged: UInt64 = 0
    for offset in 6..<11 { tagged = tagged << 8 | UInt64(raw[start + offset]) }
    return KeyEntry(key: UInt64(bucket) << restBits | rest, tagged: tagged)
  }
}
