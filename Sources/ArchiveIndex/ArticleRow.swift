import Archive
import GRDB
import PostModel

/// One article as the index keeps it.
struct ArticleRow {
  let position: Int
  let id: String
  let url: String?
  let path: String
  let host: String?
  let language: String?

  init(_ article: Article, of line: ArchiveLine) {
    position = line.position.number
    id = article.id
    url = article.url.map(Self.comparable)
    path = article.source.path
    host = (article.url.flatMap(Self.host) ?? article.site).map(Self.reversed)
    language = article.language?.rawValue.lowercased()
  }

  /// The number of the article, which is added where it is new.
  func number(in database: Database) throws -> Int {
    let lookup = try database.cachedStatement(sql: "SELECT position FROM article WHERE id = ?")
    if let known = try Int.fetchOne(lookup, arguments: [id]) { return known }
    try database.cachedStatement(sql: "INSERT INTO article VALUES (?,?,?,?,?,?)")
      .execute(arguments: [position, id, url, path, host, language])
    return position
  }

  /// An address as it is compared: without scheme, `www.`, fragment and closing slash.
  static func comparable(_ url: String) -> String {
    var rest = url.prefix { $0 != "#" }
    if let colon = rest.firstRange(of: "://") { rest = rest[colon.upperBound...] }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let path = rest.dropFirst(authority.count)
    var host = authority.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host + (path.hasSuffix("/") ? path.dropLast() : path)
  }

  /// A host with its labels from the right, each followed by a dot: `com.example.news.`; so all
  /// hosts below one stand together.
  static func reversed(_ host: String) -> String {
    var labels = host.lowercased().split(separator: ".")
    if labels.first == "www" { labels.removeFirst() }
    return labels.reversed().map { $0 + "." }.joined()
  }

  private static func host(of url: String) -> String? {
    let comparable = comparable(url)
    let host = comparable.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return host.isEmpty ? nil : String(host)
  }
}
