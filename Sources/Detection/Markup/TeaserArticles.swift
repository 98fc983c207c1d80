import Markup

/// The `article` elements of a page that are other articles' teasers, whole or shortened.
enum TeaserArticles {
  /// Their places in the document's order.
  ///
  /// A headline that leads elsewhere tells a teaser, but only beside an article whose own headline
  /// leads nowhere, or stands before it: on the front page of a blog all lead to their own pages.
  static func places(in document: HTMLDocument) -> Set<Int> {
    let articles = document.elements.filter { $0.name == "article" }
    guard articles.count > 1 else { return [] }
    let outer = articles.filter { article in
      !article.ancestors.contains { $0.name == "article" }
    }
    let page = PageAddress.path(of: document)
    let kinds = outer.map { (article: $0, kind: kind(of: $0, on: page)) }
    let longest = outer.max {
      document.textRange(of: $0).count < document.textRange(of: $1).count
    }
    let hasOwn = kinds.contains {
      $0.kind == .own || $0.kind == .unknown && $0.article == longest
    }
    guard hasOwn else { return [] }
    return Set(kinds.filter { $0.kind == .teaser }.map(\.article.order))
  }

  private enum Kind {
    case own
    case teaser
    case unknown
  }

  private static func kind(of article: HTMLElement, on page: String?) -> Kind {
    guard let heading = article.descendants.first(where: { headings.contains($0.name) }) else {
      return .unknown
    }
    let around = heading.ancestors.prefix { $0 != article }.first { $0.name == "a" }
    guard let link = around ?? heading.descendants.first(where: { $0.name == "a" }),
      let target = link["href"], !target.hasPrefix("#")
    else { return .own }
    let path = PageAddress.path(ofAddress: target)
    return path == page ? .own : .teaser
  }

  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5"]
}
