import PostModel

/// Words of a post without its short links and without what platforms print.
struct RemnantBody {
  /// The words, white space folded within lines, line breaks kept.
  let text: String
  /// `pic.twitter.com/CODE` as media.
  let media: [Media]
  /// `https://t.co/CODE` as links.
  let links: [String]

  init(_ words: String) {
    let bytes = TextBytes(
      Self.withoutEscapes(MarkdownLinks.removed(from: Self.withoutMarkup(words))))
    let found = ShortLinkScanner().links(in: bytes)
    var kept = ""
    var position = 0
    for link in found {
      kept += bytes.string(position..<link.range.lowerBound)
      // The words on both sides of a link stay apart.
      kept += " "
      position = link.range.upperBound
    }
    kept += bytes.string(position..<bytes.count)
    text = Self.folded(kept)
    media = Self.unique(found.filter(\.isMedia).map(\.url)).map { Media(url: $0) }
    links = Self.unique(found.filter { !$0.isMedia }.map(\.url))
  }

  private static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func folded(_ words: String) -> String {
    var lines: [String] = []
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let folded = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isNote = notes.contains(folded.lowercased())
      if !isNote, !(folded.isEmpty && (lines.last?.isEmpty ?? true)) { lines.append(folded) }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    // The post was one item of the page's list.
    if lines.count == 1, lines[0].hasPrefix("• ") { lines[0].removeFirst(2) }
    var text = lines.joined(separator: "\n")
    for note in notes where text.lowercased().hasSuffix(note) {
      text = String(text.dropLast(note.count))
    }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }

  /// Takes tags out of a post whose HTML code was left in the text.
  private static func withoutMarkup(_ words: String) -> String {
    guard words.utf8.contains(0x3C) || words.utf8.contains(0x26),
      words.contains("</p>") || words.contains("<a href") || words.contains("&lt;")
    else {
      return words
    }
    var kept = ""
    var isTag = false
    for character in words {
      if character == "<" { isTag = true }
      if !isTag { kept.append(character) }
      if character == ">" { isTag = false }
    }
    return kept
  }

  /// Replaces the entities and escapes that a careless conversion leaves.
  private static func withoutEscapes(_ words: String) -> String {
    guard words.utf8.contains(0x26) || words.utf8.contains(0x5C) else { return words }
    return escapes.reduce(words) { $0.replacing($1.written, with: $1.meant) }
  }

  private static let escapes: [(written: String, meant: String)] = [
    ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ("&#039;", "'"), ("&amp;", "&"), ("\\n", "\n"),
  ]

  /// What Bluesky prints in place of a picture or a card.
  private static let notes = [
    "[image or embed]", "[contains quote post or other embedded content]",
  ]
}
