import PostModel

/// A post's words, with its media links and short links taken out of them.
struct PostBody {
  /// The words, white space folded, line breaks kept.
  let text: String
  /// `pic.twitter.com/CODE` as media.
  let media: [Media]
  /// `https://t.co/CODE` as links.
  let links: [String]

  /// Takes words apart.
  init(_ words: String) {
    let bytes = TextBytes(words)
    let found = ShortLinkScanner().links(in: bytes)
    var kept = ""
    var place = 0
    for link in found where link.range.lowerBound >= place {
      kept += bytes.string(place..<link.range.lowerBound)
      place = link.range.upperBound
    }
    text = Self.folded(kept + bytes.string(place..<bytes.count))
    media = found.filter(\.isMedia).map { Media(url: $0.url) }
    links = found.filter { !$0.isMedia }.map(\.url)
  }

  /// Folds white space within lines, drops empty lines at the ends and doubled ones within.
  private static func folded(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
    var kept: [String] = []
    for line in lines where !(line.isEmpty && (kept.last?.isEmpty ?? true)) {
      kept.append(line)
    }
    while kept.last?.isEmpty ?? false { kept.removeLast() }
    return kept.joined(separator: "\n")
  }
}
