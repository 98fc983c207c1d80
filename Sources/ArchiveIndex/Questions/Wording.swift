/// The words that a question asks for.
enum Wording {
  /// Each word and each phrase between quotation marks as words that must follow on each other.
  static func phrases(_ words: String) throws -> [[String]] {
    // By scalars, since a quotation mark with a combining accent is one character and still a mark.
    let parts = words.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    let phrases = parts.enumerated().flatMap { index, part in
      // Every second part stands between quotation marks.
      index % 2 == 1 ? [part] : part.split { $0.properties.isWhitespace }
    }
    return try phrases.map { try self.words(of: String($0)) }.filter { !$0.isEmpty }
  }

  private static func words(of phrase: String) throws -> [String] {
    var scanner = WordScanner()
    var phrase = phrase
    try phrase.withUTF8 { try scanner.scan(UnsafeRawBufferPointer($0), number: 0) }
    return scanner.occurrences.map { occurrence in
      scanner.words.withBytes(of: Int(occurrence >> 40)) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Thai, Lao, Myanmar, Khmer, kana, ideographs, and Hangul, whose endings cling to the word: every
  /// letter is taken for a word.
  static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
