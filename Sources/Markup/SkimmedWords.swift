/// Writes words with the white space between them folded, as `TextRenderer` does.
struct SkimmedWords {
  private(set) var count = 0
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var pendingSpace = false
  private var pendingLines = 0
  private var preformatted = 0

  init(into output: UnsafeMutableBufferPointer<UInt8>) {
    self.output = output
  }

  /// The beginning of an element that is shown.
  mutating func open(_ role: ElementRole) {
    switch role {
    case .block, .preformatted:
      pendingLines = max(pendingLines, 1)
      if role == .preformatted { preformatted += 1 }
    case .cell: pendingSpace = true
    case .lineBreak: pendingLines = min(pendingLines + 1, 2)
    case .unseen, .inline: break
    }
  }

  /// The end of an element that was shown.
  mutating func close(_ role: ElementRole) {
    switch role {
    case .block: pendingLines = max(pendingLines, 1)
    case .preformatted:
      pendingLines = max(pendingLines, 1)
      preformatted -= 1
    case .cell: pendingSpace = true
    case .lineBreak, .unseen, .inline: break
    }
  }

  /// Words as they stand between tags.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte <= 0x20, Self.isSpace(byte) {
        pass(byte)
        place += 1
      } else if byte == 0xC2, place + 1 < range.upperBound, bytes[place + 1] == 0xA0 {
        pass(0x20)
        place += 2
      } else if byte == 0x26 {
        let reference = CharacterReference(in: bytes, at: place, upTo: range.upperBound)
        if reference.isSpace {
          pass(reference.utf8.first ?? 0x20)
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
    if pendingLines > 0 || pendingSpace { writePending() }
    output[count] = byte
    count += 1
  }

  /// White space.
  mutating func pass(_ byte: UInt8) {
    if preformatted > 0, byte == 0x0A { pendingLines = min(pendingLines + 1, 2) }
    pendingSpace = true
  }

  private mutating func writePending() {
    if count > 0 {
      if pendingLines > 0 {
        for _ in 0..<pendingLines {
          output[count] = 0x0A
          count += 1
        }
      } else if pendingSpace {
        output[count] = 0x20
        count += 1
      }
    }
    (pendingLines, pendingSpace) = (0, false)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
