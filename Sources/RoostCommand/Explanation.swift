import Detection
import PostModel

/// Writes for people what was found in a document and why.
struct Explanation {
  /// How it looks.
  let style: Style
  /// The width in columns to which lines are cut, if any.
  let width: Int?

  /// The lines about one document.
  func lines(for document: Document, _ result: DetectionResult, text: String) -> [String] {
    var lines = [style(safe(place(of: document)), .bold)]
    lines += result.citations.first.map(article) ?? []
    let found = result.citations.count
    lines.append("  \(found == 0 ? "no citations" : found.counted("citation"))")
    for citation in result.citations { lines += [""] + self.lines(for: citation) }
    if !result.rejections.isEmpty {
      let count = result.rejections.count.counted("candidate")
      lines += ["", style("  \(count) turned down", .bold)]
      lines += result.rejections.flatMap { self.lines(for: $0, in: text) }
    }
    return lines + [""]
  }

  private func place(of document: Document) -> String {
    let provenance = document.provenance
    let offset = provenance.offset.map { ":\($0)" } ?? ""
    return "\(provenance.path)\(offset) (\(provenance.format))"
  }

  private func article(_ citation: Citation) -> [String] {
    let article = citation.article
    let facts: [(String, String?)] = [
      ("title", article.title), ("url", article.url), ("published", article.published?.explained),
      ("language", article.language?.rawValue),
    ]
    return facts.compactMap { name, value in value.map { row(name, $0) } }
  }

  private func lines(for citation: Citation) -> [String] {
    let post = citation.post
    let span = "\(citation.selector.start)–\(citation.selector.end)"
    let head = [
      citation.form.rawValue, ConfidenceText.of(citation.confidence),
      post.platform?.name ?? "platform unknown", "at \(span)", citation.selector.path ?? "",
    ]
    var lines = [
      "  " + style(safe(head.filter { !$0.isEmpty }.joined(separator: "  ")), .green)
    ]
    let facts: [(String, String?)] = [
      ("post", post.permalink ?? post.key.rawValue), ("author", post.author?.shown),
      ("published", post.published?.explained), ("text", post.text),
      ("media", post.media.isEmpty ? nil : post.media.map(\.url).joined(separator: " ")),
    ]
    lines += facts.compactMap { name, value in value.map { row(name, $0) } }
    lines += citation.evidence.map { evidence in
      row("  \(evidence.field)", "\(evidence.rule)  \(quoted(evidence.value))", .faint)
    }
    if !citation.findings.isEmpty {
      lines.append(
        row("findings", citation.findings.map(\.rawValue).joined(separator: ", "), .yellow))
    }
    return lines
  }

  private func lines(for rejection: Rejection, in text: String) -> [String] {
    let candidate = rejection.candidate
    let range = candidate.utf8Range
    let bytes = Array(text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound))
    let words = candidate.text ?? candidate.permalink ?? String(decoding: bytes, as: UTF8.self)
    return [
      "  "
        + safe(
          cut("\(candidate.kind.rawValue)  \(candidate.platform?.name ?? "")  \(quoted(words))", 4)),
      "    " + style(safe(rejection.reason), .yellow),
    ]
  }

  private func row(_ name: String, _ value: String, _ manner: Style.Manner? = nil) -> String {
    let label = name + String(repeating: " ", count: max(1, 12 - name.count))
    let line = safe(cut(label + value.replacing("\n", with: " ⏎ "), 4))
    return "    " + (manner.map { style(line, $0) } ?? line)
  }

  private func cut(_ line: String, _ indent: Int) -> String {
    width.map { TerminalText.cut(line, to: $0 - indent) } ?? line
  }

  private func quoted(_ words: String) -> String {
    "“\(TerminalText.cut(words.replacing("\n", with: " "), to: 120))”"
  }

  private func safe(_ text: String) -> String {
    TerminalText.safe(text)
  }

}
