import Archive
public import PostModel

extension ExportFormat {
  /// Annotations of articles.
  public static let webAnnotation = ExportFormat(
    name: "web-annotation",
    summary: "W3C Web Annotation, each citation a link from its place in the article (JSON-LD)",
    mediaType: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
    fileExtension: "jsonld", makeExporter: { WebAnnotation() })
}

/// Writes one `AnnotationPage` with an annotation for each citation (W3C Web Annotation Data Model).
///
/// The target is the article with the selectors of the archive line, the body the post: its address,
/// and its words as a `TextualBody`. An annotation's `id` is the citation's identifier as a `urn:uuid:`;
/// an article without an address is named by its digest (`ni:`, RFC 6920).
public struct WebAnnotation: Exporter {
  private var isFirst = true

  /// Writes nothing yet.
  public init() {}

  /// The head of the page.
  public mutating func begin() -> [UInt8] {
    Array(
      #"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":["#.utf8)
  }

  /// The annotations of a post.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    var bytes: [UInt8] = []
    for citation in post.citations {
      var writer = JSONWriter(reservingCapacity: 1024)
      writer.object { Self.write(citation, of: post.post, to: &$0) }
      bytes += (isFirst ? [0x0A] : [0x2C, 0x0A]) + writer.bytes
      isFirst = false
    }
    return bytes
  }

  /// The end of the page.
  public mutating func end() -> [UInt8] { Array("\n]}\n".utf8) }

  private static func write(_ citation: Citation, of post: Post, to writer: inout JSONWriter) {
    writer.member("id", "urn:uuid:\(uuid(citation.id))")
    writer.member("type", "Annotation")
    writer.member("motivation", "linking")
    writeBody(of: post, to: &writer)
    writer.object("target") {
      $0.member("source", source(of: citation.article))
      $0.key("selector")
      $0.array { write(citation.selector, to: &$0) }
    }
  }

  private static func writeBody(of post: Post, to writer: inout JSONWriter) {
    guard post.permalink != nil || post.text != nil else { return }
    writer.key("body")
    writer.array { writer in
      if let permalink = post.permalink { writer.object { $0.member("id", permalink) } }
      guard let text = post.text else { return }
      writer.object {
        $0.member("type", "TextualBody")
        $0.member("value", text)
        $0.member("format", "text/plain")
        $0.member("language", post.language?.rawValue)
        $0.member("purpose", "describing")
      }
    }
  }

  private static func write(_ selector: Selector, to writer: inout JSONWriter) {
    if !selector.exact.isEmpty {
      writer.object {
        $0.member("type", "TextQuoteSelector")
        $0.member("exact", selector.exact)
        $0.member("prefix", selector.prefix)
        $0.member("suffix", selector.suffix)
      }
    }
    writer.object {
      $0.member("type", "TextPositionSelector")
      $0.member("start", selector.start)
      $0.member("end", selector.end)
    }
    guard let path = selector.path else { return }
    writer.object {
      $0.member("type", "XPathSelector")
      $0.member("value", path)
    }
  }

  private static func uuid(_ id: CitationID) -> String {
    let digits = Array(id.rawValue)
    guard digits.count == 32 else { return id.rawValue }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(digits[$0]) }.joined(separator: "-")
  }

  private static func source(of article: Article) -> String {
    if let url = article.url { return url }
    let digits = article.digest.split(separator: ":").last.map(String.init) ?? ""
    return "ni:///sha-256;\(base64URL(hex: digits))"
  }

  private static func base64URL(hex: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let bits = hex.compactMap(\.hexDigitValue).flatMap { digit in
      [8, 4, 2, 1].map { digit & $0 == 0 ? 0 : 1 }
    }
    return String(
      stride(from: 0, to: bits.count, by: 6).map { start in
        alphabet[
          (0..<6).reduce(0) { $0 << 1 | (start + $1 < bits.count ? bits[start + $1] : 0) }]
      })
  }
}
