public import PostModel

/// Reads the addresses of posts, of all platforms at once.
///
/// The declarations are compiled into a table by host, so that an address costs the same however
/// many platforms are known. Make one and share it.
public struct PostAddressReader: Sendable {
  /// What an address is.
  public enum Reading: Sendable {
    /// A post.
    case post(PostReference)
    /// Something else, and what.
    case other(platform: PlatformID?, reason: String)

    /// The post, if it is one.
    public var reference: PostReference? {
      if case .post(let reference) = self { reference } else { nil }
    }
  }

  private struct Entry: Sendable {
    let platform: Int
    let template: URLTemplate
    /// Set where the template's host begins with a capture: the label's pattern.
    let label: URLTemplate.Segment?
    /// Why it is no post, for those that are none.
    let reason: String?
  }

  private let platforms: [Platform]
  private let entries: [String: [Entry]]
  private let anyHost: [Entry]
  private let evident: [Entry]
  private let knownHosts: KnownHosts

  /// Compiles the declarations.
  public init(platforms: [Platform] = Platform.all) {
    self.platforms = platforms
    var entries: [String: [Entry]] = [:]
    var anyHost: [Entry] = []
    var evident: [Entry] = []
    for (index, platform) in platforms.enumerated() {
      for (host, entry) in Self.entries(of: platform, at: index) {
        entries[host, default: []].append(entry)
      }
      anyHost += platform.anywhere.map { template in
        Entry(
          platform: index, template: template, label: Self.label(of: template), reason: nil)
      }
      evident += platform.evident.map {
        Entry(platform: index, template: $0, label: nil, reason: nil)
      }
    }
    self.entries = entries
    knownHosts = KnownHosts(
      entries.keys.map { $0.hasSuffix("*") ? String($0.dropLast()) : $0 } + AddressWrapping.hosts)
    self.anyHost = anyHost
    self.evident = evident
  }

  /// The hosts at which posts are known, and those of services that carry other addresses.
  public var hosts: [String] {
    Set(
      entries.keys.map { $0.hasSuffix(".*") ? String($0.dropLast()) : $0 } + AddressWrapping.hosts
    ).sorted()
  }

  /// Reads an address; redirectors, archives and mirrors are looked through.
  public func reading(of text: some StringProtocol) -> Reading {
    let isKnown = knownHosts.mayBeHost(of: text)
    guard isKnown || Self.mayBeEvident(text) else {
      return .other(platform: nil, reason: "no platform is known at this host")
    }
    guard let address = AddressWrapping.address(in: text) else {
      return .other(platform: nil, reason: "it is no web address")
    }
    let found = reading(of: address)
    if case .other(nil, _) = found, let post = evidentReference(address) { return .post(post) }
    return found
  }

  /// The post that an address names, or `nil`.
  public func reference(in text: some StringProtocol) -> PostReference? {
    reading(of: text).reference
  }

  /// Whether a text may be an address of the fediverse: `/@name/…`, `/users/name/statuses/…`.
  private static func mayBeEvident(_ text: some StringProtocol) -> Bool {
    var text = String(text)
    return text.withUTF8 { bytes in
      bytes.indices.dropFirst().contains { bytes[$0] == 0x40 && bytes[$0 - 1] == 0x2F }
    } || statuses.occur(in: text)
  }

  private static let statuses = ByteNeedleSet(["/statuses/"])
  private static let embed = ByteNeedleSet(["/embed"])

  /// The post that an address under any host names by an id that tells a plausible time.
  private func evidentReference(_ address: WebAddress) -> PostReference? {
    for entry in evident {
      if let found = reference(address, by: entry), let id = found.id,
        platforms[entry.platform].time?(id) != nil
      {
        return found
      }
    }
    return nil
  }

  /// The post of one platform that an address names; instances of the fediverse may have any host.
  public func reference(in text: some StringProtocol, of platform: PlatformID) -> PostReference? {
    let base = text.hasPrefix("/") ? platforms.first { $0.id == platform }?.hosts.first : nil
    // `/@name/post/CODE`: the platform's own code names a post from its own root.
    let whole = base.map { text.hasPrefix("//") ? String(text) : "https://\($0)\(text)" }
    guard let address = AddressWrapping.address(in: whole ?? String(text)) else {
      return nil
    }
    if let found = reading(of: address).reference, found.platform == platform { return found }
    for entry in anyHost where platforms[entry.platform].id == platform {
      if let found = reference(address, by: entry) { return found }
    }
    return nil
  }

  /// The post that a frame's address names; there, instances of the fediverse are told by their paths.
  public func frameReference(in text: some StringProtocol) -> PostReference? {
    guard knownHosts.mayBeHost(of: text) || Self.embed.occur(in: String(text)),
      let address = AddressWrapping.address(in: text)
    else { return nil }
    if let found = reading(of: address).reference { return found }
    guard address.path.contains("embed") else { return nil }
    for entry in anyHost where entry.template.pattern.contains("/embed") {
      if let found = reference(address, by: entry) { return found }
    }
    return nil
  }

