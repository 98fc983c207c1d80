import Digests
import PostModel

/// Folds the sightings of one document into citations, one for each post.
struct CitationAssembler {
  let catalog: CompiledCatalog
  let entities = EntityScanner()

  /// The citations of an article, in the order of their places in its text.
  func citations(of sightings: [Sighting], in article: Article, text: String) -> [Citation] {
    let groups = SightingGroups(sightings).groups
    let offsets = groups.flatMap { [$0[0].utf8Range.lowerBound, $0[0].utf8Range.upperBound] }
    let map = CodePointMap(text: text, offsets: offsets)
    return groups.map { citation(of: $0, in: article, map: map) }
  }

  private func citation(of group: [Sighting], in article: Article, map: CodePointMap) -> Citation {
    let merged = Self.merged(group)
    let resolution = DateResolver(catalog: catalog).resolution(
      platform: merged.platform, id: merged.id, dates: merged.dates, article: article)
    var post = post(of: merged)
    post.published = resolution.date
    let selector = selector(of: group[0], map: map)
    return Citation(
      id: CitationIdentity.citationID(
        document: article.id, selector: selector, postKey: post.key),
      form: group[0].form, confidence: group.map(\.confidence).max() ?? 0, post: post,
      article: article, selector: selector, evidence: merged.evidence + resolution.evidence,
      findings: findings(of: merged) + resolution.findings)
  }

  /// The strongest sighting, with what it lacks taken from the others.
  private static func merged(_ group: [Sighting]) -> Sighting {
    var best = group[0]
    for other in group.dropFirst() {
      best.platform = best.platform ?? other.platform
      best.id = best.id ?? other.id
      best.identity = best.identity ?? other.identity
      if best.permalinkHandle == nil, other.permalink != nil {
        best.permalink = other.permalink
        best.permalinkHandle = other.permalinkHandle
      }
      if !isQuotedWithin(best, other) {
        best.author.handle = best.author.handle ?? other.author.handle
        best.author.name = best.author.name ?? other.author.name
      }
      best.text = best.text ?? other.text
      best.language = best.language ?? other.language
      best.dates += other.dates
      best.media += other.media.filter { !best.media.contains($0) }
      best.links += other.links.filter { !best.links.contains($0) }
      best.evidence += other.evidence.filter { !best.evidence.contains($0) }
      best.findings += other.findings.filter { !best.findings.contains($0) }
    }
    return best
  }

  /// Whether a quotation is a small part of a post's own words: who is quoted there did not write it.
  private static func isQuotedWithin(_ post: Sighting, _ quotation: Sighting) -> Bool {
    guard post.form == .remnant, quotation.form == .quote, let words = post.text,
      post.utf8Range.lowerBound <= quotation.utf8Range.lowerBound,
      quotation.utf8Range.upperBound <= post.utf8Range.upperBound
    else { return false }
    return (quotation.text ?? "").utf8.count * 2 < words.utf8.count
  }

  private func post(of sighting: Sighting) -> Post {
    var post = Post(key: key(of: sighting), platform: sighting.platform)
    post.id = sighting.id
    post.permalink = sighting.permalink
    var author = sighting.author
    // The permalink is the surer of the two; but a number in a handle's place is an account's id.
    let linked = sighting.permalinkHandle
    let isNumber = linked?.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ?? true
    author.handle = (isNumber ? author.handle : linked) ?? linked
    if let handle = author.handle, let platform = sighting.platform, author.url == nil {
      author.url = catalog.profile(of: handle, on: platform)
    }
    post.author = author.isEmpty ? nil : author
    post.language = sighting.language
    post.media = sighting.media
    post.links = sighting.links
    post.quotes = sighting.quotes
    post.repliesTo = sighting.repliesTo
    if let text = sighting.text, !text.isEmpty {
      post.text = text
      let found = entities.entities(
        in: text, mentions: catalog.mentions(on: sighting.platform))
      post.mentions = found.mentions
      post.hashtags = found.hashtags
      post.cashtags = found.cashtags
      post.links += found.links.filter { !post.links.contains($0) }
    }
    return post
  }

  private func key(of sighting: Sighting) -> PostKey {
    if let platform = sighting.platform, let identity = sighting.identity ?? sighting.id {
      return PostKey(platform: platform, id: identity)
    }
    if let platform = sighting.platform,
      let code = sighting.media.first?.url.split(separator: "/").last
    {
      return PostKey(platform: platform, mediaCode: String(code))
    }
    let words =
      [sighting.text, sighting.permalink, sighting.author.handle, sighting.author.name]
      .compactMap { $0 }.first ?? ""
    return PostKey(
      platform: sighting.platform, fingerprint: CitationIdentity.fingerprint(ofText: words))
  }

  private func selector(of sighting: Sighting, map: CodePointMap) -> Selector {
    let range = sighting.utf8Range
    var path: String?
    if case .element(let element, _) = sighting.location { path = element }
    return Selector(
      exact: map.text(range), prefix: map.prefix(of: range.lowerBound, count: 32),
      suffix: map.suffix(of: range.upperBound, count: 32),
      start: map.codePoints(before: range.lowerBound),
      end: map.codePoints(before: range.upperBound), path: path)
  }

  private func findings(of sighting: Sighting) -> [Finding] {
    var found = sighting.findings
    if let shown = sighting.author.handle, let linked = sighting.permalinkHandle,
      sighting.platform == "x", shown.lowercased() != linked.lowercased(),
      !linked.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      found.append(.handleDiffersFromPermalink)
    }
    return found
  }
}
