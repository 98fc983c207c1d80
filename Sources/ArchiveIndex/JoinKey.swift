import Digests
import PostModel

/// What two citations have in common when they may be of one post, as 64 bits of a digest.
struct JoinKey: Hashable, Comparable, Sendable {
  let value: Int64

  init(value: Int64) {
    self.value = value
  }

  static func native(_ platform: PlatformID, _ id: String) -> JoinKey {
    JoinKey(hashing: "id \(platform.rawValue) \(id)")
  }

  static func permalink(_ url: String) -> JoinKey {
    JoinKey(hashing: "permalink \(url)")
  }

  static func key(_ key: PostKey) -> JoinKey {
    JoinKey(hashing: "key \(key.rawValue)")
  }

  /// A code of X's own shortener, the same in `pic.twitter.com/CODE` and in `t.co/CODE`.
  static func code(_ code: String) -> JoinKey {
    JoinKey(hashing: "code \(code)")
  }

  static func text(_ text: FoldedText) -> JoinKey {
    JoinKey(hashing: "text \(text.value)")
  }

  static func < (lhs: JoinKey, rhs: JoinKey) -> Bool {
    lhs.value < rhs.value
  }

  private init(hashing text: String) {
    value = Self.digest(of: text)
  }

  /// The first 64 bits of the digest of a text.
  static func digest(of text: String) -> Int64 {
    let digits = SHA256Digest.hexDigits(of: text.utf8).prefix(16)
    return Int64(bitPattern: UInt64(digits, radix: 16) ?? 0)
  }
}

extension Post {
  /// The codes of X's shortener in the post's media and links, in order, each once.
  ///
  /// Those of media name the post; those of links may stand in several posts.
  var shortCodes: (media: [String], links: [String]) {
    let media = self.media.compactMap { Self.code(in: $0.url) }
    let links = self.links.compactMap { Self.code(in: $0) }
    return (media, links)
  }

  /// The code in an address of X's shortener, with or without its scheme.
  static func code(in url: String) -> String? {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    for host in ["pic.twitter.com/", "pic.x.com/", "t.co/"] where rest.hasPrefix(host) {
      let code = rest.dropFirst(host.count).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return code.isEmpty ? nil : String(code)
    }
    return nil
  }
}
