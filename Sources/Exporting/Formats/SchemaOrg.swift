import Archive
public import PostModel

extension ExportFormat {
  /// Postings, and the articles that cite them.
  public static let schemaOrg = ExportFormat(
    name: "schema-org", summary: "schema.org, SocialMediaPosting cited by NewsArticle (JSON-LD)",
    mediaType: "application/ld+json", fileExtension: "jsonld", makeExporter: { SchemaOrg() })
}

/// Writes one graph of `SocialMediaPosting`s, and of the `NewsArticle`s whose `citation` they are.
///
/// A posting or an article without an address is a blank node, `_:c` and the identifier of its first
/// citation or `_:a` and the article's. An article is described once, with the first post that it
/// cites. Dates are ISO 8601 as precise as they are known; a bound is no date.
public struct SchemaOrg: Exporter {
  private var isFirst = true
  private var described: Set<String> = []

  /// Writes nothing yet.
  public init() {}

  /// The head of the graph.
  public mutating func begin() -> [UInt8] {
    Array(#"{"@context":"https://schema.org","@graph":["#.utf8)
  }

  /// A posting and the articles that cite it.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    let name = Self.name(of: post)
    var bytes = node { Self.write(post, name, to: &$0) }
    for article in post.articles {
      let isNew = described.insert(article.id).inserted
      bytes += node { Self.write(article, citing: name, isNew: isNew, to: &$0) }
    }
    return bytes
  }

  /// The end of the graph.
  public mutating func end() -> [UInt8] { Array("\n]}\n".utf8) }

  private mutating func node(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    defer { isFirst = false }
    var writer = JSONWriter(reservingCapacity: 1024)
    writer.object(body)
    return (isFirst ? [0x0A] : [0x2C, 0x0A]) + writer.bytes
  }

  private static func name(of post: MergedPost) -> String {
    post.post.permalink ?? "_:c\(post.citations.first?.id.rawValue ?? "")"
  }

  private static func write(_ merged: MergedPost, _ name: String, to writer: inout JSONWriter) {
    let post = merged.post
    writer.member("@type", "SocialMediaPosting")
    writer.member("@id", name)
    writer.member("url", post.permalink)
    writer.member("identifier", post.key.rawValue)
    if let author = post.author, !author.isEmpty {
      writer.object("author") {
        $0.member("@type", "Person")
        $0.member("name", author.name)
        $0.member("alternateName", author.handle.map { "@\($0)" })
        $0.member("url", author.url)
      }
    }
    writer.member("articleBody", post.text)
    writer.member("datePublished", post.published?.plain)
    writer.member("inLanguage", post.language?.rawValue)
    writer.member("keywords", post.hashtags)
    writer.list("associatedMedia", post.media) { writer, medium in
      writer.object {
        $0.member("@type", medium.kind.asSchemaType)
        $0.member("url", medium.url)
      }
    }
  }

  private static func write(
    _ article: Article, citing post: String, isNew: Bool, to writer: inout JSONWriter
  ) {
    writer.member("@type", "NewsArticle")
    writer.member("@id", article.url ?? "_:a\(article.id)")
    if isNew {
      writer.member("url", article.url)
      writer.member("headline", article.title)
      writer.member("datePublished", article.published?.plain)
      writer.member("inLanguage", article.language?.rawValue)
      writer.list("author", article.authors) { writer, name in
        writer.object {
          $0.member("@type", "Person")
          $0.member("name", name)
        }
      }
      if let site = article.site {
        writer.object("publisher") {
          $0.member("@type", "Organization")
          $0.member("name", site)
        }
      }
    }
    writer.object("citation") { $0.member("@id", post) }
  }
}

extension Media.Kind? {
  /// The schema.org type of a medium.
  fileprivate var asSchemaType: String {
    switch self {
    case .photo: "ImageObject"
    case .video: "VideoObject"
    case .attachment, nil: "MediaObject"
    }
  }
}
