public import Exporting
public import PostModel

extension ExportFormat {
  /// The words alone.
  public static let words = ExportFormat(
    name: "words", summary: "the words of each post, one a line",
    mediaType: "text/plain; charset=utf-8", fileExtension: "txt", makeExporter: { Words() })
}

/// Writes the words of each post that has any, one post a line.
public struct Words: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// A post's words in one line.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    guard let text = post.post.text else { return [] }
    return text.utf8.map { $0 < 0x20 ? 0x20 : $0 } + [0x0A]
  }
}
