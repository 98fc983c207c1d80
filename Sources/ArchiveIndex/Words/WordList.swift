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
  /// Where a word stands, with its first eight bytes.
  private struct Entry {
    var head: UInt64
    var start: UInt32
    var count: UInt32
  }

  /// A place of the table: what tells most words without a look at their bytes.
  private struct Slot {
    /// The highest bits of the word's hash, and in the lowest four how many bytes it has, 8 for more.
    var tag: UInt32 = 0
    /// One more than the word's number, 0 for none.
    var number: UInt32 = 0
    var head: UInt64 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
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
    let tag = Self.tag(hash, word.count)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while case let found = slots[slot], found.number > 0 {
      if found.tag == tag, found.head == head, isWord(Int(found.number) - 1, word) {
        return (Int(found.number) - 1, false)
      }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    entries.append(
      Entry(head: head, start: UInt32(bytes.count), count: UInt32(word.count)))
    bytes.append(contentsOf: word)
    slots[slot] = Slot(tag: tag, number: UInt32(hashes.count), head: head)
    if hashes.count * 2 > slots.count { grow() }
    return (hashes.count - 1, true)
  }

  private static func tag(_ hash: UInt64, _ count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~0xF | UInt32(min(count, 8))
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

  /// Whether a word whose tag and head are those of another is that one.
  private func isWord(_ number: Int, _ word: UnsafeRawBufferPointer) -> Bool {
    guard word.count >= 8, let base = word.baseAddress else { return true }
    let entry = entries[number]
    guard Int(entry.count) == word.count else { return false }
    return bytes.withUnsafeBytes { all in
      all.baseAddress.map { memcmp($0 + Int(entry.start), base, word.count) == 0 } ?? true
    }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].number > 0 { slot = (slot + 1) & mask }
      let entry = entries[number]
      slots[slot] = Slot(
        tag: Self.tag(hash, Int(entry.count)), number: UInt32(number + 1), head: entry.head)
    }
  }
}
