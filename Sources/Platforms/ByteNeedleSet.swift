/// Sequences of bytes to be looked for all at once, in one pass over a text, without regard to case.
///
/// Each is filed under its first four bytes; a place of the text is looked at only where a table of
/// bits says that some sequence may begin there.
package struct ByteNeedleSet: Sendable {
  private var table = [UInt64](repeating: 0, count: 1024)
  private var byKey: [UInt32: [[UInt8]]] = [:]

  /// Prepares texts of four bytes or more; shorter ones are passed over.
  package init(_ texts: [String]) {
    for text in texts where text.utf8.count >= 4 {
      let bytes = text.utf8.map(Self.folded)
      let key = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
      byKey[key, default: []].append(bytes)
      table[Self.slot(of: key) / 64] |= 1 << UInt64(Self.slot(of: key) % 64)
    }
  }

  /// Whether any of the sequences occurs in a text.
  package func occur(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= 4 else { return false }
      var key = bytes[..<3].reduce(UInt32(0)) { $0 << 8 | UInt32(Self.folded($1)) }
      return table.withUnsafeBufferPointer { table in
        for place in 3..<bytes.count {
          key = key << 8 | UInt32(Self.folded(bytes[place]))
          let slot = Self.slot(of: key)
          if table[slot / 64] >> UInt64(slot % 64) & 1 == 1,
            begins(key, at: place - 3, in: bytes)
          {
            return true
          }
        }
        return false
      }
    }
  }

  private func begins(_ key: UInt32, at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    byKey[key]?.contains { needle in
      place + needle.count <= bytes.count
        && needle.indices.allSatisfy { Self.folded(bytes[place + $0]) == needle[$0] }
    } ?? false
  }

  /// ASCII letters in lower case; all else as it is.
  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// A slot of the table, by multiplicative hashing (Knuth, 6.4).
  private static func slot(of key: UInt32) -> Int {
    Int((key &* 2_654_435_761) >> 16)
  }
}
