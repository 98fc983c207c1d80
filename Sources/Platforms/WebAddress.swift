/// A web address in the parts that platforms tell posts by.
///
/// Reads what pages really hold: protocol-relative addresses, addresses without a scheme, `&amp;`
/// left in queries, Markdown's backslashes. Host in lower case; path and query percent-decoded.
public struct WebAddress: Hashable, Sendable {
  /// The host in lower case, without port and user.
  public let host: String
  /// The path's segments, percent-decoded, empty ones left out.
  public let path: [String]
  /// The query's items in order, percent-decoded.
  public let query: [QueryItem]
  /// The fragment without `#`.
  public let fragment: String
  /// The scheme in lower case; `https` where none was written.
  public let scheme: String

  /// One item of a query.
  public struct QueryItem: Hashable, Sendable {
    /// The name before `=`.
    public let name: String
    /// The value after `=`, empty where there is none.
    public let value: String
  }

  /// Reads an address, or gives `nil` where the text is none.
  public init?(_ text: some StringProtocol) {
    var rest = Self.cleaned(text)[...]
    // `https%3A%2F%2F…`: an address that was made for another's query.
    if rest.prefix(9).lowercased().hasPrefix("http") && rest.prefix(9).contains("%3") {
      rest = PercentCoding.decoded(rest)[...]
    }
    var scheme = "https"
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else if let colon = rest.schemeSeparator() {
      scheme = rest[..<colon.lowerBound].lowercased()
      rest = rest[colon.upperBound...]
    } else if !Self.looksLikeHost(rest) {
      return nil
    }
    guard Self.schemes.contains(scheme) else { return nil }
    // `twitter.com/#!/name/status/1`: what follows the hash-bang is the path.
    if let bang = rest.firstRange(ofASCII: "/#!/") { rest.replaceSubrange(bang, with: "/") }
    let (beforeFragment, fragment) = rest.split(atFirst: "#")
    let (beforeQuery, query) = beforeFragment.split(atFirst: "?")
    // `at://did:plc:abc/…`: the authority is an account, not a host (AT Protocol, AT URI scheme).
    let place = scheme == "at" ? "at/\(beforeQuery)" : beforeQuery
    let segments = place.split(separator: "/", omittingEmptySubsequences: false)
    guard let authority = segments.first, let host = Self.host(in: authority) else { return nil }
    self.scheme = scheme
    self.host = host
    self.fragment = String(fragment)
    path = segments.dropFirst().filter { !$0.isEmpty }.map { PercentCoding.decoded($0) }
    self.query = Self.items(in: query)
  }

  /// The value of the first query item of a name.
  public func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  private static let schemes: Set<String> = ["http", "https", "at", "tg", "feed"]

  private static func cleaned(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      // `foo\_bar` is Markdown, `https:\/\/` is JSON that was printed without decoding.
      if previous == 0x5C, byte == 0x5F || byte == 0x2A || byte == 0x2F { result.removeLast() }
      if byte > 0x20 { result.append(byte) }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func looksLikeHost(_ text: Substring) -> Bool {
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.contains(".") && !host.contains(":") && !host.hasPrefix(".")
      && host.count < text.count
  }

  private static func host(in authority: Substring) -> String? {
    let afterUser = authority.split(separator: "@").last ?? authority
    let host = afterUser.prefix { $0 != ":" }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x22 && $0 != 0x3C }) else {
      return nil
    }
    return host.lowercased()
  }

  private static func items(in query: Substring) -> [QueryItem] {
    query.split(whereSeparator: { $0 == "&" || $0 == ";" }).compactMap { item in
      guard item != "amp" else { return nil }
      let (name, value) = item.split(atFirst: "=")
      return QueryItem(
        name: PercentCoding.decoded(name),
        value: PercentCoding.decoded(value.replacing(byte: "+", with: " ")))
    }
  }
}

extension Substring {
  /// The `://` of a scheme; nothing after the first colon can be one.
  fileprivate func schemeSeparator() -> Range<Index>? {
    guard let colon = firstIndex(of: ":"), self[colon...].hasPrefix("://") else { return nil }
    return colon..<index(colon, offsetBy: 3)
  }

  fileprivate func firstRange(ofASCII needle: String) -> Range<Index>? {
    guard let first = needle.first else { return nil }
    var start = startIndex
    while let place = self[start...].firstIndex(of: first) {
      if self[place...].hasPrefix(needle) {
        return place..<index(place, offsetBy: needle.utf8.count)
      }
      start = index(after: place)
    }
    return nil
  }

  fileprivate func split(atFirst separator: Character) -> (Substring, Substring) {
    guard let place = firstIndex(of: separator) else { return (self, "") }
    return (self[..<place], self[index(after: place)...])
  }

  fileprivate func replacing(byte: Character, with other: Character) -> String {
    String(map { $0 == byte ? other : $0 })
  }
}
