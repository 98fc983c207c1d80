/// Links of Markdown in the words of a post, as extractors that keep links leave them.
enum MarkdownLinks {
  /// The words with each link's label in the link's place; pictures are left out.
  ///
  /// An address that X shortened stays, for it is a link or the picture of the post.
  static func removed(from words: String) -> String {
    guard words.contains("](") else { return words }
    var kept = ""
    var rest = words[...]
    while let open = rest.firstIndex(of: "["), let link = Link(rest[open...]) {
      var before = rest[..<open]
      let isPicture = before.last == "!"
      if isPicture { before.removeLast() }
      kept += before
      if !isPicture { kept += link.words }
      rest = rest[link.end...]
    }
    return kept + rest
  }

  /// A link as Markdown writes it: `[label](address)`.
  private struct Link {
    let words: String
    let end: String.Index

    init?(_ text: Substring) {
      let reach = text.prefix(600)
      guard let middle = reach.firstRange(of: "]("),
        let close = reach[middle.upperBound...].firstIndex(of: ")")
      else { return nil }
      let label = reach[reach.index(after: reach.startIndex)..<middle.lowerBound]
      guard !label.contains("\n\n") else { return nil }
      let address = reach[middle.upperBound..<close].prefix { !$0.isWhitespace }
      let isShort = address.contains("//t.co/") || address.contains("//pic.")
      let code = address.split(separator: "/").last.map(String.init) ?? ""
      words = isShort && !label.contains(code) ? "\(label) \(address)" : String(label)
      end = reach.index(after: close)
    }
  }
}
