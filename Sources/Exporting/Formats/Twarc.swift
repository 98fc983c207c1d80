import Archive
public import PostModel

extension ExportFormat {
  /// Posts of X as twarc has them.
  public static let twarc = ExportFormat(
    name: "twarc",
    summary: "posts of X as flattened v2 objects, one a line, for twarc and its csv plugin",
    mediaType: "application/jsonl", fileExtension: "jsonl", makeExporter: { Twarc() })
}

/// Writes posts of X that have an id as flattened objects of its API v2, one a line, as `twarc2 flatten`
/// does and as `twarc2 csv` reads.
///
/// An article shows less of a post than the API: counts, the author's id and much else are missing, and
/// nothing is made up. `created_at` is there where the time of day is known, which an id tells. Posts of
/// other platforms, and those whose id is not known, are left out.
public struct Twarc: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// A post's line, or nothing.
  public mutating func bytes(of merged: MergedPost) -> [UInt8] {
    let post = merged.post
    guard post.platform == "x", let id = post.id else { return [] }
    var writer = JSONWriter(reservingCapacity: 1024)
    writer.object { writer in
      writer.member("id", id)
      writer.member("text", post.text ?? "")
      writer.member("created_at", post.published?.moment.map(Self.milliseconds))
      writer.member("lang", post.language?.rawValue)
      if !(post.hashtags + post.mentions + post.cashtags + post.links).isEmpty {
        writer.object("entities") { Self.writeEntities(of: post, to: &$0) }
      }
      if let author = post.author, author.handle != nil || author.name != nil {
        writer.object("author") {
          $0.member("username", author.handle)
          $0.member("name", author.name)
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func writeEntities(of post: Post, to writer: inout JSONWriter) {
    for (name, key, values) in [
      ("hashtags", "tag", post.hashtags), ("cashtags", "tag", post.cashtags),
      ("mentions", "username", post.mentions), ("urls", "url", post.links),
    ] as [(StaticString, StaticString, [String])] {
      writer.list(name, values) { writer, value in
        writer.object { $0.member(key, value) }
      }
    }
  }

  /// The API writes thousandths always.
  private static func milliseconds(_ moment: String) -> String {
    moment.contains(".") ? moment : moment.dropLast() + ".000Z"
  }
}
