public import PostModel

extension ExportFormat {
  /// One array of all posts.
  public static let json = ExportFormat(
    name: "json", summary: "one JSON array of merged posts with their citations",
    mediaType: "application/json", fileExtension: "json", makeExporter: { JSON() })
}

/// Writes one array whose elements are what `JSONLines` writes.
public struct JSON: Exporter {
  private var isFirst = true

  /// Writes nothing yet.
  public init() {}

  /// The opening bracket.
  public mutating func begin() -> [UInt8] { [0x5B] }

  /// A post, led by a comma unless it is the first.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    defer { isFirst = false }
    return (isFirst ? [0x0A] : [0x2C, 0x0A]) + JSONLines.object(of: post)
  }

  /// The closing bracket.
  public mutating func end() -> [UInt8] { [0x0A, 0x5D, 0x0A] }
}
