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
  /// One more than the number of a word, 0 for none.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private(set) var hashes: [UInt64] = []
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]

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
    var slot = Int(truncatingIfNeeded: hash) & mask
    while case let found = Int(slots[slot]), found > 0 {
      if hashes[found - 1] == hash, isWord(found - 1, word) { return (found - 1, false) }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return (hashes.count - 1, true)
  }

  /// Lends the bytes of a word.
  func withBytes<Value>(
    of number: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try bytes.withUnsafeBytes {
      try body(UnsafeRawBufferPointer(rebasing: $0[Int(ends[number])..<Int(ends[number + 1])]))
    }
  }

  /// The numbers of all words in the order of their bytes.
  func sorted() -> [Int] {
    bytes.withUnsafeBytes { all in
      let heads = (0..<count).map { number -> (UInt64, Int) in
        var head: UInt64 = 0
        for index in 0..<8 {
          let place = Int(ends[number]) + index
          head = head << 8 | (place < Int(ends[number + 1]) ? UInt64(all[place]) : 0)
        }
        return (head, number)
      }
      return heads.sorted {
        if $0.0 != $1.0 { return $0.0 < $1.0 }
        return Self.word($0.1, all, ends).lexicographicallyPrecedes(Self.word($1.1, all, ends))
      }.map(\.1)
    }
  }

  private static func word(
    _ number: Int, _ all: UnsafeRawBufferPointer, _ ends: [UInt32]
  ) -> Slice<UnsafeRawBufferPointer> {
    all[Int(ends[number])..<Int(ends[number + 1])]
  }

  private func isWord(_ number: Int, _ word: UnsafeRawBufferPointer) -> Bool {
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == word.count else { return false }
    guard let base = word.baseAddress else { return true }
    return bytes.withUnsafeBytes { all in
      all.baseAddress.map { memcmp($0 + start, base, word.count) == 0 } ?? true
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}
