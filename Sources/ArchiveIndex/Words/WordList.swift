#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Different words, numbered from 0 in the order in which they came.
///
/// It is a table with open addressing over one array of bytes: millions of words are looked up a
/// second, and none is a `String`.
struct WordList: Sendable {
  /// Where a word stands, with its first eight bytes, by which most are told.
  private struct Entry {
    var head: UInt64
    var start: UInt32
    var count: UInt32
  }

  /// In the upper half that of a word's hash, in the lower half one more than its number, 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var hashes: [UInt64] = []
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// How many words there are.
  var count: Int { hashes.count }

  /// The number of a word, which is added where it is new.
  mutating func number(_ word: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    number(word, hash: StableHash.of(word))
  }

  /// The same, where the word's hash is known.
  mutating func number(
    _ word: UnsafeRawBufferPointer, hash: UInt64
  ) -> (number: Int, isNew: Bool) {
    let mask = slots.count - 1
    let head = Self.head(word)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while case let found = slots[slot], found > 0 {
      let number = Int(found & 0xFFFF_FFFF) - 1
      if (found ^ hash) >> 32 == 0, isWord(entries[number], word, head) { return (number, false) }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    entries.append(
      Entry(head: head, start: UInt32(bytes.count), count: UInt32(word.count)))
    bytes.append(contentsOf: word)
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return (hashes.count - 1, true)
  }

  /// Lends the bytes of a word.
  func withBytes<Value>(
    of number: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try bytes.withUnsafeBytes { try body(Self.word(entries[number], $0)) }
  }

  /// The numbers of all words in the order of their bytes.
  func sorted() -> [Int] {
    bytes.withUnsafeBytes { all in
      entries.enumerated().map { (head: $1.head, number: $0) }.sorted {
        if $0.head != $1.head { return $0.head < $1.head }
        let (one, other) = (entries[$0.number], entries[$1.number])
        return Self.word(one, all).lexicographicallyPrecedes(Self.word(other, all))
      }.map(\.number)
    }
  }

  private static func word(
    _ entry: Entry, _ all: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let start = Int(entry.start)
    return UnsafeRawBufferPointer(rebasing: all[start..<start + Int(entry.count)])
  }

  /// The first eight bytes as a number that is ordered as they are, filled up with noughts.
  private static func head(_ word: UnsafeRawBufferPointer) -> UInt64 {
    func four(at index: Int) -> UInt64 {
      UInt64(UInt32(bigEndian: word.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
    }
    if word.count >= 8 {
      return UInt64(bigEndian: word.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    }
    // Two loads that overlap.
    if word.count >= 4 {
      return four(at: 0) << 32 | four(at: word.count - 4) << UInt64(64 - word.count * 8)
    }
    var head: UInt64 = 0
    for (index, byte) in word.enumerated() { head |= UInt64(byte) << UInt64(56 - index * 8) }
    return head
  }

  private func isWord(_ entry: Entry, _ word: UnsafeRawBufferPointer, _ head: UInt64) -> Bool {
    guard entry.head == head, Int(entry.count) == word.count else { return false }
    guard word.count > 8, let base = word.baseAddress else { return true }
    return bytes.withUnsafeBytes { all in
      all.baseAddress.map { memcmp($0 + Int(entry.start), base, word.count) == 0 } ?? true
    }
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }
  }
}
