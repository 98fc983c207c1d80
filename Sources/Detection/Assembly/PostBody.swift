import PostModel

/// A post's words, with its media links and short links taken out of them.
struct PostBody {
  /// The words, white space folded, line breaks kept.
  let text: String
  /// `pic.twitter.com/CODE` as media.
  let media: [Media]
  /// `https://t.co/CODE` as links.
  let links: [String]

  /// Takes words apart.
  init(_ words: String) {
    var text = ""
    var media: [Media] = []
    var links: [String] = []
    var rest = words[...]
    while let found = ShortLink.first(in: rest) {
      text += rest[..<found.range.lowerBound]
      if found.isMedia {
        media.append(Media(url: found.url))
      } else {
        links.append(found.url)
      }
      rest = rest[found.range.upperBound...]
    }
    self.text = Self.folded(text + rest)
    self.media = media
    self.links = links
  }

  /// Folds white space within lines, drops empty lines at the ends and doubled ones within.
  private static func folded(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
    var kept: [String] = []
    for line in lines where !(line.isEmpty && (kept.last?.isEmpty ?? true)) {
      kept.append(line)
    }
    while kept.last?.isEmpty ?? false { kept.removeLast() }
    return kept.joined(separator: "\n")
  }
}

/// A link that X shortened: to media (`pic.twitter.com/CODE`) or to a page (`https://t.co/CODE`).
struct ShortLink {
  /// Where it stands.
  let range: Range<Substring.Index>
  /// Its full address.
  let url: String
  /// Whether it leads to the post's own media.
  let isMedia: Bool

  /// The first short link of a text.
  static func first(in text: Substring) -> ShortLink? {
    let bytes = text.utf8
    var index = bytes.startIndex
    while let slash = bytes[index...].firstIndex(of: 0x2F) {
      for host in hosts where bytes[..<slash].reversed().starts(with: host.reversed) {
        let code = bytes[bytes.index(after: slash)...].prefix(while: isCode)
        guard (6...12).contains(code.count) else { continue }
        let start = start(of: host, before: slash, in: text)
        let name = String(decoding: host.reversed.reversed(), as: UTF8.self)
        return ShortLink(
          range: start..<code.endIndex, url: "https://\(name)/\(Substring(code))",
          isMedia: host.isMedia)
      }
      index = bytes.index(after: slash)
    }
    return nil
  }

  private struct Host: Sendable {
    let reversed: [UInt8]
    let isMedia: Bool
  }

  private static let hosts: [Host] = [
    Host(reversed: Array("pic.twitter.com".utf8.reversed()), isMedia: true),
    Host(reversed: Array("pic.x.com".utf8.reversed()), isMedia: true),
    Host(reversed: Array("t.co".utf8.reversed()), isMedia: false),
  ]

  /// A scheme before the host belongs to the link.
  private static func start(
    of host: Host, before slash: Substring.Index, in text: Substring
  )
    -> Substring.Index
  {
    var start = text.utf8.index(slash, offsetBy: -host.reversed.count)
    for scheme in ["https://", "http://"] where text[..<start].hasSuffix(scheme) {
      start = text.utf8.index(start, offsetBy: -scheme.utf8.count)
    }
    return start
  }

  private static func isCode(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
