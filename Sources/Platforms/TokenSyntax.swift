/// Which texts a part of an address may be: a class of characters and a range of lengths.
public struct TokenSyntax: Sendable {
  /// The characters that may occur.
  public enum Alphabet: Sendable {
    /// 0 to 9.
    case digits
    /// 0 to 9, a minus sign may stand before them.
    case signedDigits
    /// 0 to 9, a to f.
    case hex
    /// Letters of ASCII and digits.
    case alphanumeric
    /// Letters of ASCII, digits and `_`.
    case word
    /// Letters of ASCII, digits, `_` and `-`.
    case base64URL
    /// Letters of any script, digits and `-`.
    case hyphenated
    /// Letters of ASCII, digits, `_`, `.` and `-`.
    case name
    /// Anything but `/`.
    case any
  }

  let alphabet: Alphabet
  let lengths: ClosedRange<Int>

  /// Names a class of characters and the lengths that occur, in bytes.
  public init(_ alphabet: Alphabet, _ lengths: ClosedRange<Int> = 1...200) {
    self.alphabet = alphabet
    self.lengths = lengths
  }

  /// Whether a whole text is of this syntax.
  public func matches(_ text: Substring) -> Bool {
    guard lengths.contains(text.utf8.count) else { return false }
    if alphabet == .signedDigits {
      let digits = text.hasPrefix("-") ? text.dropFirst() : text
      return !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    return text.utf8.allSatisfy(alphabet.contains)
  }
}

extension TokenSyntax.Alphabet {
  func contains(_ byte: UInt8) -> Bool {
    switch self {
    case .digits, .signedDigits: Self.isDigit(byte)
    case .hex: Self.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    case .alphanumeric: Self.isAlphanumeric(byte)
    case .word: Self.isAlphanumeric(byte) || byte == 0x5F
    case .base64URL: Self.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D
    case .hyphenated: Self.isAlphanumeric(byte) || byte == 0x2D || byte >= 0x7F
    case .name: Self.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E
    case .any: true
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
