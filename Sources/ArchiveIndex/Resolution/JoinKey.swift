import Digests
import PostModel

/// What two citations have in common when they may be of one post.
///
/// It is the name itself and no hash of it: the table of keys finds candidates, and these are joined
/// by what they truly share.
struct JoinKey: Hashable, Comparable, Sendable {
  let value: String
  private let hash: UInt64

  private init(value: String) {
    self.value = value
    hash = StableHash.of(value)
  }

  static func native(_ platform: PlatformID, _ id: String) -> JoinKey {
    JoinKey(value: "\(platform.rawValue):\(id)")
  }

  static func permalink(_ url: String) -> JoinKey { JoinKey(value: "permalink \(url)") }

  /// A code of X's own shortener, the same in `pic.twitter.com/CODE` and in `t.co/CODE`.
  static func code(_ code: String) -> JoinKey { JoinKey(value: "code \(code)") }

  static func text(_ text: FoldedText) -> JoinKey { JoinKey(value: "text \(text.value)") }

  // By bytes, as all comparisons here: those of characters would have to be composed.
  static func == (lhs: JoinKey, rhs: JoinKey) -> Bool {
    lhs.hash == rhs.hash && lhs.value.utf8.count == rhs.value.utf8.count
      && lhs.value.utf8.withContiguousStorageIfAvailable { one in
        rhs.value.utf8.withContiguousStorageIfAvailable { one.elementsEqual($0) }
      } == .some(.some(true))
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }

  static func < (lhs: JoinKey, rhs: JoinKey) -> Bool {
    lhs.value.utf8.lexicographicallyPrecedes(rhs.value.utf8)
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
    var url = url
    return url.withUTF8 { bytes in
      code(in: UnsafeRawBufferPointer(bytes)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The code in the bytes of such an address.
  static func code(in url: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    var rest = url[...]
    for scheme in ["https://", "http://"] where rest.starts(with: scheme.utf8) {
      rest = rest.dropFirst(scheme.utf8.count)
    }
    for host in ["pic.twitter.com/", "pic.x.com/", "t.co/"] where rest.starts(with: host.utf8) {
      let code = rest.dropFirst(host.utf8.count).prefix {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
      return code.isEmpty ? nil : UnsafeRawBufferPointer(rebasing: code)
    }
    return nil
  }
}
