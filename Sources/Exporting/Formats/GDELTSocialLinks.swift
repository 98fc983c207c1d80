public import PostModel

extension ExportFormat {
  /// Pairs of article and post.
  public static let gdeltSocialLinks = ExportFormat(
    name: "gdelt-sociallinks",
    summary: "time, article and post of each citation, tab-separated, as GDELT's sociallinks",
    mediaType: "text/tab-separated-values; charset=utf-8", fileExtension: "tsv",
    makeExporter: { GDELTSocialLinks() })
}

/// Writes a row for each article that cites a post: when, the article's address, the post's address.
///
/// As in the files of GDELT there is no heading, and a moment is `YYYYMMDDHHMMSS` in Universal Time.
/// The moment is that of the article, else that of its capture; where only a day is known the time is
/// zeros, where nothing is known the field is empty. Pairs without both addresses are left out.
public struct GDELTSocialLinks: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// The rows of a post.
  public mutating func bytes(of merged: MergedPost) -> [UInt8] {
    guard let post = merged.post.permalink else { return [] }
    var rows: [UInt8] = []
    for article in merged.articles {
      guard let address = article.url else { continue }
      let cells = [Self.moment(of: article), address, post]
      rows += cells.map(Self.cell).joined(separator: [0x09]) + [0x0A]
    }
    return rows
  }

  private static func moment(of article: Article) -> String {
    guard let value = article.citingDate else { return "" }
    let digits = value.prefix { $0 != "." }.filter(\.isNumber)
    guard digits.count >= 8 else { return "" }
    return digits.prefix(14) + String(repeating: "0", count: max(0, 14 - digits.count))
  }

  /// A tab or a line feed would be read as the end of the cell.
  private static func cell(_ text: String) -> [UInt8] {
    text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
  }
}
