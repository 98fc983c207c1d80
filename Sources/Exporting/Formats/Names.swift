public import PostModel

extension ExportFormat {
  /// The platforms' own identifiers.
  public static let ids = ExportFormat(
    name: "ids", summary: "the platform's own identifier of each post that has one, one a line",
    mediaType: "text/plain; charset=utf-8", fileExtension: "txt",
    makeExporter: { Names { $0.id } })

  /// The permalinks.
  public static let urls = ExportFormat(
    name: "urls", summary: "the permalink of each post that has one, one a line",
    mediaType: "text/plain; charset=utf-8", fileExtension: "txt",
    makeExporter: { Names { $0.permalink } })
}

/// Writes one name of each post, one a line; posts without it are left out.
public struct Names: Exporter {
  private let name: @Sendable (Post) -> String?

  /// Writes the name that `name` gives.
  public init(_ name: @escaping @Sendable (Post) -> String?) {
    self.name = name
  }

  /// A post's name and a line feed, or nothing.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    guard let name = name(post.post) else { return [] }
    // A name that holds a line feed would be read as two.
    return name.utf8.map { $0 < 0x20 ? 0x20 : $0 } + [0x0A]
  }
}
