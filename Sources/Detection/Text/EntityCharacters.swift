/// The character classes of twitter-text.
extension Unicode.Scalar {
  var isAtSign: Bool { self == "@" || self == "＠" }

  var isHashSign: Bool { self == "#" || self == "＃" }

  var isASCIILetter: Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  var isASCIIWord: Bool { isASCIIAlphanumeric || self == "_" }

  var isSpace: Bool { properties.isWhitespace }

  var isDirectional: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      || [0x061C, 0x200E, 0x200F].contains(value)
  }

  /// Code points that no address may follow.
  var isInvalid: Bool { [0xFFFE, 0xFEFF, 0xFFFF].contains(value) }

  var isVariationSelector: Bool { value == 0xFE0E || value == 0xFE0F }

  var isLetterOrMark: Bool {
    if value < 0x80 { return isASCIILetter }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return !isVariationSelector
    default:
      return false
    }
  }

  var isHashtagPart: Bool {
    if value < 0x80 { return isASCIIWord }
    return isLetterOrMark || properties.generalCategory == .decimalNumber
      || Self.joinersInHashtags.contains(value)
  }

  /// Joiners and marks that scripts use inside of words, the middle dot of Catalan among them.
  private static let joinersInHashtags: Set<UInt32> = [
    0xB7, 0x05BE, 0x05F3, 0x05F4, 0x0F0B, 0x0F0C, 0x200C, 0x200D, 0x3003, 0x301C, 0x309B, 0x309C,
    0x30A0, 0x30FB, 0xA67E, 0xFF5E,
  ]

  /// Latin letters outside of ASCII, as twitter-text lists them.
  var isAccentedLatin: Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x024F, 0x0253...0x0254, 0x0256...0x0257, 0x0259, 0x025B,
      0x0263, 0x0268, 0x026F, 0x0272, 0x0289, 0x028B, 0x02BB, 0x0300...0x036F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  var isCyrillic: Bool { (0x0400...0x04FF).contains(value) }

  var endsCashtag: Bool {
    isSpace || "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$".unicodeScalars.contains(self)
  }

  /// A character that a label of a host name may begin and end with.
  var isHostLetter: Bool {
    if value < 0x80 { return isASCIIAlphanumeric }
    if isDirectional || isInvalid || isSpace { return false }
    switch properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .dashPunctuation, .otherPunctuation, .control:
      return value == 0x30FB
    default:
      return true
    }
  }

  var isHostPart: Bool { isHostLetter || self == "-" || self == "_" || self == "." }

  /// A character of a host name that may stand without a protocol before it.
  var isLatinHostPart: Bool {
    isASCIIAlphanumeric || isAccentedLatin || self == "-" || self == "."
  }

  var isPathPart: Bool {
    if value < 0x80 {
      return isASCIIAlphanumeric || "!*';:=+,.$/%#[]-_~@|&".unicodeScalars.contains(self)
    }
    return value == 0x2013 || isAccentedLatin || isCyrillic
  }

  var isPathEnd: Bool {
    if value < 0x80 { return isASCIIAlphanumeric || "+-=_#/".unicodeScalars.contains(self) }
    return isAccentedLatin || isCyrillic
  }

  var isQueryPart: Bool {
    isASCIIAlphanumeric || "!?*'@();:&=+$/%#[]-_.,~|".unicodeScalars.contains(self)
  }

  var isQueryEnd: Bool { isASCIIAlphanumeric || "-_&=#/".unicodeScalars.contains(self) }
}
