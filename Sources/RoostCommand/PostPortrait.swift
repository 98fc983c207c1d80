import PostModel

/// Writes for people what is known of a post and who cites it.
struct PostPortrait {
  /// How it looks.
  let style: Style
  /// The width in columns to which lines are cut, if any.
  let width: Int?

  /// The lines about a post.
  func lines(for merged: MergedPost) -> [String] {
    let post = merged.post
    var lines = [style(safe(post.permalink ?? post.key.rawValue), .bold)]
    let fields: [(String, String?, String)] = [
      ("key", post.key.rawValue, "key"), ("author", post.author?.shown, "author.handle"),
      ("published", post.published?.explained, "published"), ("text", post.text, "text"),
      ("language", post.language?.rawValue, "lang"),
      ("media", joined(post.media.map(\.url)), "media"),
      ("links", joined(post.links), "links"), ("mentions", joined(post.mentions), "mentions"),
      ("hashtags", joined(post.hashtags), "hashtags"),
      ("quotes", post.quotes?.rawValue, "quotes"),
      ("replies to", post.repliesTo?.rawValue, "replies_to"),
    ]
    for (name, value, field) in fields {
      guard let value else { continue }
      lines += row(name, value, source: source(of: field, in: merged))
    }
    lines += [""] + citers(merged.citers).map { "  " + safe(cut($0, 2)) }
    for citation in merged.citations { lines += [""] + self.lines(for: citation, in: merged) }
    return lines
  }

  private func citers(_ citers: MergedPost.Citers) -> [String] {
    var summary = "cited by \(citers.articles.counted("article"))"
    if citers.copies > 0 {
      summary += " (\(citers.copies == 1 ? "1 copy" : "\(citers.copies) copies"))"
    }
    if citers.sites > 0 { summary += " on \(citers.sites.counted("site"))" }
    if citers.languages > 0 { summary += " in \(citers.languages.counted("language"))" }
    var lines = [summary]
    for (name, article) in [("first", citers.first), ("last", citers.last)]
    where citers.articles > 1 {
      guard let article else { continue }
      let date = article.published?.day ?? article.captured.map { String($0.prefix(10)) }
      lines.append(
        [name, date, article.site ?? article.source.path, article.title].compactMap(\.self)
          .joined(separator: "  "))
    }
    return lines
  }

  private func lines(for citation: Citation, in merged: MergedPost) -> [String] {
    let article = citation.article
    let head = [article.published?.day, article.site, article.title].compactMap(\.self)
    let join = merged.joins.first { $0.citation == citation.id }
    let joined = join.map { "joined by \($0.key) (\(ConfidenceText.of($0.certainty)))" }
    let place = "at \(citation.selector.start)–\(citation.selector.end)"
    let facts: [String?] = [
      citation.form.rawValue, ConfidenceText.of(citation.confidence), place, joined,
      merged.copies.contains(citation.id) ? "copy" : nil,
      citation.findings.isEmpty ? nil : citation.findings.map(\.rawValue).joined(separator: ", "),
    ]
    let selector = citation.selector
    let context = [selector.prefix, "«\(selector.exact)»", selector.suffix].joined()
    return [
      "  " + style(safe(cut(head.joined(separator: "  "), 2)), .green),
      "    " + safe(cut(article.url ?? article.source.path, 4)),
      "    " + style(safe(facts.compactMap(\.self).joined(separator: "  ")), .faint),
      "    " + safe(cut(context.replacing("\n", with: " "), 4)),
    ]
  }

  /// A field; where several citations could have given it, the article that did.
  private func row(_ name: String, _ value: String, source: String?) -> [String] {
    let label = "  " + name + String(repeating: " ", count: max(1, 12 - name.count))
    let from = source.map { "  ← \($0)" } ?? ""
    let room = width.map { max(20, $0 - TerminalText.columns(label + from)) }
    let value = safe(value.replacing("\n", with: " ⏎ "))
    return [
      label + (room.map { TerminalText.cut(value, to: $0) } ?? value) + style(safe(from), .faint)
    ]
  }

  private func source(of field: String, in merged: MergedPost) -> String? {
    guard let id = merged.sources[field],
      let citation = merged.citations.first(where: { $0.id == id })
    else { return nil }
    return citation.article.site ?? citation.article.source.path
  }

  private func joined(_ list: [String]) -> String? {
    list.isEmpty ? nil : list.joined(separator: " ")
  }

  private func cut(_ line: String, _ indent: Int) -> String {
    width.map { TerminalText.cut(line, to: $0 - indent) } ?? line
  }

  private func safe(_ text: String) -> String {
    TerminalText.safe(text)
  }
}
