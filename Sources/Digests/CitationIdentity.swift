public import PostModel

/// Derives the identifiers of an archive line from its content.
///
/// Equal content gives equal identifiers on any machine and in any run; so shards of a corpus may be
/// read apart and joined later. The derivation is part of the archive format and must not change.
public enum CitationIdentity {
  /// The identity of a document, 32 hex digits: what `Article.id` holds.
  ///
  /// A page that is captured again unchanged keeps its identity; one that changed gets another.
  /// - Parameters:
  ///   - address: what `Article.url` holds, `nil` for a document without an address.
  ///   - digest: what `Article.digest` holds, `sha256:` and 64 hex digits.
  /// - Returns: 32 lower case hex digits.
  public static func documentIdentity(address: String?, digest: String) -> String {
    identifier(["document", address.map(normalizedAddress) ?? "", digest])
  }

  /// The identity of a citation, from the document's identity, the place and the post.
  public static func citationID(
    document: String, selector: Selector, postKey: PostKey
  ) -> CitationID {
    let place = ["\(selector.start)", "\(selector.end)", selector.path ?? "", selector.exact]
    return CitationID(rawValue: identifier(["citation", document] + place + [postKey.rawValue]))
  }

  /// The fingerprint of a post's words, 16 hex digits, equal for texts that fold alike.
  ///
  /// Words of which nothing is left by folding (a lone emoji, a lone link) are taken as they are.
  public static func fingerprint(ofText text: String) -> String {
    let folded = FoldedText(text).value
    let told = folded.isEmpty ? text : folded
    return String(SHA256Digest.hexDigits(of: told.utf8).prefix(16))
  }

  /// An address without scheme, default port, fragment and the case of its host.
  static func normalizedAddress(_ address: String) -> String {
    var rest = Substring(address)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      break
    }
    rest = rest.prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    var host = authority.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) {
      host.removeLast(port.count)
    }
    let path = rest.dropFirst(authority.count)
    return host + (path.isEmpty ? "/" : path)
  }

  /// The first 128 bits of the digest of all parts; each part is led by its length, so that no two
  /// lists of parts read alike.
  private static func identifier(_ parts: [String]) -> String {
    var digest = SHA256Digest()
    for part in parts {
      digest.update("\(part.utf8.count):".utf8)
      digest.update(part.utf8)
    }
    return String(digest.hexDigits().prefix(32))
  }
}
