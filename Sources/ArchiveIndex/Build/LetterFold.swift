import Archive
import Digests

/// Folds the words of many posts as `FoldedText` does, with the room of the last one.
struct LetterFold {
  /// Letters and digits, nothing between.
  private(set) var bytes: [UInt8] = []

  /// Folds words.
  ///
  /// ASCII without a slash, which could be an address, needs no look at any letter's properties.
  mutating func fold(_ text: UnsafeRawBufferPointer) {
    guard UTF8Check.isASCII(text), !text.contains(0x2F) else {
      bytes.removeAll(keepingCapacity: true)
      return FoldedText.fold(text, to: &bytes)
    }
    bytes = [UInt8](unsafeUninitializedCapacity: text.count) { folded, count in
      for byte in text {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: folded[count] = byte
        case 0x41...0x5A: folded[count] = byte | 0x20
        default: continue
        }
        count += 1
      }
    }
  }

  /// Folds what a text within JSON says.
  mutating func fold(_ text: JSONText, _ scanner: JSONScanner) {
    guard text.hasEscapes else { return fold(scanner.raw(text)) }
    var plain = scanner.string(text)
    plain.withUTF8 { fold(UnsafeRawBufferPointer($0)) }
  }

  /// Folds the raw text of JSON roughly: ASCII without case, all beyond it as it is.
  mutating func foldRoughly(_ texts: UnsafeRawBufferPointer...) {
    let room = texts.reduce(0) { $0 + $1.count }
    bytes = [UInt8](unsafeUninitializedCapacity: room) { folded, count in
      for text in texts {
        var isEscaped = false
        for byte in text {
          if isEscaped {
            isEscaped = false
            continue
          }
          switch byte {
          case 0x5C:
            isEscaped = true
            continue
          case 0x30...0x39, 0x61...0x7A, 0x80...: folded[count] = byte
          case 0x41...0x5A: folded[count] = byte | 0x20
          default: continue
          }
          count += 1
        }
      }
    }
  }
}
