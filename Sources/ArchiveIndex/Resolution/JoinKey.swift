import PostModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What two citations have in common when they may be of one post.
///
/// It is the name itself and no hash of it: the table of keys finds candidates, and these are joined
/// by what they truly share.
struct JoinKey: Hashable, Comparable, Sendable {
  /// An address, a code, folded words, or platform and identifier.
  ///
  /// Only keys of one kind are compared.
  let name: String
  private let hash: UInt64

  private init(_ name: String) {
    self.name = name
    hash = StableHash.of(name)
  }

  static func native(_ platform: String, _ id: String) -> JoinKey { JoinKey("\(platform):\(id)") }

  static func permalink(_ url: String) -> JoinKey { JoinKey(url) }

  /// A code of X's own shortener, the same in `pic.twitter.com/CODE` and in `t.co/CODE`.
  static func code(_ code: String) -> JoinKey { JoinKey(code) }

  /// Words as `FoldedText` has them.
  static func text(_ folded: String) -> JoinKey { JoinKey(folded) }

  // By bytes, as all comparisons here: those of characters would have to be composed.
  static func == (lhs: JoinKey, rhs: JoinKey) -> Bool {
    lhs.hash == rhs.hash && compare(lhs.name, rhs.name) == 0
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }

  /// An order that is the same in every run; it has no meaning.
  static func < (lhs: JoinKey, rhs: JoinKey) -> Bool {
    lhs.hash != rhs.hash
      ? lhs.hash < rhs.hash : compare(lhs.name, rhs.name) < 0
  }

  /// Below, at, or above 0 as one name comes before, is, or comes after the other.
  private static func compare(_ lhs: String, _ rhs: String) -> Int {
    var (lhs, rhs) = (lhs, rhs)
    return lhs.withUTF8 { one in
      rhs.withUTF8 { other in
        guard let first = one.baseAddress, let second = other.baseAddress,
          case let order = memcmp(first, second, min(one.count, other.count)), order != 0
        else { return one.count - other.count }
        return Int(order)
      }
    }
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
