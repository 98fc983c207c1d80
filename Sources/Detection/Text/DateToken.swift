/// A piece of a text as a date reader sees it.
struct DateToken {
  /// What a piece is.
  enum Kind: Equatable {
    /// Digits of any script: their value and how many there are.
    case number(Int, digits: Int)
    /// A clock time with a colon, `16:08`.
    case clock
    /// A word in lower case, without dots.
    case word(String)
    /// Any other sign.
    case mark(Unicode.Scalar)
  }

  /// What the piece is.
  var kind: Kind
  /// Where it begins.
  var start: String.Index
  /// Where it ends.
  var end: String.Index
  /// Whether it follows the piece before it without white space.
  var isGlued: Bool

  /// The number that the piece is, if it is one.
  var number: (value: Int, digits: Int)? {
    if case .number(let value, let digits) = kind { (value, digits) } else { nil }
  }

  /// The word that the piece is, if it is one.
  var word: String? {
    if case .word(let word) = kind { word } else { nil }
  }

  /// Whether the piece is one of some signs.
  func isMark(_ marks: String) -> Bool {
    if case .mark(let mark) = kind { marks.unicodeScalars.contains(mark) } else { false }
  }
}
