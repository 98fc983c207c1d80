package import PostModel

extension JSONWriter {
  /// Writes the members of a line of the archive.
  package mutating func members(of citation: Citation) {
    member("v", Citation.formatVersion)
    member("id", citation.id.rawValue)
    member("form", citation.form.rawValue)
    key("confidence")
    fraction(citation.confidence)
    object("post") { $0.members(of: citation.post) }
    object("article") { $0.members(of: citation.article) }
    object("selector") { $0.members(of: citation.selector) }
    list("evidence", citation.evidence) { writer, evidence in
      writer.object { $0.members(of: evidence) }
    }
    member("findings", citation.findings.map(\.rawValue))
  }

  /// Writes the members of `post`.
  package mutating func members(of post: Post) {
    member("key", post.key.rawValue)
    member("platform", post.platform?.rawValue)
    member("id", post.id)
    member("permalink", post.permalink)
    if let author = post.author, !author.isEmpty {
      object("author") { $0.members(of: author) }
    }
    member("text", post.text)
    member("lang", post.language?.rawValue)
    member("published", post.published)
    list("media", post.media) { writer, medium in
      writer.object {
        $0.member("url", medium.url)
        $0.member("kind", medium.kind?.rawValue)
      }
    }
    member("links", post.links)
    member("mentions", post.mentions)
    member("hashtags", post.hashtags)
    member("cashtags", post.cashtags)
    member("quotes", post.quotes?.rawValue)
    member("replies_to", post.repliesTo?.rawValue)
  }

  /// Writes the members of `article`.
  package mutating func members(of article: Article) {
    member("id", article.id)
    member("url", article.url)
    member("title", article.title)
    member("site", article.site)
    member("authors", article.authors)
    member("published", article.published)
    member("lang", article.language?.rawValue)
    member("captured", article.captured)
    object("source") { $0.members(of: article.source) }
    member("digest", article.digest)
  }

  /// Writes the members of `selector`.
  package mutating func members(of selector: Selector) {
    member("exact", selector.exact)
    member("prefix", selector.prefix)
    member("suffix", selector.suffix)
    member("start", selector.start)
    member("end", selector.end)
    member("path", selector.path)
  }

  /// Writes a member that holds a date, nothing where there is none.
  package mutating func member(_ name: StaticString, _ date: PostDate?) {
    guard let date else { return }
    object(name) {
      $0.member("value", date.value)
      $0.member("precision", date.precision.rawValue)
      $0.member("source", date.source.rawValue)
      $0.member("inferred", date.inferred.map(\.rawValue))
    }
  }

  private mutating func members(of author: Account) {
    member("handle", author.handle)
    member("name", author.name)
    member("url", author.url)
  }

  private mutating func members(of source: Provenance) {
    member("path", source.path)
    member("format", source.format)
    member("record", source.record)
    member("offset", source.offset)
    member("length", source.length)
  }

  private mutating func members(of evidence: Evidence) {
    member("field", evidence.field)
    member("rule", evidence.rule)
    member("value", evidence.value)
  }
}
