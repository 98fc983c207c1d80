import Digests
public import PostModel

/// What is taken out of posts before they are handed on.
///
/// This makes it harder to find out who wrote what, and not impossible: identifiers of posts stay, and
/// whoever asks the platform for one is told the rest. Hand on no more than is needed.
public struct Privacy: Sendable {
  /// One thing that is taken out.
  public enum Measure: String, Sendable, CaseIterable {
    /// Words go: the post's, and those of the article round it.
    case dropText = "drop-text"
    /// Handles become keyed digests; names, and addresses that hold a handle, go.
    case hashHandles = "hash-handles"
  }

  private let measures: Set<Measure>
  private let digest: KeyedDigest

  /// Takes measures; `key` decides what handles become, and only who has it can tell that two
  /// exports speak of one account.
  public init(_ measures: Set<Measure>, key: [UInt8]) {
    self.measures = measures
    digest = KeyedDigest(key: key)
  }

  /// The post without what is taken out.
  public func applied(to merged: MergedPost) -> MergedPost {
    var merged = merged
    if measures.contains(.hashHandles) {
      // Of all citations together: what one article calls an account, another may write in its words.
      let names = AccountNames(merged)
      merged.post = hashed(merged.post, names)
      merged.citations = merged.citations.map { hashed($0, names) }
    }
    if measures.contains(.dropText) {
      merged.post.text = nil
      merged.citations = merged.citations.map(Self.wordless)
    }
    return merged
  }

  /// What a handle becomes: `u-` and the first 16 hex digits of the HMAC-SHA-256 of the platform, a
  /// line feed and the handle in lower case.
  public func pseudonym(of handle: String, on platform: PlatformID?) -> String {
    let name = "\(platform?.rawValue ?? "unknown")\n\(handle.lowercased())"
    return "u-" + digest.hexDigits(of: name.utf8).prefix(16)
  }

  private static func wordless(_ citation: Citation) -> Citation {
    var citation = citation
    citation.post.text = nil
    citation.selector.exact = ""
    citation.selector.prefix = ""
    citation.selector.suffix = ""
    citation.evidence = []
    return citation
  }

  private func hashed(_ citation: Citation, _ names: AccountNames) -> Citation {
    var citation = citation
    citation.post = hashed(citation.post, names)
    for part in [\Selector.exact, \.prefix, \.suffix] {
      citation.selector[keyPath: part] = replaced(
        citation.selector[keyPath: part], names, citation.post.platform)
    }
    citation.article.title = citation.article.title.map {
      replaced($0, names, citation.post.platform)
    }
    citation.evidence = []
    return citation
  }

  private func hashed(_ original: Post, _ names: AccountNames) -> Post {
    var post = original
    let platform = post.platform
    post.author = post.author?.handle.map {
      Account(handle: pseudonym(of: $0, on: platform))
    }
    post.mentions = post.mentions.map { pseudonym(of: $0, on: platform) }
    post.text = post.text.map { replaced($0, names, platform) }
    if let permalink = post.permalink, names.areIn(permalink) { post.permalink = nil }
    post.links.removeAll { names.areIn($0) }
    post.media.removeAll { names.areIn($0.url) }
    return post
  }

  private func replaced(
    _ text: String, _ names: AccountNames, _ platform: PlatformID?
  ) -> String {
    names.replaced(in: text) { pseudonym(of: $0, on: platform) }
  }
}

extension Privacy.Measure: CustomStringConvertible {
  /// The name by which it is asked for.
  public var description: String { rawValue }
}
