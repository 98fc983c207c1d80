import Languages
import PostModel

/// The language of an article's own text.
///
/// Lines that plainly are posts are left out: short articles may hold more words of posts in
/// another language than of their own.
struct ArticleLanguage {
  let language: LanguageTag?

  init(_ text: String, from start: Int) {
    let body = TextBytes(Substring(text.utf8.dropFirst(start).prefix(Self.sample)))
    let own = Self.ownText(body)
    language = (LanguageGuess.language(of: own) ?? LanguageGuess.language(of: body.text))?.language
  }

  private static func ownText(_ body: TextBytes) -> String {
    var kept: [Range<Int>] = []
    for line in TextLines(body).lines.map(\.range) {
      guard line.count < longestPost else {
        kept.append(line)
        continue
      }
      if dashes.contains(where: { body.has($0, at: line.lowerBound) }),
        body.contains(handle, in: line)
      {
        if let last = kept.last, last.count < longestPost { kept.removeLast() }
      } else if !links.contains(where: { body.contains($0, in: line) }) {
        kept.append(line)
      }
    }
    let own = kept.map { body.string($0) }.joined(separator: "\n")
    return own.utf8.count >= 120 ? own : body.text
  }

  private static let dashes = ["—", "–", "-"].map { Array($0.utf8) }
  private static let handle = Array("(@".utf8)
  private static let links = ["pic.twitter.com/", "pic.x.com/", "//t.co/"].map { Array($0.utf8) }
  private static let longestPost = 700
  private static let sample = 1 << 18
}
