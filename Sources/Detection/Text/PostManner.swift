import Languages
import PostModel

/// What the manner of some words tells about their being a post.
struct PostManner {
  let text: TextBytes
  /// The article's language.
  let language: LanguageTag?
  /// Whether the article is written in Latin letters.
  private let isLatin: Bool

  init(text: TextBytes, language: LanguageTag?) {
    (self.text, self.language) = (text, language)
    let name = language?.primary ?? ""
    isLatin =
      Self.ofBothScripts.contains(name)
      ? Self.isMostlyLatin(text.bytes.prefix(1 << 14)) : !Self.nonLatin.contains(name)
  }

  private static func isMostlyLatin(_ bytes: ArraySlice<UInt8>) -> Bool {
    let letters = bytes.count(where: \.isASCIILetter)
    return bytes.count { (0xD0...0xD3).contains($0) } < letters
  }

  /// The length as X counts it: most letters once, those of East Asia and emoji twice.
  ///
  /// Short links count nothing: they were not counted, or at a fixed rate, when posts were short.
  func weight(_ range: Range<Int>) -> Int {
    var weight = 0
    var position = range.lowerBound
    while position < range.upperBound {
      switch text.bytes[position] {
      case 0x80...0xBF: break
      case 0x68, 0x70:
        if let link = Self.links.first(where: { text.has($0, at: position) }) {
          position += link.count + 8
        }
        weight += 1
      case 0xE3...0xED, 0xF0...: weight += 2
      default: weight += 1
      }
      position += 1
    }
    return weight
  }

  /// Whether a line begins as the item of a list does: `(1)`, `2.`, `•`, an emoji before words.
  func isItem(_ range: Range<Int>) -> Bool {
    let head = text.substring(from: range.lowerBound, atMost: min(24, range.count)).unicodeScalars
    guard let first = head.first else { return false }
    if "•·・-*▪►➡✔✅☑".unicodeScalars.contains(first) { return true }
    if first.properties.isEmojiPresentation {
      return head.drop { !$0.properties.isAlphabetic }.count > 2
    }
    let digits = head.drop { $0 == "(" }.prefix { $0.decimalValue != nil }
    guard (1...2).contains(digits.count), digits.endIndex < head.endIndex else { return false }
    let after = head[digits.endIndex]
    return after == ")" || (after == "/" && first != "(") || (after == "." && first != "(")
  }

  /// Whether words hold a mention, a hashtag or an emoji.
  func isSocial(_ range: Range<Int>) -> Bool {
    var previous: UInt8 = 0x20
    for position in range {
      let byte = text.bytes[position]
      let next = position + 1 < range.upperBound ? text.bytes[position + 1] : 0x20
      if byte == 0x40 || byte == 0x23, previous <= 0x20 || previous == 0x28 || previous == 0x2E {
        if next.isHandleByte && !next.isASCIIDigit || next >= 0x80 { return true }
      }
      // U+1F000 and above; U+2600 to U+27BF
      if byte == 0xF0 && next == 0x9F || byte == 0xE2 && (0x98...0x9E).contains(next) {
        return true
      }
      previous = byte
    }
    return false
  }

  /// Whether a paragraph shows by its ends that it is of a post: an addressee, `1/`, an emoji, a hashtag.
  func isOfPost(_ range: Range<Int>) -> Bool {
    let words = text.string(range)
    guard let first = words.unicodeScalars.first, let last = words.split(separator: " ").last else {
      return false
    }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let isNumbered = (1...2).contains(digits.count) && words.dropFirst(digits.count).first == "/"
    return first == "@" || first == "#" || last.first == "#" || isNumbered || Self.isEmoji(first)
      || last.unicodeScalars.last.map { Self.isEmoji($0) } ?? false
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
      || (0x1F000...0x1FAFF).contains(scalar.value)
  }

  /// Whether words end as a sentence that announces something does.
  func isAnnouncement(_ range: Range<Int>) -> Bool {
    text.has([0x3A], endingAt: range.upperBound)
      || text.has([0xEF, 0xBC, 0x9A], endingAt: range.upperBound)
  }

  /// Whether words are surely of another language than the article's.
  func isForeign(_ range: Range<Int>) -> Bool {
    if isOtherScript(range) { return true }
    let words = words(range)
    guard words.unicodeScalars.count >= 40, let language,
      let own = LanguageGuess.language(of: words)
    else {
      return false
    }
    return own.isReliable && own.share > 0.9 && !Self.areAlike(own.language, language)
  }

