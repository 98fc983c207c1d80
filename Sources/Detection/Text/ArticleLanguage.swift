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
    let own = Self.sampled(Self.ownText(body))
    language = (LanguageGuess.language(of: own) ?? LanguageGuess.language(of: body.text))?.language
  }

  /// Pieces from all over a text, which tell its language as well as the whole does.
  private static func sampled(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    let step = utf8.count / pieces
    guard step > piece else { return text }
    // A character that is cut becomes U+FFFD, which is of no language.
    return (0..<pieces).map {
      String(decoding: utf8[$0 * step..<$0 * step + piece], as: UTF8.self)
    }.joined(separator: "\n")
  }

  private static func ownText(_ body: TextBytes) -> String {
    let whole = 0..<body.count
    guard
      body.contains(handle, in: whole) || links.contains(where: { body.contains($0, in: whole) })
    else { return body.text }
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
  private static let pieces = 16
  private static let piece = 256
}
