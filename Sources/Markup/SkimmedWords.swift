/// Writes words with the white space between them folded, as `TextRenderer` does.
struct SkimmedWords {
  private(set) var count = 0
  private let output: UnsafeMutableBufferPointer<UInt8>
  /// What elements and white space leave before the next word.
  var spacing = WordSpacing()

  init(into output: UnsafeMutableBufferPointer<UInt8>) {
    self.output = output
  }

  /// Words as they stand between tags.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte <= 0x20, Self.isSpace(byte) {
        spacing.pass(byte)
        place += 1
      } else if byte == 0xC2, place + 1 < range.upperBound, bytes[place + 1] == 0xA0 {
        spacing.pass(0x20)
        place += 2
      } else if byte == 0x26 {
        let reference = CharacterReference(in: bytes, at: place, upTo: range.upperBound)
        if reference.isSpace {
          spacing.pass(reference.utf8.first ?? 0x20)
        } else {
          for byte in reference.utf8 { write(byte) }
        }
        place = reference.end
      } else {
        write(byte)
        place += 1
      }
    }
  }

  /// A byte of a word, or white space that a reference stood for.
  private mutating func write(_ byte: UInt8) {
    if spacing.isPending { writePending() }
    output[count] = byte
    count += 1
  }

  private mutating func writePending() {
    let pending = spacing.take()
    guard count > 0 else { return }
    for _ in 0..<pending.count {
      output[count] = pending.byte
      count += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
