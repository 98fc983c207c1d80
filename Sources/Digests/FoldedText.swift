/// Words without what differs between one rendering of a post and another.
///
/// Case, width, white space, punctuation, symbols, and every address are dropped; letters are
/// composed, so that `e` with a combining acute accent equals `é`.
public struct FoldedText: Hashable, Sendable {
  /// Letters, digits and the marks that belong to them, nothing between.
  public let value: String

  /// Folds words.
  public init(_ text: some StringProtocol) {
    var folded = String.UnicodeScalarView()
    for word in text.split(whereSeparator: \.isWhitespace) {
      for character in Self.withoutAddress(word) {
        Self.append(character, to: &folded)
      }
    }
    value = String(folded)
  }

  private static func append(_ character: Character, to folded: inout String.UnicodeScalarView) {
    for scalar in composed(character).unicodeScalars where isKept(scalar) {
      folded.append(contentsOf: narrowed(scalar).properties.lowercaseMapping.unicodeScalars)
    }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
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

  /// The word up to where an address begins in it: a media link is often glued to the last word.
  private static func withoutAddress(_ word: some StringProtocol) -> Substring {
    let word = Substring(word)
    guard word.utf8.contains(0x2F) else { return word }
    if word.hasPrefix("t.co/") { return word.prefix(0) }
    for mark in ["https://", "http://", "pic.twitter.com/", "pic.x.com/"] {
      if let range = word.firstRange(of: mark) { return word[..<range.lowerBound] }
    }
    return isHostWithPath(word) ? word.prefix(0) : word
  }

  /// Whether a word is an address as platforms shorten it for people: `example.com/a/b…`.
  private static func isHostWithPath(_ word: Substring) -> Bool {
    let labels = word.prefix { $0 != "/" }.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.utf8.count >= 2 else { return false }
    return last.allSatisfy(\.isLetter) && labels.allSatisfy { !$0.isEmpty }
  }
}
