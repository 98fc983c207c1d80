public import PostModel

extension ExportFormat {
  /// One row a post, for spreadsheets.
  public static let csv = ExportFormat(
    name: "csv", summary: "comma-separated values, one row a post, safe for spreadsheets",
    mediaType: "text/csv; charset=utf-8", fileExtension: "csv", makeExporter: { CSV() })
}

/// Writes comma-separated values (RFC 4180) with a heading.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and rounds a number
/// of more than 15 digits, as most identifiers are. Such a cell is led by an apostrophe, which makes
/// it text; nothing else is changed but NUL, which becomes U+FFFD. Several values in one cell are
/// separated by a space.
public struct CSV: Exporter {
  /// Writes nothing yet.
  public init() {}

  /// The heading.
  public mutating func begin() -> [UInt8] {
    Self.row(Self.columns.map(\.name))
  }

  /// A post's row.
  public mutating func bytes(of post: MergedPost) -> [UInt8] {
    Self.row(Self.columns.map { Self.safe($0.value(post) ?? "") })
  }

  private struct Column: Sendable {
    let name: String
    let value: @Sendable (MergedPost) -> String?
  }

  private static let columns = [
    Column(name: "key") { $0.post.key.rawValue },
    Column(name: "platform") { $0.post.platform?.rawValue },
    Column(name: "id") { $0.post.id },
    Column(name: "permalink") { $0.post.permalink },
    Column(name: "handle") { $0.post.author?.handle },
    Column(name: "name") { $0.post.author?.name },
    Column(name: "published") { $0.post.published?.value },
    Column(name: "precision") { $0.post.published?.precision.rawValue },
    Column(name: "lang") { $0.post.language?.rawValue },
    Column(name: "text") { $0.post.text },
    Column(name: "media") { $0.post.media.map(\.url).joined(separator: " ") },
    Column(name: "links") { $0.post.links.joined(separator: " ") },
    Column(name: "mentions") { $0.post.mentions.joined(separator: " ") },
    Column(name: "hashtags") { $0.post.hashtags.joined(separator: " ") },
    Column(name: "forms") { distinct($0.citations.map(\.form.rawValue)) },
    Column(name: "confidence") { $0.citations.map(\.confidence).max().map { "\($0)" } },
    Column(name: "citations") { "\($0.citations.count)" },
    Column(name: "articles") { "\(Set($0.citations.map(\.article.id)).count)" },
    Column(name: "sites") { distinct($0.citations.compactMap(\.article.site)) },
    Column(name: "article_urls") { distinct($0.citations.compactMap(\.article.url)) },
  ]

  private static func distinct(_ values: [String]) -> String {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }.joined(separator: " ")
  }

  static func safe(_ cell: String) -> String {
    let cell = String(
      String.UnicodeScalarView(cell.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    guard let first = cell.unicodeScalars.first else { return cell }
    let isFormula = "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first)
    let isLongNumber =
      cell.utf8.count > 15 && cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isFormula || isLongNumber ? "'" + cell : cell
  }

  private static func row(_ cells: [String]) -> [UInt8] {
    cells.map(quoted).joined(separator: [0x2C]) + [0x0D, 0x0A]
  }

  /// By bytes, since a quotation mark with a combining accent is one character and still a mark.
  private static func quoted(_ cell: String) -> [UInt8] {
    let bytes = Array(cell.utf8)
    guard bytes.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return bytes }
    return [0x22] + bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }
}

extension CSV {
  /// A row of cells that are made safe for spreadsheets.
  package static func line(_ cells: [String]) -> [UInt8] {
    row(cells.map(safe))
  }
}
