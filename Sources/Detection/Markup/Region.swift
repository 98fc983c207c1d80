import Markup

/// Which part of a page an element stands in: the article, or the site's furniture round it.
///
/// Told by structure, standard markup and the names that content systems give their boxes, never by
/// the host. The nearest telling ancestor decides, but a box of the site stays one wherever it is.
///
/// A class, since what was found out is kept: most pages never ask, others ask for few elements.
final class Region {
  /// A part of a page.
  enum Part: Equatable {
    /// The article's own body.
    case body
    /// Neither said to be the body nor to be furniture.
    case open
    /// The site's furniture, and why.
    case furniture(String)
  }

  private let document: HTMLDocument
  private var parts: [Int: Part] = [:]
  private lazy var length = document.root.map { document.textRange(of: $0).count } ?? 0
  /// Where headlines and declared bodies stand.
  private lazy var landmarks = document.elements.filter {
    switch $0.name {
    case "h1": true
    case "div", "section", "article", "main", "span":
      $0["itemprop"]?.contains("articleBody") ?? false
    default: false
    }
  }.map(\.order)

  /// The articles that stand beside the page's own and whose headlines lead to pages of their own.
  private lazy var teasers = TeaserArticles.places(in: document)

  /// Prepares to tell the parts of a page.
  init(of document: HTMLDocument) {
    self.document = document
  }

  /// The part that an element stands in: its parent's, unless it says otherwise itself.
  func part(of element: HTMLElement) -> Part {
    var pending = [element]
    for ancestor in element.ancestors where pending.last.map({ parts[$0.order] == nil }) ?? false {
      pending.append(ancestor)
    }
    var around = Part.open
    for next in pending.reversed() {
      around = parts[next.order] ?? part(of: next, in: around)
      parts[next.order] = around
    }
    return around
  }

  /// Whether an element stands in furniture.
  func isFurniture(_ element: HTMLElement) -> Bool {
    if case .furniture = part(of: element) { true } else { false }
  }

  private func part(of element: HTMLElement, in around: Part) -> Part {
    if case .furniture = around { return around }
    if teasers.contains(element.order) { return .furniture("another article's teaser") }
    if Self.isNamedBody(element) { return .body }
    if let own = Self.furniture(element, in: around),
      FurnitureNames.otherArticles.contains(where: own.contains) || !isWrapper(element)
    {
      return .furniture(own)
    }
    if around == .body || element.name == "article" || element.name == "main" { return .body }
    return holdsParagraphs(element) ? .body : .open
  }

  /// Whether paragraphs of some length stand directly in an element: what is between them, whatever
  /// its name, is among the article's words.
  private func holdsParagraphs(_ element: HTMLElement) -> Bool {
    element.children.lazy.filter { $0.name == "p" && self.document.textRange(of: $0).count > 80 }
      .prefix(2).count == 2
  }

  /// Whether an element holds most of the page's words, or its headline: `div.with-sidebar` is the
  /// page, whatever its name says.
  private func isWrapper(_ element: HTMLElement) -> Bool {
    let end = element.order + element.descendants.count
    if landmarks.contains(where: { $0 > element.order && $0 <= end }) { return true }
    // A few words are no page's.
    let own = document.textRange(of: element).count
    return own > 100 && own * 5 > length * 2
  }

  private static func isNamedBody(_ element: HTMLElement) -> Bool {
    if let property = element["itemprop"], property.contains("articleBody") { return true }
    if element["role"] == "main" { return true }
    return [element["class"], element["id"]].contains { names in
      names?.utf8.split { $0 <= 0x20 }.contains {
        bodyNames.contains(String(Substring($0)).lowercased())
      } ?? false
    }
  }

  private static let bodyNames: Set<String> = [
    "entry-content", "post-content", "article-body", "article__body", "articlebody",
    "story-body", "post-body", "td-post-content", "content-body", "article-content",
    "article__content", "articlecontent", "entry", "post-entry", "story-content", "body-content",
    "article-text", "post_content", "entry-body", "blog-content", "single-content",
  ]

  private static func furniture(_ element: HTMLElement, in around: Part) -> String? {
    switch element.name {
    case "body", "html", "p", "a", "span", "em", "strong", "br", "img", "head", "article", "main",
      "iframe", "blockquote", "script":
      return nil
    case "aside" where around != .body: return "an aside"
    case "nav", "amp-sidebar": return "navigation"
    case "amp-next-page": return "the next article"
    case "footer" where around != .body: return "the page's footer"
    case "select", "button", "input": return "a control"
    default: break
    }
    if let type = element["itemtype"], type.hasSuffix("Comment") || type.hasSuffix("UserComments") {
      return "a comment"
    }
    if let role = element["role"], roles.contains(role) { return "a part with the role \(role)" }
    let names = [element["id"], element["class"]].compactMap { $0 }
    if let label = element["aria-label"], let word = FurnitureNames.telling(inLabel: label) {
      return "a part labelled \(word)"
    }
    for name in names {
      if let word = FurnitureNames.telling(in: name, inBody: around == .body) {
        return "a box named \(word)"
      }
    }
    return nil
  }

  private static let roles: Set<String> = [
    "complementary", "navigation", "banner", "contentinfo", "search", "dialog", "menu",
  ]
}
