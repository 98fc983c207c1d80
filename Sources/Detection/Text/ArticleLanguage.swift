import Languages
import PostModel

/// The language of an article's own text.
///
/// Lines that plainly are posts are left out: short articles may hold more words of posts in
/// another language than of their own.
struct ArticleLanguage {
  let language: LanguageTag?

  init(_ text: String, from start: Int) {
    let body = Substring(text.utf8.dropFirst(start))
    let own = Self.ownText(body.prefix(Self.sample))
    language = (LanguageGuess.language(of: own) ?? LanguageGuess.language(of: body))?.language
  }

  private static func ownText(_ body: Substring) -> String {
    var kept: [Substring] = []
    for line in body.split(separator: "\n") where line.contains(where: { !$0.isWhitespace }) {
      let isShort = line.utf8.count < longestPost
      if isShort, line.contains("(@"), let dash = line.first(where: { !$0.isWhitespace }),
        "—–-".contains(dash)
      {
        if let last = kept.last, last.utf8.count < longestPost { kept.removeLast() }
      } else if !(isShort && (line.contains("pic.twitter.com/") || line.contains("//t.co/"))) {
        kept.append(line)
      }
    }
    let own = kept.joined(separator: "\n")
    return own.utf8.count >= 120 ? own : String(body)
  }

  private static let longestPost = 700
  private static let sample = 1 << 18
}
