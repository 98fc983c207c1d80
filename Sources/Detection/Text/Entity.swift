/// A mention, list, hashtag, cashtag or address in the words of a post.
package struct Entity: Hashable, Sendable {
  /// What stands there.
  package enum Kind: String, Sendable, CaseIterable {
    /// `@handle`
    case mention
    /// `@handle/list-name`
    case list
    /// `#tag`
    case hashtag
    /// `$SYMBOL`
    case cashtag
    /// An address, with or without a protocol.
    case link
  }

  /// What stands there.
  package var kind: Kind
  /// The handle, tag or symbol without its sign, or the address as written.
  package var value: String
  /// The name of the list, without the slash (lists only).
  package var list: String?
  /// Where it stands, sign included, in Unicode code points.
  package var range: Range<Int>

  init(_ kind: Kind, _ value: String, range: Range<Int>, list: String? = nil) {
    self.kind = kind
    self.value = value
    self.range = range
    self.list = list
  }
}

/// What the fields of a post say about its words.
package struct PostEntities: Hashable, Sendable {
  /// Handles without `@`, each once, in the order of the text.
  package var mentions: [String] = []
  /// Hashtags without `#`, each once.
  package var hashtags: [String] = []
  /// Cashtags without `$`, each once.
  package var cashtags: [String] = []
  /// Addresses that cannot be a slip of punctuation, each once, media links left out.
  package var links: [String] = []
}