  /// Whether a reference's address is of the form that its platform gives to posts.
  public func isCanonical(_ reference: PostReference) -> Bool {
    guard let declared = platforms.first(where: { $0.id == reference.platform }) else {
      return false
    }
    let captures = ["id": reference.id, "handle": reference.handle].compactMapValues(\.self)
    return URLTemplate.expand(declared.canonical, with: captures) == reference.permalink
  }

  /// Makes a reference of an id that stands in markup without an address.
  public func reference(
    id: String, handle: String? = nil, of platform: PlatformID
  )
    -> PostReference?
  {
    guard let declared = platforms.first(where: { $0.id == platform }),
      declared.syntax["id"]?.matches(id[...]) ?? !id.isEmpty
    else { return nil }
    return made(["id": id].merging(handle.map { ["handle": $0] } ?? [:]) { $1 }, by: nil, declared)
  }

  /// Makes a reference of the captures of a template.
  public func reference(
    template: String, captures: [String: String], of platform: PlatformID
  ) -> PostReference? {
    URLTemplate.expand(template, with: captures).flatMap { reference(in: $0, of: platform) }
  }

  private func reading(of address: WebAddress) -> Reading {
    var isKnown: PlatformID?
    for host in Self.suffixes(of: address.host) {
      for entry in entries[host] ?? [] {
        isKnown = isKnown ?? platforms[entry.platform].id
        guard let captures = captures(of: address, by: entry) else { continue }
        if let reason = entry.reason {
          return .other(platform: platforms[entry.platform].id, reason: reason)
        }
        if let found = made(captures, by: entry.template, platforms[entry.platform]) {
          return .post(found)
        }
      }
    }
    return .other(
      platform: isKnown,
      reason: isKnown == nil
        ? "no platform is known at this host" : "the address is of no form that posts have")
  }

  private func reference(_ address: WebAddress, by entry: Entry) -> PostReference? {
    captures(of: address, by: entry).flatMap {
      made($0, by: entry.template, platforms[entry.platform])
    }
  }

  private func captures(of address: WebAddress, by entry: Entry) -> [String: String]? {
    let platform = platforms[entry.platform]
    guard var captures = entry.template.match(address, syntax: platform.syntax) else { return nil }
    captures["host"] = address.host
    if let label = entry.label, let host = entry.template.host {
      guard address.host.hasSuffix(host.drop { $0 != "." }) else { return nil }
      let first = address.host.prefix { $0 != "." }
      guard label.match(first, syntax: platform.syntax, into: &captures) else { return nil }
    }
    return captures
  }

  private func made(
    _ captures: [String: String], by template: URLTemplate?, _ platform: Platform
  ) -> PostReference? {
    var captures = captures
    if let handle = captures["handle"], platform.reservedHandles.contains(handle.lowercased()) {
      captures["handle"] = nil
    }
    let handle = URLTemplate.expand(template?.handle ?? "{handle}", with: captures)
    let id = URLTemplate.expand(template?.id ?? "{id}", with: captures)
    let permalink =
      URLTemplate.expand(template?.canonical ?? platform.canonical, with: captures)
      ?? platform.canonicalWithoutHandle.flatMap { URLTemplate.expand($0, with: captures) }
    guard let permalink else { return nil }
    return PostReference(
      platform: platform.id, id: id, handle: handle, permalink: permalink,
      identity: template?.identity.flatMap { URLTemplate.expand($0, with: captures) })
  }

  private static func entries(of platform: Platform, at index: Int) -> [(String, Entry)] {
    let posts = (platform.permalinks + platform.frames).map { ($0, String?.none) }
    let others = platform.others.map { ($0.template, String?.some($0.reason)) }
    // `/search` goes before a post whose id might read so; `/{handle}` only after every post.
    let special = others.filter { $0.0.hasLiteral }
    let general = others.filter { !$0.0.hasLiteral }
    return (special + posts + general).flatMap { template, reason -> [(String, Entry)] in
      guard let host = template.host else {
        let entry = Entry(platform: index, template: template, label: nil, reason: reason)
        return platform.hosts.map { ($0, entry) }
      }
      let label = label(of: template)
      let entry = Entry(platform: index, template: template, label: label, reason: reason)
      let rest = label == nil ? host[...] : host.drop { $0 != "." }.dropFirst()
      return [(String(rest), entry)]
    }
  }

  /// The pattern of the first label of a template's host, where it holds a capture.
  private static func label(of template: URLTemplate) -> URLTemplate.Segment? {
    guard let host = template.host, host.hasPrefix("{") else { return nil }
    return URLTemplate.Segment(String(host.prefix { $0 != "." }))
  }

  /// The host and what is left of it as labels are taken from its front: `a.b.c`, `b.c`, `c`.
  private static func suffixes(of host: String) -> [String] {
    let labels = host.split(separator: ".")
    // `nitter.*` is declared for mirrors that anybody may run.
    let first = labels.first.map { ["\($0).*"] } ?? []
    return labels.indices.map { labels[$0...].joined(separator: ".") } + first
  }
}
