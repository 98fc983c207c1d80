import PostModel

/// The fields with which a Markdown file of a static site begins, as Jekyll introduced them: YAML between
/// lines of `---`, or TOML between lines of `+++` as in Hugo.
///
/// Only what tells of the article is read, one line each; lists and blocks are passed over.
struct FrontMatter {
  private(set) var title: String?
  private(set) var url: String?
  private(set) var published: PostDate?
  /// What comes behind the closing line, in UTF-8 bytes.
  let end: Int

  /// Reads what a text begins with; `nil` where that is no front matter, or has no end.
  init?(_ bytes: TextBytes) {
    let fence = bytes.string(0..<min(3, bytes.count))
    guard fence == "---" || fence == "+++" else { return nil }
    let separator: Character = fence == "---" ? ":" : "="
    var fields: [(key: String, value: String)] = []
    var position = bytes.lineEnd(after: 0)
    guard bytes.trimmed(0..<position).count == 3 else { return nil }
    while position < bytes.count {
      let start = position + 1
      position = bytes.lineEnd(after: start)
      let line = bytes.string(start..<max(start, position))
      if Self.trimmed(line[...]) == fence { break }
      if let field = Self.field(of: line, separator) { fields.append(field) }
      if position >= bytes.count { return nil }
    }
    guard !fields.isEmpty else { return nil }
    end = min(position + 1, bytes.count)
    for field in fields { take(field) }
  }

  private static func field(
    of line: String, _ separator: Character
  ) -> (key: String, value: String)? {
    guard let first = line.first, first.isLetter, let place = line.firstIndex(of: separator) else {
      return nil
    }
    var value = trimmed(line[line.index(after: place)...])
    if let quote = value.first, quote == "\"" || quote == "'", value.last == quote, value.count > 1
    {
      value = String(value.dropFirst().dropLast())
    }
    guard !value.isEmpty, value != "|", value != ">" else { return nil }
    return (trimmed(line[..<place]).lowercased(), value)
  }

  private mutating func take(_ field: (key: String, value: String)) {
    switch field.key {
    case "title": title = title ?? field.value
    case "url", "permalink", "canonical", "canonical_url", "canonicalurl":
      if url == nil, field.value.hasPrefix("http") { url = field.value }
    case "date", "published", "published_at", "publishdate", "pubdate", "datepublished":
      published = published ?? TextHeader.date(field.value)
    default: break
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
