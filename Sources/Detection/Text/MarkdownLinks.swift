/// Links of Markdown in the words of a post, as extractors that keep links leave them.
enum MarkdownLinks {
  /// The words with each link's label in the link's place; pictures are left out.
  ///
  /// An address that X shortened stays, for it is a link or the picture of the post.
  static func removed(from words: String) -> String {
    words.contains("](") ? removed(from: words[...], depth: 0) : words
  }

  private static func removed(from words: Substring, depth: Int) -> String {
    var kept = ""
    var rest = words
    while let open = rest.firstIndex(of: "[") {
      guard let link = Link(rest[open...], depth: depth) else {
        kept += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      var before = rest[..<open]
      let isPicture = before.last == "!"
      if isPicture { before.removeLast() }
      kept += before
      if !isPicture { kept += link.words }
      rest = rest[link.end...]
    }
    return kept + rest
  }

  /// A link as Markdown writes it: `[label](address)`; the label may hold a picture.
  private struct Link {
    let words: String
    let end: String.Index

    init?(_ text: Substring, depth: Int) {
      guard depth < 3, let close = Self.closing(text, "[", "]", upTo: 4000) else { return nil }
      let open = text.index(after: close)
      guard open < text.endIndex, text[open] == "(",
        let last = Self.closing(text[open...], "(", ")", upTo: 600)
      else { return nil }
      let inner = text[text.index(after: text.startIndex)..<close]
      let label = MarkdownLinks.removed(from: inner, depth: depth + 1)
      let address = text[text.index(after: open)..<last].prefix { !$0.isWhitespace }
      let isShort = address.contains("//t.co/") || address.contains("//pic.")
      let code = address.split(separator: "/").last.map(String.init) ?? ""
      words = isShort && !label.contains(code) ? "\(label) \(address)" : label
      end = text.index(after: last)
    }

    /// The mark that closes the one with which a text begins.
    private static func closing(
      _ text: Substring, _ open: Character, _ close: Character, upTo limit: Int
    ) -> String.Index? {
      var depth = 0
      for index in text.prefix(limit).indices {
        if text[index] == open { depth += 1 }
        if text[index] == close { depth -= 1 }
        if depth == 0 { return index }
      }
      return nil
    }
  }
}
