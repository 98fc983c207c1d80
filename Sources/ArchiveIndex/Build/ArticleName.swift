import Archive

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

/// The same for many addresses in ASCII, byte by byte, with the room of the last one.
struct ArticleAddress {
  /// `ArticleName.comparable`.
  private(set) var comparable: [UInt8] = []
  /// `ArticleName.reversed` of the host, empty where there is none.
  private(set) var reversedHost: [UInt8] = []

  /// Takes an address; `false` where it is not all in ASCII.
  mutating func take(_ url: UnsafeRawBufferPointer) -> Bool {
    guard UTF8Check.isASCII(url) else { return false }
    comparable.removeAll(keepingCapacity: true)
    reversedHost.removeAll(keepingCapacity: true)
    var rest = url[..<(url.firstIndex(of: 0x23) ?? url.endIndex)]
    if let colon = Self.endOfScheme(rest) { rest = rest[colon...] }
    let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F }
    for byte in authority { comparable.append(Self.lower(byte)) }
    if comparable.starts(with: "www.".utf8) { comparable.removeFirst(4) }
    reverse(comparable.prefix { $0 != 0x3A })
    comparable.append(contentsOf: rest.dropFirst(authority.count))
    if rest.count > authority.count, comparable.last == 0x2F { comparable.removeLast() }
    return true
  }

  private mutating func reverse(_ host: ArraySlice<UInt8>) {
    var labels = host.split(separator: 0x2E)[...]
    if labels.first.map({ $0.elementsEqual("www".utf8) }) ?? false { labels = labels.dropFirst() }
    for label in labels.reversed() {
      reversedHost.append(contentsOf: label)
      reversedHost.append(0x2E)
    }
  }

  private static func endOfScheme(_ url: Slice<UnsafeRawBufferPointer>) -> Int? {
    for index in url.indices.dropLast(2)
    where url[index] == 0x3A && url[index + 1] == 0x2F && url[index + 2] == 0x2F {
      return index + 3
    }
    return nil
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
