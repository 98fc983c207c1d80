/// What `FoldedText` makes of letters that need no look at their neighbours: nearly all.
enum FoldedLetters {
  /// Such a letter, or what follows it, decides together with its neighbours.
  private static let undecided = UInt32.max
  private static let limit = 0x3000

  /// For each scalar below the limit what it is folded to, 0 for nothing.
  private static let folded: [UInt32] = (0..<UInt32(limit)).map { value in
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    // Only these marks compose with letters; a slash could be an address's, a space ends one.
    if (0x0300...0x036F).contains(value) || value == 0x2F || scalar.properties.isWhitespace {
      return undecided
    }
    guard FoldedText.isKept(scalar) else { return 0 }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? 0 : undecided
  }

  /// Folds a word onto what there is; `false`, and nothing is done, where letters are undecided.
  static func append(_ word: UnsafeRawBufferPointer, to bytes: inout [UInt8]) -> Bool {
    let count = bytes.count
    let isDecided = folded.withUnsafeBufferPointer { append(word, $0, to: &bytes) }
    if !isDecided { bytes.removeSubrange(count...) }
    return isDecided
  }

  private static func append(
    _ word: UnsafeRawBufferPointer, _ folded: UnsafeBufferPointer<UInt32>, to bytes: inout [UInt8]
  ) -> Bool {
    var index = 0
    while index < word.count {
      let lead = word[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard length < 4, index + length <= word.count else { return false }
      var value = UInt32(length == 1 ? lead : length == 2 ? lead & 0x1F : lead & 0x0F)
      for place in stride(from: 1, to: length, by: 1) {
        value = value << 6 | UInt32(word[index + place] & 0x3F)
      }
      index += length
      switch value {
      case 0..<UInt32(limit):
        let letter = folded[Int(value)]
        if letter == undecided { return false }
        if letter > 0 { append(letter, to: &bytes) }
      case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FEF, 0xAC00...0xD7A3:
        append(value, to: &bytes)
      default: return false
      }
    }
    return true
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case ..<0x80: bytes.append(UInt8(value))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
