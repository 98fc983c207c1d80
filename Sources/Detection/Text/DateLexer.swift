/// Splits a text into the pieces that a date reader looks at, one after the other.
///
/// Words of scripts without spaces (Han, kana, Hangul, Thai) are cut at the longest name that the
/// lexicon knows, so that `월요일에` is a weekday and a particle.
struct DateLexer {
  private let scalars: Substring.UnicodeScalarView
  private let lexicon: DateLexicon
  private var position: Substring.UnicodeScalarView.Index
  private var isGlued = false

  init(_ text: Substring, lexicon: DateLexicon) {
    scalars = text.unicodeScalars
    self.lexicon = lexicon
    position = scalars.startIndex
  }

  /// The next pieces, at most so many.
  mutating func tokens(atMost limit: Int) -> [DateToken] {
    var tokens: [DateToken] = []
    while tokens.count < limit, let token = next() { tokens.append(token) }
    return tokens
  }

  /// The next piece, `nil` at the end.
  mutating func next() -> DateToken? {
    skipSpace()
    guard position < scalars.endIndex else { return nil }
    let start = position
    let kind = readKind()
    defer { isGlued = true }
    return DateToken(kind: kind, start: start, end: position, isGlued: isGlued)
  }

  private mutating func skipSpace() {
    while position < scalars.endIndex {
      let scalar = scalars[position]
      if scalar.isBlank {
        isGlued = false
      } else if !scalar.isDirectionMark {
        return
      }
      position = scalars.index(after: position)
    }
  }

  private mutating func readKind() -> DateToken.Kind {
    let scalar = scalars[position]
    if scalar.decimalValue != nil { return readNumber() }
    if scalar.isUnspaced { return .word(readName()) }
    if scalar.isWordPart { return .word(readWord()) }
    position = scalars.index(after: position)
    return .mark(scalar)
  }

  private mutating func readNumber() -> DateToken.Kind {
    var value = 0
    var digits = 0
    while let digit = peek()?.decimalValue {
      value = digits < 9 ? value * 10 + digit : value
      digits += 1
      advance()
    }
    // `16:08`, `16:08:59`; a colon before a word is punctuation.
    guard digits <= 2, peek() == ":", peek(after: 1)?.decimalValue != nil else {
      return .number(value, digits: digits)
    }
    while let scalar = peek(), scalar == ":" || scalar.decimalValue != nil { advance() }
    return .clock
  }

  private mutating func readWord() -> String {
    var word = ""
    while let scalar = peek(), !scalar.isUnspaced {
      if scalar.isWordPart {
        word.unicodeScalars.append(scalar)
      } else if !(scalar.isApostrophe && (peek(after: 1)?.isWordPart ?? false))
        && !isInnerDot(scalar, in: word)
      {
        break
      } else if scalar.isApostrophe {
        word.unicodeScalars.append("'")
      }
      advance()
    }
    return word.lowercased()
  }

  /// Whether a dot stands inside an abbreviation of single letters, `a.m.` or `d.C.`.
  private func isInnerDot(_ scalar: Unicode.Scalar, in word: String) -> Bool {
    guard scalar == ".", word.unicodeScalars.count <= 2, let next = peek(after: 1), next.isWordPart
    else { return false }
    return !(peek(after: 2)?.isWordPart ?? false)
  }

  /// Takes the longest known name at this place, or a single letter.
  private mutating func readName() -> String {
    var name = ""
    var longest: (name: String, end: Substring.UnicodeScalarView.Index)?
    var cursor = position
    let isThai = scalars[position].isThai
    for _ in 0..<lexicon.longestUnspacedName where cursor < scalars.endIndex {
      let scalar = scalars[cursor]
      // Thai abbreviations have dots inside, `ม.ค.`.
      guard scalar.isUnspaced || (isThai && scalar == ".") else { break }
      cursor = scalars.index(after: cursor)
      if scalar != "." { name.unicodeScalars.append(scalar) }
      if lexicon.meanings[name] != nil || lexicon.unspacedWords.contains(name) {
        longest = (name, cursor)
      }
    }
    if let longest {
      position = longest.end
      return longest.name
    }
    let single = String(scalars[position])
    advance()
    return single
  }

  private func peek(after count: Int = 0) -> Unicode.Scalar? {
    var index = position
    for _ in 0..<count {
      guard index < scalars.endIndex else { return nil }
      index = scalars.index(after: index)
    }
    return index < scalars.endIndex ? scalars[index] : nil
  }

  private mutating func advance() {
    position = scalars.index(after: position)
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of any script.
  var decimalValue: Int? {
    if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
    guard properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { Int($0) }
  }

  /// Marks that steer the direction of writing and are not seen.
  var isDirectionMark: Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Letters of scripts that write no spaces between words, and Hangul, whose particles are glued.
  var isUnspaced: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: isThai
    }
  }

  /// White space of any script, with a short way for ASCII.
  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  var isThai: Bool { (0x0E00...0x0E4E).contains(value) }

  var isApostrophe: Bool { self == "'" || self == "\u{2019}" }

  /// Letters and what is written onto them; the joiner stands inside Persian words.
  var isWordPart: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    if properties.isAlphabetic || value == 0x200C { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
