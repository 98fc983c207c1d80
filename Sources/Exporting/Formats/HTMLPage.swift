public import PostModel

extension ExportFormat {
  /// A page for people.
  public static let html = ExportFormat(
    name: "html", summary: "one web page without scripts, each post with its articles",
    mediaType: "text/html; charset=utf-8", fileExtension: "html", makeExporter: { HTMLPage() })
}

/// Writes one page of HTML: an `article` for each post, its words in a `blockquote`, the articles as a
/// list.
///
/// The page loads nothing and runs nothing, and says so in its policy. Each text is isolated in its own
/// direction, so that marks of direction in one cannot turn its neighbours.
public struct HTMLPage: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// The head of the page.
  public mutating func begin() -> [UInt8] {
    Array(Self.head.utf8)
  }

  /// A post.
  public mutating func bytes(of merged: MergedPost) -> [UInt8] {
    let post = merged.post
    var lines = ["<article id=\"\(Self.escaped(post.key.rawValue))\">"]
    let head = [
      post.author?.name, post.author?.handle.map { "@\($0)" }, post.published?.value,
      post.platform?.rawValue,
    ].compactMap(\.self).map { "<bdi>\(Self.escaped($0))</bdi>" }.joined(separator: " ")
    lines.append(
      "<h2>\(Self.link(head.isEmpty ? Self.escaped(post.key.rawValue) : head, post.permalink))</h2>"
    )
    if let text = post.text {
      let language = post.language.map { " lang=\"\(Self.escaped($0.rawValue))\"" } ?? ""
      let cite = MarkupText.link(post.permalink).map { " cite=\"\(Self.escaped($0))\"" } ?? ""
      lines.append("<blockquote dir=\"auto\"\(language)\(cite)>\(Self.escaped(text))</blockquote>")
    }
    lines.append("<ul>")
    for article in merged.articles {
      let title = Self.escaped(article.title ?? article.url ?? article.source.path)
      let place = [article.published?.value, article.site].compactMap(\.self)
        .map { "<bdi>\(Self.escaped($0))</bdi> " }.joined()
      lines.append("<li>\(place)\(Self.link("<bdi>\(title)</bdi>", article.url))</li>")
    }
    lines += ["</ul>", "</article>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The end of the page.
  public mutating func end() -> [UInt8] { Array("</body>\n</html>\n".utf8) }

  private static func escaped(_ text: String) -> String {
    MarkupText.escaped(text)
  }

  private static func link(_ content: String, _ address: String?) -> String {
    guard let address = MarkupText.link(address) else { return content }
    return "<a rel=\"noreferrer nofollow\" href=\"\(escaped(address))\">\(content)</a>"
  }

  private static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width">
    <title>Posts and the articles that cite them</title>
    <style>
    body { font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }
    blockquote { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid; padding-left: 1rem }
    h2 { font-size: 1rem }
    </style>
    </head>
    <body>

    """
}
