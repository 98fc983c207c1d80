/// A paragraph as an array of scalars, with their places in the document.
struct QuotationParagraph: Sendable {
  let scalars: [UInt32]
  /// The same in lower case, with spelling variants folded.
  let folded: [UInt32]
  /// Where each scalar begins in the document, in UTF-8 bytes, and where the last one ends.
  let offsets: [Int]

  /// Reads bytes that are valid UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let first = bytes[index]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
      for next in bytes[min(index + 1, bytes.endIndex)..<min(index + length, bytes.endIndex)] {
        value = value << 6 | UInt32(next & 0x3F)
      }
      offsets.append(index)
      scalars.append(value)
      index += length
    }
    offsets.append(min(index, bytes.endIndex))
    self.scalars = scalars
    self.offsets = offsets
    folded = scalars.map(Self.folded)
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: offsets[range.upperBound] - offsets[range.lowerBound]) {
      var count = 0
      for scalar in scalars[range].lazy.compactMap({ Unicode.Scalar($0) }) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          guard count < $0.count else { return count }
          $0[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  func isLetter(_ index: Int) -> Bool { Self.isLetter(scalars[index]) }

  func isUpper(_ index: Int) -> Bool { Self.isUpper(scalars[index]) }

  func isSpace(_ index: Int) -> Bool { Self.isSpace(scalars[index]) }

  func isDigit(_ index: Int) -> Bool {
    Unicode.Scalar(scalars[index])?.properties.generalCategory == .decimalNumber
  }

  /// A letter, digit, `-` or `_`: what makes `Model-X` one name.
  func isNamePart(_ index: Int) -> Bool {
    isLetter(index) && scalars[index] < 0x2000 || isDigit(index)
      || [0x2D, 0x5F].contains(scalars[index])
  }

  func isASCIIName(_ index: Int) -> Bool {
    scalars[index] < 0x80 && (isLetter(index) || isDigit(index) || scalars[index] == 0x2D)
  }

  /// Whether a letter of ASCII stands on either side of a place.
  func isWithinLatin(_ index: Int) -> Bool {
    [index - 1, index].allSatisfy {
      scalars.indices.contains($0) && scalars[$0] < 0x80 && isLetter($0)
    }
  }

  func endOfWord(_ start: Int) -> Int {
    var index = start
    while index < scalars.count, isLetter(index) { index += 1 }
    return index
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(lower) { lower += 1 }
    while upper > lower, isSpace(upper - 1) { upper -= 1 }
    return lower..<upper
  }
}

extension QuotationParagraph {
  static func folded(_ text: String) -> [UInt32] {
    text.unicodeScalars.map { folded($0.value) }.filter { !isIgnorable($0) }
  }

  static func folded(_ scalar: UInt32) -> UInt32 {
    scalar < table.count ? table[Int(scalar)] : isSpace(scalar) ? 0x20 : scalar
  }

  /// Lower case, and one form for the letters that Arabic and Persian keyboards write differently.
  private static let table: [UInt32] = (0..<0x2000).map { value in
    switch value {
    case 0x0622, 0x0623, 0x0625, 0x0671: return 0x0627
    case 0x0649, 0x06CC, 0x0626: return 0x064A
    case 0x06A9: return 0x0643
    case 0x0130: return 0x69
    default: break
    }
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return UInt32(value) }
    if scalar.properties.isWhitespace { return 0x20 }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }

  /// Vowel signs, tatweel and joiners, which writers set or leave out.
  static func isIgnorable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x064B...0x0652, 0x0640, 0x05B0...0x05BD, 0x200B...0x200F, 0x00AD, 0xFEFF: true
    default: false
    }
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar) }
    return scalar < letters.count ? letters[Int(scalar)] : isRareLetter(scalar)
  }

  /// Which scalars are letters, of those that alphabets have.
  private static let letters: [Bool] = (0..<0x3000).map { isRareLetter($0) }

  private static func isRareLetter(_ scalar: UInt32) -> Bool {
    guard let unicode = Unicode.Scalar(scalar) else { return false }
    return unicode.isLetterOrMark || scalar == 0x200C || scalar == 0x200D
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    scalar < capitals.count ? capitals[Int(scalar)] : isRareCapital(scalar)
  }

  /// Which scalars are capitals, of those that alphabets have.
  private static let capitals: [Bool] = (0..<0x3000).map { isRareCapital($0) }

  private static func isRareCapital(_ scalar: UInt32) -> Bool {
    guard let unicode = Unicode.Scalar(scalar) else { return false }
    switch unicode.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return true
    default: return false
    }
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
