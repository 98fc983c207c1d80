import Foundation

/// An absolute `http` address.
struct PageLocation: Hashable {
  let text: String
  let host: String
  let path: String

  /// Takes an absolute address; `nil` for anything else.
  init?(_ text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let scheme = text.firstRange(of: "://"),
      ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    else { return nil }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
    guard host.contains("."), !host.contains(" ") else { return nil }
    self.text = text
    self.host = host
    path = String(rest.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" })
  }

  /// Resolves a reference as a browser would.
  init?(_ reference: String, relativeTo base: PageLocation?) {
    let reference = reference.trimmingCharacters(in: .whitespacesAndNewlines)
    if let absolute = PageLocation(reference) {
      self = absolute
      return
    }
    if reference.hasPrefix("//") {
      self.init("https:" + reference)
      return
    }
    guard let base, let origin = URL(string: base.text),
      let url = URL(string: reference, relativeTo: origin)
    else { return nil }
    self.init(url.absoluteString)
  }

  /// The host without `www.`.
  var site: String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// Whether it is the front page of a site: no article.
  var isFrontPage: Bool {
    let names = path.split(separator: "/")
    return names.isEmpty
      || names.count == 1 && (names[0].hasPrefix("index.") || names[0].utf8.count == 2)
  }
}
