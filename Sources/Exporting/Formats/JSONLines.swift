import Archive
public import PostModel

extension ExportFormat {
  /// One post a line.
  public static let jsonLines = ExportFormat(
    name: "jsonl", summary: "JSON Lines, a merged post with its citations on each line",
    mediaType: "application/jsonl", fileExtension: "jsonl", makeExporter: { JSONLines() })
}

/// Writes one merged post a line.
///
///     {"v":1,"post":{…},"sources":{"text":"6f1c…",…},
///      "citations":[{"id":"6f1c…","form":"embed","confidence":0.98,"joined_by":"id","certainty":1,
///                    "article":{…},"selector":{…},"findings":[…]}]}
///
/// `post`, `article` and `selector` are as in the archive; `sources` names the citation that gave a
/// field; `joined_by` says why a citation is taken for this post and is left out for a lone one.
public struct JSONLines: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// A post's line.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    Self.object(of: post) + [0x0A]
  }

  static func object(of merged: MergedPost) -> [UInt8] {
    let joins = Dictionary(merged.joins.map { ($0.citation, $0) }) { first, _ in first }
    var writer = JSONWriter(reservingCapacity: 2048)
    writer.object {
      $0.member("v", Citation.formatVersion)
      $0.object("post") { $0.members(of: merged.post) }
      $0.object("sources") { writer in
        for (field, id) in merged.sources.sorted(by: { $0.key < $1.key }) {
          writer.key(named: field)
          writer.string(id.rawValue)
        }
      }
      $0.list("citations", merged.citations) { writer, citation in
        writer.object { write(citation, joins[citation.id], to: &$0) }
      }
    }
    return writer.bytes
  }

  private static func write(
    _ citation: Citation, _ join: MergedPost.Join?, to writer: inout JSONWriter
  ) {
    writer.member("id", citation.id.rawValue)
    writer.member("form", citation.form.rawValue)
    writer.key("confidence")
    writer.fraction(citation.confidence)
    if let join {
      writer.member("joined_by", join.key)
      writer.key("certainty")
      writer.fraction(join.certainty)
    }
    writer.object("article") { $0.members(of: citation.article) }
    writer.object("selector") { $0.members(of: citation.selector) }
    writer.member("findings", citation.findings.map(\.rawValue))
  }
}
