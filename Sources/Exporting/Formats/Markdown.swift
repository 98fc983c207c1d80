public import PostModel

extension ExportFormat {
  /// A text for people.
  public static let markdown = ExportFormat(
    name: "markdown", summary: "Markdown for notes and reports, each post with its articles",
    mediaType: "text/markdown; charset=utf-8", fileExtension: "md", makeExporter: { Markdown() })
}

/// Writes a section for each post (CommonMark): who and when, the words as a quotation, the articles as
/// a list.
///
/// Whatever Markdown or HTML would take for a sign is escaped, so that a post's words show as they are.
public struct Markdown: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// A post's section.
  public mutating func bytes(of merged: MergedPost) -> [UInt8] {
    let post = merged.post
    let author = [post.author?.handle.map { "@\($0)" }, post.author?.name].compactMap(\.self)
    let head = author + [post.published?.value, post.platform?.rawValue].compactMap(\.self)
    let title = head.isEmpty ? post.key.rawValue : head.joined(separator: ", ")
    var lines = ["## \(Self.line(title))", ""]
    if let text = post.text {
      lines += text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> \(Self.line(String($0)))" }
      lines.append("")
    }
    if let permalink = post.permalink { lines += [Self.link(permalink, permalink), ""] }
    for article in merged.articles {
      let place = [article.published?.value, article.site].compactMap(\.self)
      let title = article.title ?? article.url ?? article.source.path
      let link = Self.link(title, article.url)
      lines.append("- \((place.map(Self.line) + [link]).joined(separator: ", "))")
    }
    return Array((lines + ["", ""]).joined(separator: "\n").utf8)
  }

  private static func link(_ title: String, _ address: String?) -> String {
    guard let address = MarkupText.link(address) else { return line(title) }
    var target = String.UnicodeScalarView()
    for scalar in address.unicodeScalars {
      if scalar.value <= 0x20 || "<>\\\u{7F}".unicodeScalars.contains(scalar) {
        target.append(
          contentsOf: "%\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars)
      } else {
        target.append(scalar)
      }
    }
    return "[\(line(title))](<\(String(target))>)"
  }

  /// The text in one line, with what Markdown could take for a sign escaped.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isOpening = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: result.append(" ")
      case 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default:
        let isSign = signs.contains(scalar) || (isOpening && openingSigns.contains(scalar))
        if isSign { result.append("\\") }
        result.append(scalar)
      }
      // A number and a full stop open a list, a hyphen opens one, a row of signs is a rule.
      isOpening = isOpening && (scalar.value <= 0x20 || (0x30...0x39).contains(scalar.value))
    }
    return String(result)
  }

  private static let signs = Set("\\`*_[]<>&|~$".unicodeScalars)
  private static let openingSigns = Set("#-+=.):".unicodeScalars)
}
