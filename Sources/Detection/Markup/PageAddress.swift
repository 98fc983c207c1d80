import Markup
import Platforms

/// The page's own address, for telling its article from others that it carries.
enum PageAddress {
  /// The path of the page's canonical address, `nil` where the page does not say it.
  static func path(of document: HTMLDocument) -> String? {
    address(of: document).map { path(ofAddress: $0) }
  }

  /// The page's canonical address, `nil` where the page does not say it.
  static func address(of document: HTMLDocument) -> String? {
    var shared: String?
    for element in document.elements {
      if element.name == "body" { break }
      if element.name == "link", element["rel"]?.lowercased() == "canonical",
        let address = element["href"]
      {
        return address
      }
      if element.name == "meta", element["property"] == "og:url" { shared = element["content"] }
    }
    return shared
  }

  /// Whether an address is that of the page's article; a page of a series is its article's too.
  static func isOwn(_ address: String, page: String) -> Bool {
    let path = path(ofAddress: address)
    guard path.utf8.count > 1 else { return false }
    return path == page || page.hasPrefix(path + "/")
  }

  /// The path of an address, absolute or not, without a slash at its end.
  static func path(ofAddress address: String) -> String {
    guard !address.hasPrefix("/") || address.hasPrefix("//") else {
      return "/" + address.split(separator: "/").joined(separator: "/").prefix { $0 != "?" }
    }
    guard let parsed = WebAddress(address) else { return address }
    return "/" + parsed.path.joined(separator: "/")
  }
}
