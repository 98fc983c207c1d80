/// The letters that one language, or a group that shares them, writes beyond ASCII.
struct LetterProfile: Sendable {
  /// Encodings that such text is found in, the likeliest first.
  let encodings: [String]
  /// Primary language subtags.
  let languages: [String]
  private let common: Set<Unicode.Scalar>
  private let other: Set<Unicode.Scalar>
  private let isIdeographic: Bool

  init(_ encodings: String, _ languages: String, common: String, other: String = "") {
    self.encodings = encodings.split(separator: " ").map(String.init)
    self.languages = languages.split(separator: " ").map(String.init)
    self.common = Set(common.unicodeScalars)
    self.other = Set(other.unicodeScalars)
    isIdeographic = ["zh", "ja", "ko"].contains(self.languages.first)
  }

  /// The mean worth of all characters beyond ASCII, from -3 to 1.
  func score(of scalars: [Unicode.Scalar]) -> Double {
    var sum = 0.0
    var count = 0
    for (place, scalar) in scalars.enumerated() where !scalar.isASCII {
      let before = place > 0 ? scalars[place - 1] : " "
      let after = place + 1 < scalars.count ? scalars[place + 1] : " "
      sum += worth(of: scalar, between: before, and: after)
      count += 1
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  private func worth(
    of scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar
  ) -> Double {
    if scalar.isOfScriptWithoutLatin, before.isASCIILetter || after.isASCIILetter { return -1 }
    if common.contains(scalar) { return 1 }
    if other.contains(scalar) { return 0.4 }
    if scalar == "\u{FFFD}" || scalar.value < 0xA0
      || scalar.properties.generalCategory == .unassigned
      || scalar.properties.generalCategory == .privateUse
    {
      return -3
    }
    guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    else {
      return isIdeographic ? 0.2 : worth(ofMark: scalar, between: before, and: after)
    }
    if isIdeographic, scalar.value >= 0x3000 { return 0 }
    return worth(ofForeign: scalar, after: before)
  }

  /// Marks of print count where they stand at the edge of a word.
  ///
  /// A superscript three after or within a word is a letter of another encoding.
  private func worth(
    ofMark scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar
  ) -> Double {
    let isWithinWord = before.properties.isAlphabetic && after.properties.isAlphabetic
    if scalar == "\u{2019}" { return 1 }
    if isWithinWord { return scalar == "\u{2013}" || scalar == "\u{2014}" ? 0.2 : -1 }
    if Self.printMarks.contains(scalar) { return 1 }
    return before.properties.isAlphabetic ? -0.5 : 0.2
  }

  private static let printMarks = Set("«»“”„‘‹›–—…¿¡€§•\u{A0}".unicodeScalars)

  /// Capitals of known letters count, but hardly within a word; all other letters count against.
  private func worth(ofForeign scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Double {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard scalar.properties.isUppercase, let first = lower.first,
      common.contains(first) || other.contains(first)
    else { return -0.5 }
    return before.properties.isLowercase ? -0.5 : before.properties.isUppercase ? 0.2 : 0.6
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool {
    isASCII && properties.isAlphabetic
  }

  /// Whether it is a letter that never stands in one word with `a` to `z`: Greek to Georgian.
  fileprivate var isOfScriptWithoutLatin: Bool {
    (0x370..<0x1E00).contains(value) && properties.isAlphabetic
  }
}
