/// The names that sites give to the boxes round an article.
enum FurnitureNames {
  /// The word in a `class` or `id` that tells a box of the site, or `nil`.
  ///
  /// Inside of an article's body only those words count that no article gives to its own parts.
  static func telling(in names: String, inBody: Bool) -> String? {
    let isBlogger = names.contains("Blog") && names.hasPrefix("widget Blog")
    let isPanel = names.hasPrefix("so-panel")
    for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      if isPanel, name.starts(with: "widget_".utf8) { continue }
      // The inside of WordPress' own widget: its box tells where it stands.
      if name.elementsEqual("custom-html-widget".utf8) { continue }
      var words = words(of: name)
      // All that Elementor, WPBakery and SiteOrigin lay out is a widget to them; Blogger's own posts
      // stand in one.
      let isBuilder = words.first == "elementor" && words.count < 4 || words.first == "wpb"
      if isBuilder || isBlogger || isPanel { words.removeAll { $0 == "widget" } }
      // A live ticker is an article told in entries, a ticker a strip of headlines.
      if words.contains("live") { words.removeAll { $0 == "ticker" } }
      // `social-embed`, `embed-widget`: what is in it is embedded.
      let isEmbed = words.contains { $0.hasPrefix("embed") || $0 == "oembed" }
      if let found = words.first(where: { strong.contains($0) }) { return found }
      if !inBody, !isEmbed, let found = words.first(where: { weak.contains($0) }) { return found }
      if let found = pair(in: words) { return found }
      if let first = words.first, prefixWords.contains(first),
        let found = prefixes.first(where: { String(Substring(name)).lowercased().hasPrefix($0) })
      {
        return found
      }
    }
    return nil
  }

  /// The words of a label for readers that tell a box of the site, or `nil`.
  static func telling(inLabel label: String) -> String? {
    pair(in: words(of: label[...].utf8))
  }

  /// Splits `relatedArticles-box__item` into its words, in lower case.
  private static func words(of name: Substring.UTF8View) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    for byte in name {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLetter = isUpper || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80
      if !isLetter || (isUpper && previousIsLower), !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
      if isLetter { word.append(isUpper ? byte | 0x20 : byte) }
      previousIsLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func pair(in words: [String]) -> String? {
    guard words.count > 1 else { return nil }
    for word in words {
      for other in pairs[word] ?? [] where words.contains(other) { return "\(word)-\(other)" }
    }
    return nil
  }

  /// Boxes that are the site's wherever they stand.
  private static let strong: Set<String> = [
    "sidebar", "comments", "commentlist", "disqus", "related", "recirculation", "recirc",
    "newsletter", "breadcrumb", "breadcrumbs", "outbrain", "taboola", "sharethis", "addtoany",
    "addthis", "sharing", "sharedaddy", "blogroll", "masthead", "navbar", "popup", "modal",
    "subscribe", "paywall", "advert", "advertisement", "sponsored", "trending",
    "ssba", "ticker", "flockler", "taggbox", "tagembed", "embedsocial", "snapwidget",
    "lightwidget", "moduletable",
  ]

  /// Boxes that are the site's unless they stand within an article's body.
  private static let weak: Set<String> = [
    "widget", "widgets", "footer", "menu", "nav", "navigation", "timeline", "feed", "comment",
    "social", "share", "follow", "recommended", "recommendations", "promo", "teaser", "teasers",
    "sidebars", "bottom", "rail", "topbar", "aside", "carousel", "siblings", "tweets",
  ]

  /// Words that tell a box of the site together, the first leading to the others.
  private static let pairs: [String: [String]] = [
    "social": ["share"], "share": ["buttons", "bar", "links"], "follow": ["us"],
    "most": ["read", "popular", "watched", "viewed", "shared", "commented"],
    "more": ["stories", "from", "posts", "articles"],
    "read": ["next", "more", "also", "too"], "see": ["also"],
    "recommended": ["articles", "posts", "stories", "content", "reading"],
    "popular": ["posts", "articles", "stories", "videos"],
    "latest": ["tweets", "posts", "news", "videos", "articles"],
    "recent": ["tweets", "posts", "comments", "videos"],
    "next": ["article", "post", "story"], "post": ["navigation", "nav"],
    "you": ["may"], "also": ["like"],
    "author": ["bio", "box", "about", "card", "profile"], "feed": ["item"],
    "instagram": ["feed", "gallery", "pics"], "twitter": ["feed", "timeline"], "side": ["bar"],
    "comment": ["list", "body", "content", "wrapper", "area", "thread", "js"], "node": ["block"],
    "hot": ["on"],
    // `jetpack-video-wrapper` holds any player of a text.
    "jetpack": [
      "widget", "likes", "related", "subscription", "subscriptions", "social", "gallery",
    ],
    "right": ["column", "rail", "col"], "left": ["rail", "col", "column"],
    "site": ["footer", "info"], "page": ["footer"], "widget": ["area"],
  ]

  /// Boxes that hold another article whole, headline and all.
  static let otherArticles: Set<String> = ["next-article", "next-post", "next-story"]

  /// What plug-ins call their boxes: Smash Balloon, WPZOOM, WordPress.com, IFTTT and the like.
  private static let prefixes = [
    "sbi_", "sb_instagram", "zoom-instagram", "null-instagram", "wpcom-instagram", "widget_",
    "instagram-pics", "ctf-", "cff-", "eapps-", "elfsight", "juicer-", "sby_", "jp-relatedposts",
    "wp-block-latest", "yarpp", "crp_related", "tptn_", "twitter-timeline", "fb-page",
    "twitter_update", "sp-module",
    "sp-right", "sp-left", "crt-",
  ]

  /// The first words of those names, looked up before the names are compared.
  private static let prefixWords: Set<String> = [
    "sbi", "sb", "zoom", "null", "wpcom", "widget", "instagram", "ctf", "cff", "eapps", "elfsight",
    "juicer", "sby", "jp", "wp", "yarpp", "crp", "tptn", "twitter", "fb", "sp", "crt",
  ]
}
