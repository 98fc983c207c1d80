import Markup
import PostModel

/// One page as `ArticleReader` looks at it.
struct ArticlePage {
  let document: HTMLDocument
  let address: PageLocation?
  /// Where the page shows posts, in UTF-8 bytes of its text: nothing there is about the article.
  let posts: [Range<Int>]
  let facts: PageFacts
  let data: LinkedData
  /// The canonical address.
  private(set) var url: String?
  /// What the site is called, letters and digits only.
  private(set) var siteNames: Set<String> = []
  /// The headline without the site's name.
  private(set) var title: String?

  init(_ document: HTMLDocument, address: String?, posts: [Range<Int>]) {
    self.document = document
    self.address = address.flatMap(PageLocation.init)
    self.posts = posts
    facts = PageFacts(document)
    data = LinkedData(facts.linkedData)
    // Each is worked out from those before it.
    url = statedURL
    siteNames = statedSiteNames
    title = statedTitle
  }

  /// Whether an element stands in a post that the page shows.
  func isOfPost(_ element: HTMLElement) -> Bool {
    guard !posts.isEmpty else { return false }
    let range = document.textRange(of: element)
    return posts.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// Whether an element stands in a post, or holds one.
  func isRoundPost(_ element: HTMLElement) -> Bool {
    guard !posts.isEmpty else { return false }
    let range = document.textRange(of: element)
    return posts.contains { $0.overlaps(range) } || isOfPost(element)
  }

  /// The declared language: of `html` before that of any `meta`.
  var language: LanguageTag? {
    let root = document.elements.first { $0.name == "html" }
    let body = document.elements.first { $0.name == "body" }
    let candidates =
      [root?["lang"], root?["xml:lang"], body?["lang"], facts.meta("content-language")]
      + [data.nodes.first?.text("inLanguage"), facts.meta("og:locale", "language", "dc.language")]
    return candidates.lazy.compactMap { text in
      text.flatMap { LanguageTag($0.prefix { $0 != "," && $0 != ";" && $0 != " " }) }
    }.first
  }

  var authors: [String] {
    let stated = data.nodes.lazy.map { $0.names("author") }.first { !$0.isEmpty } ?? []
    let keys = [
      "author", "article:author", "citation_author", "parsely-author", "sailthru.author",
      "dc.creator", "dcterms.creator", "byl", "article:author_name", "twitter:data1",
    ]
    let metas =
      keys.prefix { _ in true }.lazy.filter { $0 != "twitter:data1" }
      .map { facts.metas[$0] ?? [] }.map(Self.names).first { !$0.isEmpty } ?? []
    let candidates = [Self.names(stated), metas, Self.names(markedAuthors)]
    return candidates.first { !$0.isEmpty } ?? []
  }

  private var markedAuthors: [String] {
    let marked = facts.properties.filter { $0["itemprop"] == "author" && !$0.isOfOtherMatter }
    let named = marked.map { author in
      author.descendants.first { $0["itemprop"] == "name" }?.text ?? author.text
    }
    if !named.isEmpty { return named }
    return document.elements.filter { element in
      element.name == "a" && element["rel"] == "author" && !element.isOfOtherMatter
    }.map(\.text)
  }

  /// Leaves out addresses, repetitions and the `By` before a name.
  private static func names(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.compactMap { text in
      var name = text.folded
      if name.lowercased().hasPrefix("by ") { name = String(name.dropFirst(3)) }
      let isName =
        !name.isEmpty && !name.contains("://") && !name.hasPrefix("@") && name.count <= 120
      return isName && seen.insert(name.lowercased()).inserted ? name : nil
    }
  }
}
