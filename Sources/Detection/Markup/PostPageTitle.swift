import Markup

/// Reads the title that X gives to the page of a post: `Ines Falk on X: "No boat today" / X`.
enum PostPageTitle {
  /// The post's words in the title of a page, `nil` where it has none.
  static func words(in document: HTMLDocument) -> String? {
    document.elements.lazy.filter { $0.name == "title" }.compactMap { words(in: $0.text) }.first
  }

  /// The post's words in a title: what stands between the first quotation mark behind a colon and the
  /// last one.
  static func words(in title: String) -> String? {
    guard let colon = title.firstIndex(of: ":"),
      title[..<colon].hasSuffix("Twitter")
        || title[..<colon].hasSuffix(" X")
    else { return nil }
    let rest = title[colon...].dropFirst().drop { $0.isWhitespace }
    guard let open = rest.first, marks.contains(open),
      let close = rest.dropFirst().lastIndex(where: { marks.contains($0) })
    else { return nil }
    let words = rest[rest.index(after: rest.startIndex)..<close].trimmingSpaces()
    return words.isEmpty ? nil : words
  }

  private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
}
