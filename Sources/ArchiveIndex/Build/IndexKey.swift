/// By what a citation or an article is found: what kind of name, and 60 bits of the name's hash.
struct IndexKey: Hashable, Comparable, Sendable {
  /// What kind of name it is, in the order in which keys are sorted.
  enum Kind: UInt64, CaseIterable {
    /// The citation's own identifier.
    case citation = 1
    /// Platform and the platform's identifier of the post.
    case native
    /// The post's key, where that is another.
    case key
    case permalink
    /// A code of X's own shortener, the same in `pic.twitter.com/CODE` and in `t.co/CODE`.
    case code
    /// The folded words.
    case text
    /// The least of some shingles of the words: near-duplicates share one.
    case band
    /// The article's identifier.
    case article
    /// The article's address or the path of its file.
    case address

    /// Whether citations that share such a key may be of one post.
    var joins: Bool {
      switch self {
      case .native, .permalink, .code, .text, .band: true
      case .citation, .key, .article, .address: false
      }
    }
  }

  let value: UInt64

  init(value: UInt64) {
    self.value = value
  }

  init(_ kind: Kind, hash: UInt64) {
    value = kind.rawValue << 60 | hash >> 4
  }

  init(_ kind: Kind, _ bytes: UnsafeRawBufferPointer) {
    self.init(kind, hash: StableHash.of(bytes))
  }

  init(_ kind: Kind, _ text: String) {
    self.init(kind, hash: StableHash.of(text))
  }

  var kind: Kind { Kind(rawValue: value >> 60) ?? .citation }

  static func < (lhs: IndexKey, rhs: IndexKey) -> Bool {
    lhs.value < rhs.value
  }
}

/// A key and the number of the citation or the article that has it.
struct KeyEntry: Hashable, BitwiseCopyable, Sendable {
  var key: UInt64
  /// The number, and in the lowest bit whether the citation lacks the platform's identifier.
  var tagged: UInt64

  init(key: IndexKey, number: Int, isNameless: Bool) {
    self.key = key.value
    tagged = UInt64(number) << 1 | (isNameless ? 1 : 0)
  }

  init(key: UInt64, tagged: UInt64) {
    self.key = key
    self.tagged = tagged
  }

  var number: Int { Int(tagged >> 1) }
  var isNameless: Bool { tagged & 1 == 1 }
}
