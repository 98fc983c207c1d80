/// The names that payloads give to what is not the article's.
enum PayloadNames {
  /// Whether a value of this name is a list of the site rather than the article's.
  static func isFurniture(_ name: String) -> Bool {
    let lower = name.lowercased()
    return exact.contains(lower) || words.contains { $0.occurs(in: lower) }
  }

  /// Whether an object is part of every page of the site: Arc XP names such features `global/…`.
  static func isSiteWide(_ object: [String: Any]) -> Bool {
    (object["type"] as? String)?.hasPrefix("global/") ?? false
  }

  /// The names under which an article keeps its own address.
  static let addresses = [
    "canonical_url", "canonicalUrl", "canonicalURL", "canonical", "webUrl", "website_url",
    "shareUrl", "permalink", "url", "link",
  ]

  /// The names under which an article keeps its headline.
  static let headlines = ["headline", "headlines", "title", "webTitle"]

  /// The names under which an article keeps its words.
  static let bodies = [
    "body", "content", "content_elements", "articleBody", "blocks", "bodyHtml", "text",
  ]

  private static let words: [ByteNeedle] = [
    "related", "recommend", "sidebar", "trending", "popular", "quoted", "promo", "newsletter",
    "comments", "mostread", "latest", "teaser", "advert", "sponsor", "sameas", "follow",
    "breadcrumb", "footer", "navigation", "recirc",
  ].map(ByteNeedle.init)

  private static let exact: Set<String> = [
    "feed", "feeds", "timeline", "menu", "social", "ads", "next", "previous", "more", "author",
    "authors", "publisher", "share", "sharing", "header", "site", "config", "settings",
  ]
}
