import Markup

/// Which part of a page an element stands in: the article, or the site's furniture round it.
///
/// Told by structure, standard markup and the names that content systems give their boxes, never by
/// the host. The nearest telling ancestor decides, but a box of the site stays one wherever it is.
struct Region {
  /// A part of a page.
  enum Part: Equatable {
    /// The article's own body.
    case body
    /// Neither said to be the body nor to be furniture.
    case open
    /// The site's furniture, and why.
    case furniture(String)
  }

  private let parts: [Part]

  /// Classifies every element of a document in one pass: an element inherits its parent's part.
  init(of document: HTMLDocument) {
    var parts: [Part] = []
    parts.reserveCapacity(document.elements.count)
    let wrappers = Self.wrappers(in: document)
    for element in document.elements {
      let around = element.parent.map { parts[$0.order] } ?? .open
      parts.append(
        Self.part(of: element, in: around, isWrapper: wrappers.contains(element.order)))
    }
    self.parts = parts
  }

  /// Elements that hold most of the page's words, or its headline: `div.with-sidebar` is the page,
  /// whatever its name says.
  private static func wrappers(in document: HTMLDocument) -> Set<Int> {
    var found: Set<Int> = []
    let total = document.root.map { document.textRange(of: $0).count } ?? 0
    for element in document.elements {
      let isMost = total > 0 && document.textRange(of: element).count * 5 > total * 2
      if isMost { found.insert(element.order) }
      guard element.name == "h1" || element["itemprop"]?.contains("articleBody") ?? false else {
        continue
      }
      for ancestor in element.ancestors where !found.insert(ancestor.order).inserted { break }
    }
    return found
  }

  /// The part that an element stands in.
  func part(of element: HTMLElement) -> Part {
    parts[element.order]
  }

  /// Whether an element stands in furniture.
  func isFurniture(_ element: HTMLElement) -> Bool {
    if case .furniture = parts[element.order] { true } else { false }
  }

  private static func part(of element: HTMLElement, in around: Part, isWrapper: Bool) -> Part {
    if case .furniture = around { return around }
    if isNamedBody(element) { return .body }
    if !isWrapper, let own = furniture(element, in: around) { return .furniture(own) }
    if around == .body || element.name == "article" || element.name == "main" { return .body }
    return .open
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
    case "nav": return "navigation"
    case "footer" where around != .body: return "the page's footer"
    case "select", "button", "input": return "a control"
    default: break
    }
    if let role = element["role"], roles.contains(role) { return "a part with the role \(role)" }
    let names = [element["id"], element["class"]].compactMap { $0 }
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
