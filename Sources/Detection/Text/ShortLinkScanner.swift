import PostModel

/// A link that X shortened, and where it stands.
struct PlacedLink {
  /// The full address: `https://pic.twitter.com/CODE`, `https://t.co/CODE`.
  var url: String
  /// Whether it leads to the post's own picture or film.
  var isMedia: Bool
  var range: Range<Int>
}

/// Finds `pic.twitter.com/CODE`, `pic.x.com/CODE` and `https://t.co/CODE` in one pass.
struct ShortLinkScanner: Sendable {
  /// All short links of a text; a host's name without a code is none.
  func links(in text: TextBytes) -> [PlacedLink] {
    var links: [PlacedLink] = []
    var position = 0
    while let slash = text.first(0x2F, in: position..<text.count) {
      position = slash + 1
      guard let host = Self.hosts.first(where: { text.has($0.name, endingAt: slash) }) else {
        continue
      }
      var end = slash + 1
      while end < text.count, end - slash <= 10, text.bytes[end].isCodeByte { end += 1 }
      guard end - slash > 8, let start = start(of: host, before: slash, in: text) else { continue }
      if let last = links.last, last.range.upperBound > start {
        // Codes of 8 letters are older than those of 10: `t.co/AbCdEfGhhttps://t.co/…`.
        let cut = last.range.upperBound - start
        links[links.count - 1].url.removeLast(cut)
        links[links.count - 1].range = last.range.lowerBound..<start
      }
      links.append(
        PlacedLink(
          url: "https://\(host.address)/\(text.string(slash + 1..<end))", isMedia: host.isMedia,
          range: start..<end))
      position = end
    }
    return links
  }

  /// The scheme belongs to the link; without one, `t.co` is the end of some other host.
  private func start(of host: Host, before slash: Int, in text: TextBytes) -> Int? {
    let start = slash - host.name.count
    for scheme in Self.schemes where text.has(scheme, endingAt: start) {
      return start - scheme.count
    }
    if host.isMedia { return start }
    guard start > 0 else { return start }
    return text.spaceLength(at: text.boundary(atOrBefore: start - 1)) > 0 ? start : nil
  }

  /// The hosts of such links, either those of pictures and films or the others.
  static func hostNames(ofMedia isMedia: Bool) -> [String] {
    hosts.filter { $0.isMedia == isMedia }.map(\.address)
  }

  private struct Host: Sendable {
    let name: [UInt8]
    let address: String
    let isMedia: Bool

    init(_ address: String, isMedia: Bool) {
      (self.address, self.isMedia, name) = (address, isMedia, Array(address.utf8))
    }
  }

  private static let hosts = [
    Host("pic.twitter.com", isMedia: true), Host("pic.x.com", isMedia: true),
    Host("t.co", isMedia: false),
  ]
  private static let schemes = ["https://", "http://"].map { Array($0.utf8) }
}

extension UInt8 {
  fileprivate var isCodeByte: Bool { isASCIIDigit || isASCIILetter }
}
