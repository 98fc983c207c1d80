/// Eight bytes that are alike for texts that are alike.
///
/// Of each eighth of a text's shingles, by their hashes, it keeps eight bits of the least. That is the
/// one-permutation MinHash of Li, Owen and Zhang.
enum Sketch {
  /// How many letters a text must have to be told from others.
  private static let least = 16

  /// The sketch of letters and digits, 0 for too few of them.
  static func of(_ folded: [UInt8]) -> UInt64 {
    guard folded.count >= least else { return 0 }
    var minima: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
      (.max, .max, .max, .max, .max, .max, .max, .max)
    return withUnsafeMutableBytes(of: &minima) { raw in
      let slots = raw.bindMemory(to: UInt64.self)
      folded.withUnsafeBytes { bytes in
        for index in 0...(bytes.count - 4) {
          let gram = UInt64(
            bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian)
          let hash = StableHash.mix(gram ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)
          let slot = Int(hash & 7)
          if hash < slots[slot] { slots[slot] = hash }
        }
      }
      var sketch: UInt64 = 0
      for slot in slots {
        sketch = sketch << 8 | (slot == .max ? 0 : slot >> 8 & 0xFF)
      }
      return sketch == 0 ? 1 : sketch
    }
  }

  /// How many of the eight parts two sketches have in common.
  static func common(_ lhs: UInt64, _ rhs: UInt64) -> Int {
    guard lhs != 0, rhs != 0 else { return 0 }
    var differing = lhs ^ rhs
    var common = 0
    for _ in 0..<8 {
      if differing & 0xFF == 0 { common += 1 }
      differing >>= 8
    }
    return common
  }
}

/// Near-duplicates of words are found by the least hashes of each eighth of their shingles of twelve
/// bytes, two by two: texts that share nine in ten shingles hardly ever have no pair in common, and
/// texts that share but a phrase seldom have one.
///
/// Among millions of texts there are many that share but a phrase, and these would all hang together
/// by chains of such pairs. So of those that share a pair only such are looked at together as have two
/// more of the eight in common: of texts with seven in ten shingles in common one in a hundred is lost
/// by that, of texts with a phrase in common all but a few.
struct Bands {
  /// Texts with fewer letters and digits are told by all of their words only.
  static let least = 40
  private static let width = 12
  private static let alike = 4

  /// The keys of the pairs, none where there are too few words.
  let keys: [IndexKey]
  /// Eight bits of each of the least hashes, 0 where there are too few words.
  let sketch: UInt64

  /// Takes folded words.
  init(_ folded: UnsafeRawBufferPointer) {
    guard folded.count >= Self.least else {
      (keys, sketch) = ([], 0)
      return
    }
    var minima: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
      (.max, .max, .max, .max, .max, .max, .max, .max)
    (keys, sketch) = withUnsafeMutableBytes(of: &minima) { raw in
      let slots = raw.bindMemory(to: UInt64.self)
      for index in 0...(folded.count - Self.width) {
        let hash = Self.shingle(folded, index)
        let slot = Int(hash & 7)
        if hash < slots[slot] { slots[slot] = hash }
      }
      let keys = stride(from: 0, to: 8, by: 2).compactMap { slot -> IndexKey? in
        guard slots[slot] != .max, slots[slot + 1] != .max else { return nil }
        return IndexKey(
          .band, hash: StableHash.mix(slots[slot] ^ 0x2545_F491_4F6C_DD1D, slots[slot + 1]))
      }
      return (keys, slots.reduce(0) { $0 << 8 | $1 >> 8 & 0xFF })
    }
  }

  /// Whether texts that share a key may be nearly the same, by their sketches.
  static func areAlike(_ lhs: UInt64, _ rhs: UInt64) -> Bool {
    Sketch.common(lhs, rhs) >= alike
  }

  /// All shingles of folded words.
  static func shingles(_ folded: String) -> Set<UInt64> {
    var folded = folded
    return folded.withUTF8 { utf8 in
      let bytes = UnsafeRawBufferPointer(utf8)
      guard bytes.count >= width else { return [] }
      return Set((0...(bytes.count - width)).map { shingle(bytes, $0) })
    }
  }

  private static func shingle(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    let low = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    let high = bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt32.self).littleEndian
    return StableHash.mix(low ^ 0xA076_1D64_78BD_642F, UInt64(high) ^ 0xE703_7ED1_A0B4_28DB)
  }
}
