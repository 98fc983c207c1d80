/// The signs by which a paragraph that nothing attributes may be told for a post.
struct PostSigns {
  /// How many signs there are; three make a post likely, one says nothing.
  let count: Int

  init(_ paragraph: String) {
    let words = paragraph.split(whereSeparator: \.isWhitespace)
    guard words.count >= 5, let first = words.first, let last = words.last else {
      count = 0
      return
    }
    let tags = words.count { Self.isTag($0, sign: "#") }
    let accounts = words.filter { Self.isTag($0, sign: "@") }
    let mentions = accounts.count
    let emoji = paragraph.unicodeScalars.count { $0.properties.isEmojiPresentation }
    let opensWithMention = Self.isTag(first, sign: "@")
    var count = 0
    count += opensWithMention || first == "RT" ? 2 : 0
    count += Self.isTag(last, sign: "#") ? 2 : 0
    count += tags >= 2 ? 1 : 0
    count += mentions >= 1 && !opensWithMention ? 1 : 0
    count += emoji > 0 ? 1 : 0
    count += emoji > 2 || Self.endsInEmoji(last) ? 1 : 0
    count += Self.isCry(first) ? 2 : 0
    count += paragraph.contains("!!") || paragraph.contains("?!") ? 1 : 0
    // Prose that speaks of tags and accounts ends its sentences.
    count -= paragraph.hasSuffix(".") && emoji == 0 && !opensWithMention ? 1 : 0
    // `Follow us: Facebook @harbourpost, X @harbourpost`
    let isPromotion = Set(accounts.map { $0.filter(\.isLetter) }).count < mentions
    self.count = isPromotion || words.count <= tags + mentions + 2 ? 0 : count
  }

  /// `BREAKING:`, in any script that has capitals.
  private static func isCry(_ word: Substring) -> Bool {
    guard let sign = word.last, sign == ":" || sign == "!" else { return false }
    let letters = word.dropLast()
    return letters.count >= 5 && letters.allSatisfy { $0.isUppercase }
  }

  private static func isTag(_ word: Substring, sign: Character) -> Bool {
    word.first == sign && word.dropFirst().first.map { $0.isLetter || $0 == "_" } ?? false
  }

  private static func endsInEmoji(_ word: Substring) -> Bool {
    word.unicodeScalars.last.map { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
      ?? false
  }
}
