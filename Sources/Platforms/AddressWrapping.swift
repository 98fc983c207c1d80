/// Services that carry another address inside theirs: archives, redirectors, players, caches.
package enum AddressWrapping {
  /// The address of which a web archive's address names a capture; `nil` for any other address.
  package static func captured(by text: String) -> String? {
    archivedPart(of: text).map { String($0) }
  }

  /// The address that a text is or carries.
  static func address(in text: some StringProtocol) -> WebAddress? {
    WebAddress(String(archivedPart(of: text) ?? text[...])).map(unwrapped)
  }

  /// What an archive's address carries behind its stamp, whoever runs the archive and under
  /// whatever host or none: `/web/20201115164630id_/https://…` (as Wayback and pywb write it).
  private static func archivedPart<Text: StringProtocol>(of text: Text) -> Text.SubSequence? {
    guard carried.occur(in: String(text)) else { return nil }
    let bytes = text.utf8
    var slash: Text.Index?
    for place in bytes.indices where bytes[place] == 0x2F {
      defer { slash = bytes.index(after: place) }
      guard let start = slash, bytes[place...].dropFirst().prefix(4).elementsEqual("http".utf8),
        isStamp(bytes[start..<place])
      else { continue }
      let inner = text[bytes.index(after: place)...]
      return inner.hasPrefix("http://") || inner.hasPrefix("https://") ? inner : nil
    }
    return nil
  }

  private static let carried = ByteNeedleSet(["/http"])

  /// `20201115164630`, `20201115164630if_`, and archive.today's `2020.11.15-164630`.
  private static func isStamp(_ bytes: some Collection<UInt8>) -> Bool {
    let digits = bytes.prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    let rest = bytes.dropFirst(digits.count)
    return (4...17).contains(digits.count)
      && (rest.isEmpty || rest.count < 5 && Array(rest).last == 0x5F)
  }

  /// The address inside, or the address itself; wrappers in wrappers are opened too.
  static func unwrapped(_ address: WebAddress) -> WebAddress {
    var current = address
    // Three wrappers is the most that was seen (a cache of an archive of a redirector).
    for _ in 0..<4 {
      guard let inner = inner(of: current) else { return current }
      current = inner
    }
    return current
  }

  /// The hosts at which addresses may carry others.
  static var hosts: [String] {
    wrappers.map(\.host) + archives + ["cdn.ampproject.org"]
  }

  private static func inner(of address: WebAddress) -> WebAddress? {
    if let archived = archived(in: address) ?? cached(in: address) { return archived }
    for wrapper in wrappers where isHost(address.host, wrapper.host) {
      guard wrapper.path.map(address.path.contains) ?? true else { continue }
      for name in wrapper.names {
        if let value = address.queryValue(name), let inner = WebAddress(value) { return inner }
      }
    }
    return nil
  }

  private struct Wrapper {
    let host: String
    let path: String?
    let names: [String]
  }

  private static let wrappers: [Wrapper] = [
    Wrapper(host: "l.facebook.com", path: "l.php", names: ["u"]),
    Wrapper(host: "lm.facebook.com", path: "l.php", names: ["u"]),
    Wrapper(host: "facebook.com", path: "post.php", names: ["href"]),
    Wrapper(host: "facebook.com", path: "video.php", names: ["href"]),
    Wrapper(host: "facebook.com", path: "comment_embed.php", names: ["href"]),
    Wrapper(host: "l.instagram.com", path: nil, names: ["u"]),
    Wrapper(host: "google.com", path: "url", names: ["q", "url"]),
    Wrapper(host: "out.reddit.com", path: nil, names: ["url"]),
    Wrapper(host: "t.umblr.com", path: "redirect", names: ["z"]),
    Wrapper(host: "youtube.com", path: "redirect", names: ["q"]),
    Wrapper(host: "vk.com", path: "away.php", names: ["to"]),
    Wrapper(host: "w.soundcloud.com", path: "player", names: ["url"]),
    Wrapper(host: "twitframe.com", path: "show", names: ["url"]),
    Wrapper(host: "embedly.com", path: nil, names: ["src", "url"]),
    Wrapper(host: "iframe.ly", path: nil, names: ["url"]),
    Wrapper(host: "iframely.net", path: nil, names: ["url"]),
    Wrapper(host: "cdn.iframe.ly", path: nil, names: ["url"]),
    Wrapper(host: "if-cdn.com", path: nil, names: ["url"]),
    Wrapper(host: "safelinks.protection.outlook.com", path: nil, names: ["url"]),
    Wrapper(host: "threads.com", path: "redirect", names: ["u"]),
  ]

  private static func isHost(_ host: String, _ suffix: String) -> Bool {
    host == suffix || host.hasSuffix("." + suffix)
  }

  /// The Internet Archive, and archive.today under all of its names.
  private static let archives = [
    "archive.org", "archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn",
    "archive.md", "archive.fo",
  ]

  /// `web.archive.org/web/20201115164630id_/https://…`: the stamp is the capture's, not the post's;
  /// `archive.ph/newest/https://…`, `archive.ph/o/CODE/https://…`.
  private static func archived(in address: WebAddress) -> WebAddress? {
    guard archives.contains(where: { isHost(address.host, $0) }) else { return nil }
    let path = address.path.first == "web" ? address.path.dropFirst() : address.path[...]
    let scheme = path.prefix(3).firstIndex { $0 == "https:" || $0 == "http:" }
    if let scheme {
      return joined(path[scheme...], query: address.query, fragment: address.fragment)
    }
    guard let stamp = path.first, stamp.first?.isNumber ?? false || stamp == "*" else { return nil }
    return joined(path.dropFirst(), query: address.query, fragment: address.fragment)
  }

  /// `x.cdn.ampproject.org/c/s/host/path` and the `google.com/amp/s/` of search results.
  private static func cached(in address: WebAddress) -> WebAddress? {
    let path = address.path
    if address.host.hasSuffix("cdn.ampproject.org"), path.count > 2 {
      return joined(path.dropFirst(path[1] == "s" ? 2 : 1), query: address.query, fragment: "")
    }
    guard isHost(address.host, "google.com"), path.first == "amp", path.count > 2 else {
      return nil
    }
    return joined(path.dropFirst(path[1] == "s" ? 2 : 1), query: address.query, fragment: "")
  }

  private static func joined(
    _ path: ArraySlice<String>, query: [WebAddress.QueryItem], fragment: String
  ) -> WebAddress? {
    guard let first = path.first else { return nil }
    var text = first.hasSuffix(":") ? "https://" : "https://\(first)/"
    text += path.dropFirst().map(PercentCoding.encodedSegment).joined(separator: "/")
    if !query.isEmpty {
      text +=
        "?"
        + query.map { "\($0.name)=\(PercentCoding.encodedSegment($0.value))" }
        .joined(separator: "&")
    }
    return WebAddress(fragment.isEmpty ? text : "\(text)#\(fragment)")
  }
}