  /// Whether words are surely of the article's language.
  func isOwn(_ range: Range<Int>) -> Bool {
    guard let language, let own = guess(range), own.isReliable else { return false }
    return Self.areAlike(own.language, language)
  }

  /// Whether words are of a language as far as can be told of so few.
  func isLikely(_ range: Range<Int>, _ language: LanguageTag) -> Bool {
    guess(range).map { Self.areAlike($0.language, language) } ?? false
  }

  /// Whether two pieces are surely of different languages.
  func differ(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let scripts = (script(one), script(other))
    if let first = scripts.0, let second = scripts.1, first != second { return true }
    guard let first = guess(one), let second = guess(other), first.isReliable, second.isReliable
    else { return false }
    return !Self.areAlike(first.language, second.language)
  }

  /// The language of words, links left out.
  func guess(_ range: Range<Int>) -> LanguageGuess? {
    LanguageGuess.language(of: words(range))
  }

  /// The words that tell a language: no links, mentions, hashtags.
  private func words(_ range: Range<Int>) -> String {
    let words = text.bytes[range].split { $0 <= 0x20 }
      .filter { $0.first != 0x40 && $0.first != 0x23 && !$0.contains(0x2F) }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Whether a line holds hardly a word of its own besides mentions, hashtags and signs.
  func isWordless(_ range: Range<Int>) -> Bool {
    // `[image or embed]`, with its link where links were kept.
    if text.has([0x5B], at: range.lowerBound), RemnantBody(text.string(range)).text.isEmpty {
      return true
    }
    let letters = words(range).unicodeScalars.count { $0.properties.isAlphabetic }
    return letters < 4
  }

  /// Whether a line is a short sentence.
  func isShortSentence(_ range: Range<Int>) -> Bool {
    guard weight(range) < 110 else { return false }
    return Self.sentenceEnds.contains { text.has($0, endingAt: range.upperBound) }
  }

  /// Languages that a short text does not tell apart.
  static func areAlike(_ one: LanguageTag, _ other: LanguageTag) -> Bool {
    one.primary == other.primary
      || families.contains { $0.contains(one.primary) && $0.contains(other.primary) }
  }

  private func isOtherScript(_ range: Range<Int>) -> Bool {
    guard language != nil, let script = script(range) else { return false }
    return isLatin != (script == .latin)
  }

  private enum Script {
    case latin
    case other
  }

  /// The script of most letters, where there are enough of them.
  private func script(_ range: Range<Int>) -> Script? {
    var latin = 0
    var other = 0
    for byte in words(range).utf8 {
      if byte.isASCIILetter || (0xC3...0xCA).contains(byte) { latin += 1 }
      if (0xCD...0xE1).contains(byte) || (0xE3...0xED).contains(byte) { other += 1 }
    }
    guard latin + other * 3 >= 8 else { return nil }
    return latin >= other * 2 ? .latin : other >= latin ? .other : nil
  }

  private static let links = ["https://t.co/", "http://t.co/", "pic.twitter.com/", "pic.x.com/"]
    .map { Array($0.utf8) }
  private static let sentenceEnds = [".", "!", "?", "…", "”", "“", "\"", "»", "。"]
    .map { Array($0.utf8) }
  private static let families: [Set<String>] = [
    ["hr", "sr", "bs", "sl", "sh", "mk"], ["da", "no", "nb", "nn", "sv"], ["id", "ms", "jv"],
    ["cs", "sk"], ["pt", "gl", "es", "ca"], ["zh", "ja"], ["nl", "af", "fy"], ["bg", "mk"],
    ["ru", "uk", "be"], ["hi", "mr", "ne", "bh"], ["fi", "et"], ["fa", "ar", "ur"], ["ro", "mo"],
  ]
  private static let ofBothScripts: Set<String> = ["sr", "bs", "sh", "uz", "az", "tk"]
  private static let nonLatin: Set<String> = [
    "bg", "ru", "uk", "mk", "el", "ar", "fa", "he", "hi", "bn", "th", "ja", "ko", "zh", "ur",
    "be", "ka", "hy", "mr", "ne", "ta", "te", "kk",
  ]
}
