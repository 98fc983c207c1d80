package import Platforms

/// Finds mentions, lists, hashtags, cashtags and addresses after the rules of twitter-text 3.
///
/// Ranges count Unicode code points. The time is linear in the length of the text.
package struct EntityScanner: Sendable {
  /// Makes a scanner; it holds nothing.
  package init() {}

  /// All entities of a text, in the order of their places, none inside another.
  package func scan(_ text: String) -> [Entity] {
    let scalars = Array(text.unicodeScalars)
    let links = links(in: scalars)
    let others = (mentions(in: scalars) + hashtags(in: scalars) + cashtags(in: scalars))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    return Self.merged(links, others)
  }

  /// The entities as the fields of a post hold them.
  package func entities(in text: String, mentions form: MentionForm = .word) -> PostEntities {
    var found = PostEntities()
    var seen: Set<String> = []
    let scalars = form == .word ? [] : Array(text.unicodeScalars)
    for entity in scan(text) {
      let handle = Self.handle(of: entity, in: scalars, form)
      guard seen.insert("\(entity.kind)\(handle)").inserted else { continue }
      switch entity.kind {
      case .mention, .list: found.mentions.append(handle)
      case .hashtag: found.hashtags.append(entity.value)
      case .cashtag: found.cashtags.append(entity.value)
      case .link where Self.isLink(entity.value): found.links.append(entity.value)
      case .link: break
      }
    }
    return found
  }

  /// The handle that a text is addressed to: a mention before which only white space stands.
  package func reply(in text: String) -> Entity? {
    let scalars = Array(text.unicodeScalars)
    let start = Self.end(of: scalars, from: 0) { $0.isSpace || $0.isDirectional }
    guard start < scalars.count, scalars[start].isAtSign else { return nil }
    return scan(text).first {
      $0.range.lowerBound == start && ($0.kind == .mention || $0.kind == .list)
    }
  }

  /// Whether a whole text is one `@handle`.
  package func isUsername(_ text: String) -> Bool { isWhole(text, .mention) }

  /// Whether a whole text is one `@handle/list`.
  package func isList(_ text: String) -> Bool { isWhole(text, .list) }

  /// Whether a whole text is one `#tag`.
  package func isHashtag(_ text: String) -> Bool { isWhole(text, .hashtag) }

  private func isWhole(_ text: String, _ kind: Entity.Kind) -> Bool {
    let found = scan(text)
    return found.count == 1 && found[0].kind == kind
      && found[0].range == 0..<text.unicodeScalars.count
  }

  /// Links win over what lies inside of them (`example.com/#top`).
  private static func merged(_ links: [Entity], _ others: [Entity]) -> [Entity] {
    var result: [Entity] = []
    var next = 0
    for entity in others {
      while next < links.count, links[next].range.lowerBound <= entity.range.lowerBound {
        result.append(links[next])
        next += 1
      }
      if let last = result.last, last.range.upperBound > entity.range.lowerBound { continue }
      if next < links.count, links[next].range.lowerBound < entity.range.upperBound { continue }
      result.append(entity)
    }
    return result + links[next...]
  }

  /// `end.It` of a sentence without a space is no link of a post, `example.com/page` is one.
  private static func isLink(_ address: String) -> Bool {
    let bare = address.lowercased().drop(protocol: ["https://", "http://"])
    if bare.hasPrefix("pic.twitter.com/") || bare.hasPrefix("pic.x.com/") { return false }
    return bare.utf8.count != address.utf8.count || bare.hasPrefix("www.") || bare.contains("/")
  }
}

extension String {
  fileprivate func drop(protocol prefixes: [String]) -> Substring {
    for prefix in prefixes where hasPrefix(prefix) {
      return dropFirst(prefix.count)
    }
    return self[...]
  }
}

extension EntityScanner {
  /// The words between two positions.
  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
