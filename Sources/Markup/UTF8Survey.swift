/// How well bytes read as UTF-8.
struct UTF8Survey {
  /// Well-formed sequences of two to four bytes.
  private(set) var sequences = 0
  /// Bytes of 0x80 and above that belong to no such sequence.
  private(set) var strayBytes = 0
  /// Whether a zero byte occurs.
  private(set) var hasZero = false
  /// Whether the bytes end within a sequence, as a page cut off by its size does.
  private(set) var endsInside = false

  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { read($0) }
  }

  /// Whether the bytes are well-formed as they stand.
  var isValid: Bool { strayBytes == 0 && !endsInside }

  /// Whether some stray bytes should be put down to an accident in a page that is UTF-8.
  var isMostlyUTF8: Bool { sequences > strayBytes * 2 }

  private mutating func read(_ bytes: UnsafeRawBufferPointer) {
    var position = 0
    while position < bytes.count {
      position += asciiLength(bytes, from: position)
      guard position < bytes.count else { return }
      switch Self.sequenceLength(bytes, at: position) {
      case 0:
        strayBytes += 1
        position += 1
      case -1:
        endsInside = true
        return
      case let length:
        sequences += 1
        position += length
      }
    }
  }

  /// The number of ASCII bytes from a position, eight at a time while they last.
  private mutating func asciiLength(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      // The usual test for a zero byte; words of ASCII only, so that it is exact.
      if (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 { hasZero = true }
      position += 8
    }
    while position < bytes.count, bytes[position] < 0x80 {
      if bytes[position] == 0 { hasZero = true }
      position += 1
    }
    return position - start
  }

  /// The length of the sequence at a position, 0 for none, -1 where the bytes end within it.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    let lead = bytes[start]
    let length =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return 0 }
    // The second byte keeps out overlong forms, surrogates and what lies above U+10FFFF.
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    for offset in 1..<length {
      guard start + offset < bytes.count else { return -1 }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[start + offset]) else { return 0 }
    }
    return length
  }
}
