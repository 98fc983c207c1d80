/// How the addresses of articles are compared.
enum ArticleName {
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

  /// A host as people write it.
  static func host(reversed: String) -> String {
    reversed.split(separator: ".").reversed().joined(separator: ".")
  }

  static func host(of url: String) -> String? {
    let comparable = comparable(url)
    let host = comparable.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return host.isEmpty ? nil : String(host)
  }
}
