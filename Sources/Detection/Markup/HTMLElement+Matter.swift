import Markup
import Platforms

extension HTMLElement {
  /// Whether the element stands in another text than the article's: a comment, a teaser.
  var isOfOtherText: Bool {
    ancestors.contains { $0.beginsOtherText }
  }

  /// Whether the element stands in another text or in what is around all articles of a site.
  var isOfOtherMatter: Bool {
    ancestors.contains { element in
      ["aside", "footer", "nav"].contains(element.name) || element.beginsOtherText
        || element.mayName(Self.furnitureNeedles)
          && element.blockNames.contains { Self.furniture.contains($0) }
    }
  }

  /// Names in `class`, `id`, `itemprop` or `property`, in lower case.
  var blockNames: [Substring] {
    Self.naming.flatMap { attribute in
      self[attribute]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
    }
  }

  /// Whether any of some words may be among the names.
  func mayName(_ needles: ByteNeedleSet) -> Bool {
    Self.naming.contains { self[$0].map(needles.occur) ?? false }
  }

  private var beginsOtherText: Bool {
    // Themes write of the whole page what it holds: `<body class="has-sidebar comments-open">`.
    if name == "body" || name == "html" || name == "main" { return false }
    let types = [self["itemtype"], self["typeof"], self["itemprop"]].compactMap(\.self)
    if types.contains(where: { $0.hasSuffix("Comment") || $0.hasSuffix("UserComments") }) {
      return true
    }
    guard mayName(Self.otherTextNeedles) else { return false }
    return blockNames.contains { name in
      Self.otherTexts.contains {
        name == $0 || name.hasPrefix($0 + "-") || name.hasPrefix($0 + "_")
      }
    }
  }

  private static let naming = ["class", "id", "itemprop", "property"]

  private static let otherTextNeedles = ByteNeedleSet(otherTexts)

  private static let furnitureNeedles = ByteNeedleSet(furniture.map { String($0) })

  private static let otherTexts = [
    "comment", "comments", "commentlist", "disqus", "disqus_thread", "related", "recommended",
    "recommendations", "teaser", "teasers", "trending", "most-read", "mostread", "more-news",
    "latest", "popular", "read-more", "readmore", "carousel",
  ]

  private static let furniture: Set<Substring> = [
    "sidebar", "side-bar", "footer", "widget", "widgets", "widget-area", "newsletter", "breadcrumb",
    "breadcrumbs", "navigation", "menu",
  ]
}
