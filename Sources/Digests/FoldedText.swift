/// Words without what differs between one rendering of a post and another.
///
/// Case, width, white space, punctuation, symbols, and every address are dropped; letters are
/// composed, so that `e` with a combining acute accent equals `é`.
public struct FoldedText: Hashable, Sendable {
  /// Letters, digits and the marks that belong to them, nothing between.
  public let value: String

  /// Folds words.
  public init(_ text: some StringProtocol) {
    var folded: [UInt8] = []
    var text = String(text)
    text.withUTF8 { Self.fold(UnsafeRawBufferPointer($0), to: &folded) }
    value = String(decoding: folded, as: UTF8.self)
  }

  /// Folds words that are UTF-8 and appends what is kept of them, in UTF-8.
  package static func fold(_ text: UnsafeRawBufferPointer, to folded: inout [UInt8]) {
    folded.reserveCapacity(folded.count + text.count)
    var index = 0
    while index < text.count {
      let start = index
      // All bits of a word's bytes together show whether it is ASCII.
      var bits: UInt8 = 0
      while index < text.count, case let byte = text[index], !isSpace(byte) {
        bits |= byte
        index += 1
      }
      let word = UnsafeRawBufferPointer(rebasing: text[start..<index])
      if bits < 0x80 {
        for byte in withoutAddress(word) { appendASCII(byte, to: &folded) }
      } else if !FoldedLetters.append(word, to: &folded) {
        append(String(decoding: word, as: UTF8.self), to: &folded)
      }
      index += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func appendASCII(_ byte: UInt8, to folded: inout [UInt8]) {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: folded.append(byte)
    case 0x41...0x5A: folded.append(byte | 0x20)
    default: break
    }
  }

  /// Folds a word that may hold spaces beyond ASCII, each of which ends an address.
  private static func append(_ text: String, to folded: inout [UInt8]) {
    var scalars = String.UnicodeScalarView()
    for word in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      var word = String(word)
      let kept = word.withUTF8 {
        String(decoding: withoutAddress(UnsafeRawBufferPointer($0)), as: UTF8.self)
      }
      for character in kept { append(character, to: &scalars) }
    }
    folded.append(contentsOf: String(scalars).utf8)
  }

  private static func append(_ character: Character, to folded: inout String.UnicodeScalarView) {
    for scalar in composed(character).unicodeScalars where isKept(scalar) {
      folded.append(contentsOf: narrowed(scalar).properties.lowercaseMapping.unicodeScalars)
    }
  }

  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      return true
    case .nonspacingMark:
      // U+FE0F asks for an emoji's colour; it is no part of a word.
      return !scalar.properties.isVariationSelector
    default:
      return false
    }
  }

  /// Full-width forms of ASCII (`Ａ`) as ASCII.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}

extension FoldedText {
  /// The letters that Unicode also encodes as one scalar, found by canonical equivalence, which is
  /// how `Character` compares: looking up `e` + U+0301 finds the stored `é`.
  private static let composedLetters: Set<Character> = {
    var letters: Set<Character> = []
    for block in [0xC0...0x24F, 0x370...0x4FF, 0x3041...0x30FF, 0x1E00...0x1FFF] {
      for value in block {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        letters.insert(Character(scalar))
      }
    }
    return letters
  }()

  private static func composed(_ character: Character) -> Character {
    guard character.unicodeScalars.count > 1,
      let index = composedLetters.firstIndex(of: character)
    else { return character }
    return composedLetters[index]
  }

  private static let addressMarks = ["https://", "http://", "pic.twitter.com/", "pic.x.com/"]
    .map { Array($0.utf8) }

  /// The word up to where an address begins in it: a media link is often glued to the last word.
  private static func withoutAddress(
    _ word: UnsafeRawBufferPointer
  ) -> Slice<UnsafeRawBufferPointer> {
    guard word.contains(0x2F) else { return word[...] }
    if word.starts(with: "t.co/".utf8) { return word.prefix(0) }
    for mark in addressMarks {
      if let range = word.firstRange(of: mark) { return word[..<range.lowerBound] }
    }
    return isHostWithPath(word) ? word.prefix(0) : word[...]
  }

  /// Whether a word is an address as platforms shorten it for people: `example.com/a/b…`.
  private static func isHostWithPath(_ word: UnsafeRawBufferPointer) -> Bool {
    let labels = word.prefix { $0 != 0x2F }.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count >= 2 else { return false }
    // A top domain has letters only, of whatever script.
    let isTopDomain = last.allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
    return isTopDomain && labels.allSatisfy { !$0.isEmpty }
  }
}
