/// Tells without reading an address whole that its host is none that any platform has.
///
/// Most links of a page lead elsewhere: they are let go after a look at their host.
struct KnownHosts: Sendable {
  private let hosts: Set<Substring>

  /// Prepares hosts in lower case; each stands for its subdomains too.
  init(_ hosts: [String]) {
    self.hosts = Set(hosts.map { $0[...] })
  }

  /// Whether a text may be an address at one of the hosts; `false` is certain.
  func mayBeHost(of text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first(where: { $0 > 0x20 }), first != 0x23, first != 0x3F else {
      return false
    }
    let host = Self.host(in: String(text))
    guard host.utf8.contains(0x2E) || host == "at" || host == "resolve" else { return false }
    var rest = host
    while true {
      if hosts.contains(rest) { return true }
      guard let dot = rest.firstIndex(of: ".") else { return false }
      rest = rest[rest.utf8.index(after: dot)...]
    }
  }

  /// What stands in a host's place, in lower case; an odd address gives an odd host.
  private static func host(in text: String) -> Substring {
    var rest = text.utf8[...].drop { $0 <= 0x20 }
    if let slash = rest.firstIndex(of: 0x2F) {
      let next = rest.index(after: slash)
      if next < rest.endIndex, rest[next] == 0x2F {
        if rest.starts(with: "at:".utf8) { return "at" }
        rest = rest[rest.index(after: next)...]
      } else if rest[slash...].starts(with: #"/\/"#.utf8) {
        rest = rest[rest.index(slash, offsetBy: 3)...]
      }
    }
    let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 || $0 == 0x5C }
    let authority = rest[..<(end ?? rest.endIndex)]
    let afterUser = authority.lastIndex(of: 0x40).map { authority[authority.index(after: $0)...] }
    let host = (afterUser ?? authority).prefix { $0 != 0x3A }
    return Substring(String(Substring(host)).lowercased())
  }
}
