/// The words of posts in the full-text table.
///
/// SQLite's tokenizer takes a run of letters for one word, which is wrong for scripts that set no
/// space between words. There every letter is made a word of its own, and a run of them in a question
/// is then a phrase, which finds it anywhere.
enum Wording {
  /// The expression of FTS5 that asks for all words, `nil` where there are none.
  static func expression(_ words: String) -> String? {
    // By scalars, since a quotation mark with a combining accent is one character and still a mark.
    let parts = words.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    let phrases = parts.enumerated().flatMap { index, part in
      // Every second part stands between quotation marks.
      index % 2 == 1 ? [part] : part.split { $0.properties.isWhitespace }
    }.map { String($0) }
    let terms = phrases.map { separated($0) }.filter(hasWord)
    return terms.isEmpty ? nil : terms.map { "\"\($0)\"" }.joined(separator: " ")
  }

  static func separated(_ text: some StringProtocol) -> String {
    var separated = String.UnicodeScalarView()
    var isAfterUnspaced = false
    for scalar in text.unicodeScalars {
      let isMark = scalar.value > 0x7F && scalar.properties.generalCategory == .nonspacingMark
      let isUnspaced = isUnspaced(scalar)
      if !isMark, isUnspaced || isAfterUnspaced { separated.append(" ") }
      // SQLite ends a text at a NUL.
      separated.append(scalar.value == 0 ? " " : scalar)
      isAfterUnspaced = isUnspaced
    }
    return String(separated)
  }

  private static func hasWord(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// Thai, Lao, Myanmar, Khmer, kana, ideographs, and Hangul, whose endings cling to the word.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
