import Archive
public import PostModel

extension ExportFormat {
  /// A collection of notes.
  public static let activityStreams = ExportFormat(
    name: "activitystreams", summary: "ActivityStreams 2.0, one collection of notes (JSON-LD)",
    mediaType: "application/activity+json", fileExtension: "json",
    makeExporter: { ActivityStreams() })
}

/// Writes one `OrderedCollection` of `Note`s (W3C ActivityStreams 2.0).
///
/// `content` is the post's words as HTML, `source` as they are. ActivityStreams knows only whole
/// moments: `published` is there where a post's time of day is known; `created` (Dublin Core, EDTF) is
/// there always. `citedBy` (CiTO) has the articles. A post without an address is a note without `id`.
public struct ActivityStreams: Exporter {
  private var isFirst = true

  /// Writes nothing yet.
  public init() {}

  /// The head of the collection.
  public mutating func begin() -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("@context")
      $0.array { writer in
        writer.string("https://www.w3.org/ns/activitystreams")
        writer.object(Self.writeTerms)
      }
      $0.member("type", "OrderedCollection")
      $0.key("orderedItems")
      $0.array { _ in }
    }
    // The array and the object are closed by `end`.
    return Array(writer.bytes.dropLast(2))
  }

  /// A note.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    defer { isFirst = false }
    var writer = JSONWriter(reservingCapacity: 2048)
    writer.object { Self.write(post, to: &$0) }
    return (isFirst ? [0x0A] : [0x2C, 0x0A]) + writer.bytes
  }

  /// The end of the collection.
  public mutating func end() -> [UInt8] { Array("\n]}\n".utf8) }

  private static func writeTerms(_ writer: inout JSONWriter) {
    writer.member("Hashtag", "as:Hashtag")
    writer.object("created") {
      $0.member("@id", "http://purl.org/dc/terms/created")
      $0.member("@type", "http://id.loc.gov/datatypes/edtf/EDTF")
    }
    writer.object("citedBy") {
      $0.member("@id", "http://purl.org/spar/cito/isCitedBy")
      $0.member("@container", "@set")
    }
  }

  private static func write(_ merged: MergedPost, to writer: inout JSONWriter) {
    let post = merged.post
    writer.member("type", "Note")
    writer.member("id", post.permalink)
    writer.member("url", post.permalink)
    if let author = post.author, !author.isEmpty {
      writer.object("attributedTo") { write(author, to: &$0) }
    }
    if let text = post.text {
      writer.member("content", MarkupText.escaped(text).replacing("\n", with: "<br>"))
      if let language = post.language {
        writer.object("contentMap") {
          $0.key(named: language.rawValue)
          $0.string(MarkupText.escaped(text).replacing("\n", with: "<br>"))
        }
      }
      writer.object("source") {
        $0.member("content", text)
        $0.member("mediaType", "text/plain")
      }
    }
    writer.member("published", post.published?.moment)
    writer.member("created", post.published?.value)
    writer.list("attachment", post.media) { writer, medium in
      writer.object {
        $0.member("type", medium.kind.asActivityType)
        $0.member("url", medium.url)
      }
    }
    writeTags(of: post, to: &writer)
    writer.list("citedBy", merged.articles) { writer, article in
      writer.object { write(article, to: &$0) }
    }
  }

  private static func writeTags(of post: Post, to writer: inout JSONWriter) {
    let tags =
      post.hashtags.map { ("Hashtag", "#\($0)") } + post.mentions.map { ("Mention", "@\($0)") }
    writer.list("tag", tags) { writer, tag in
      writer.object {
        $0.member("type", tag.0)
        $0.member("name", tag.1)
      }
    }
  }

  private static func write(_ author: Account, to writer: inout JSONWriter) {
    writer.member("type", "Person")
    writer.member("id", author.url)
    writer.member("preferredUsername", author.handle)
    writer.member("name", author.name)
    writer.member("url", author.url)
  }

  private static func write(_ article: Article, to writer: inout JSONWriter) {
    writer.member("type", "Article")
    writer.member("id", article.url)
    writer.member("url", article.url)
    writer.member("name", article.title)
    writer.member("published", article.published?.moment)
    writer.member("created", article.published?.value)
  }
}

extension Media.Kind? {
  /// The ActivityStreams type of a medium.
  fileprivate var asActivityType: String {
    switch self {
    case .photo: "Image"
    case .video: "Video"
    case .attachment, nil: "Document"
    }
  }
}
