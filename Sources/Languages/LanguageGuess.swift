internal import CCLD2
public import PostModel

/// The language of a text by its letters and words, as CLD2 guesses it.
public struct LanguageGuess: Hashable, Sendable {
  /// The language that most of the text is in.
  public var language: LanguageTag
  /// How much of the text is in it, from 0 to 1.
  public var share: Double
  /// Whether CLD2 trusts its own answer.
  public var isReliable: Bool

  /// Guesses the language of a text, `nil` where there is nothing to go by.
  ///
  /// CLD2 was made for texts of 200 letters and more: a guess on fewer than some 20 is seldom
  /// reliable. Time is linear in the text's length.
  public static func language(of text: some StringProtocol) -> LanguageGuess? {
    var owned = String(text)
    return owned.withUTF8 { guess($0) }
  }

  /// Guesses the language of UTF-8 bytes, `nil` where there is nothing to go by.
  public static func language(of utf8: [UInt8]) -> LanguageGuess? {
    // CLD2 must not see invalid UTF-8.
    language(of: String(decoding: utf8, as: UTF8.self))
  }

  private static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> LanguageGuess? {
    // CLD2 takes an `int`; more than a megabyte changes no guess.
    var length = min(bytes.count, 1 << 20)
    while length < bytes.count, length > 0, bytes[length] & 0xC0 == 0x80 { length -= 1 }
    let answer = bytes.withMemoryRebound(to: CChar.self) {
      roost_guess_language($0.baseAddress, Int32(length))
    }
    guard length > 0, let code = answer.code, answer.percent > 0,
      let tag = LanguageTag(renamed[String(cString: code)] ?? String(cString: code))
    else { return nil }
    return LanguageGuess(
      language: tag, share: Double(answer.percent) / 100, isReliable: answer.reliable)
  }

  /// CLD2's own codes where BCP 47 has others.
  private static let renamed = [
    "zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-TW": "zh-Hant", "un": "und", "xxx": "und",
  ]
}
