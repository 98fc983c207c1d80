import PostModel

/// Folds the citations of one post into the best that is known of it.
///
/// Each field comes from the best citation that has it; which that is does not depend on the order of
/// the citations. An embed goes before a remnant, that before a quotation, that before a link; then the
/// surer citation goes first, then the one with the smaller identifier.
struct PostMerger {
  private let ranked: [Citation]
  private var post: Post
  private var sources: [String: CitationID] = [:]

  static func merge(_ citations: [Citation], joins: [MergedPost.Join]) -> MergedPost? {
    guard let first = citations.first else { return nil }
    var merger = PostMerger(citations, first.post)
    merger.mergeIdentity()
    merger.mergeAuthor()
    merger.mergeWords()
    merger.mergeLists()
    return MergedPost(
      post: merger.post, sources: merger.sources, joins: joins, citations: citations)
  }

  private init(_ citations: [Citation], _ first: Post) {
    ranked = citations.sorted {
      ($0.form.rank, -$0.confidence, $0.id) < ($1.form.rank, -$1.confidence, $1.id)
    }
    post = Post(key: first.key)
  }

  private mutating func mergeIdentity() {
    let best = ranked.min { Self.vagueness($0.post.key) < Self.vagueness($1.post.key) }
    if let best {
      post.key = best.post.key
      sources["key"] = best.id
    }
    take("platform", \.platform) { $0.platform }
    take("id", \.id) { $0.id }
    take("permalink", \.permalink) { $0.permalink }
    take("published", \.published, from: byDate) { $0.published }
    take("quotes", \.quotes) { $0.quotes }
    take("replies_to", \.repliesTo) { $0.repliesTo }
  }

  private mutating func mergeAuthor() {
    var author = Account()
    author.handle = value("author.handle", in: ranked) { $0.author?.handle }
    author.name = value("author.name", in: ranked) { $0.author?.name }
    author.url = value("author.url", in: ranked) { $0.author?.url }
    if !author.isEmpty { post.author = author }
  }

  /// The words are best where the platform did not cut them.
  private mutating func mergeWords() {
    let isCut = { (citation: Citation) in citation.findings.contains(.textCutByPlatform) }
    let whole = ranked.filter { !isCut($0) } + ranked.filter(isCut)
    take("text", \.text, from: whole) { $0.text.flatMap { $0.isEmpty ? nil : $0 } }
    let speakers = ranked.filter { $0.post.text == post.text }
    take("lang", \.language, from: speakers + ranked) { $0.language }
  }

  private mutating func mergeLists() {
    let filled = { (list: [String]) in list.isEmpty ? nil : list }
    post.media = value("media", in: ranked) { $0.media.isEmpty ? nil : $0.media } ?? []
    post.links = value("links", in: ranked) { filled($0.links) } ?? []
    post.mentions = value("mentions", in: ranked) { filled($0.mentions) } ?? []
    post.hashtags = value("hashtags", in: ranked) { filled($0.hashtags) } ?? []
    post.cashtags = value("cashtags", in: ranked) { filled($0.cashtags) } ?? []
  }

  private var byDate: [Citation] {
    ranked.sorted {
      ($1.post.published?.rank ?? 0, $1.confidence, $0.id)
        < ($0.post.published?.rank ?? 0, $0.confidence, $1.id)
    }
  }

  private mutating func take<Value>(
    _ field: String, _ path: WritableKeyPath<Post, Value?>, from citations: [Citation]? = nil,
    _ read: (Post) -> Value?
  ) {
    post[keyPath: path] = value(field, in: citations ?? ranked, read)
  }

  private mutating func value<Value>(
    _ field: String, in citations: [Citation], _ read: (Post) -> Value?
  ) -> Value? {
    for citation in citations {
      if let value = read(citation.post) {
        sources[field] = citation.id
        return value
      }
    }
    return nil
  }

  /// Keys by identifier say more than keys by a media link, these more than keys by words.
  private static func vagueness(_ key: PostKey) -> Int {
    let name = key.rawValue.drop { $0 != ":" }.dropFirst()
    let isUnnamed = key.rawValue.hasPrefix("unknown:")
    return (name.hasPrefix("text/") ? 4 : name.hasPrefix("pic/") ? 2 : 0) + (isUnnamed ? 1 : 0)
  }
}
