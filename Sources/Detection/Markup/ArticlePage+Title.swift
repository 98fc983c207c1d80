import Markup

extension ArticlePage {
  /// The headline, without the site's name, as the page states it.
  ///
  /// What the article shows is trusted before what is written for search engines and networks.
  var statedTitle: String? {
    let stated = statedTitles.map(Self.unescaped).filter { !$0.isEmpty }
    if let shown = shownHeadline(like: stated) { return withoutSite(shown) }
    let candidates = stated + [onlyHeadline].compactMap(\.self)
    let named = candidates.first { !isSiteName($0) } ?? candidates.first
    return named.map { withoutSite($0) }
  }

  private var statedTitles: [String] {
    [
      data.nodes.first { $0.rank == 3 }?.text("headline"), facts.meta("og:title"),
      facts.meta("twitter:title"), facts.meta("parsely-title", "sailthru.title", "citation_title"),
      facts.meta("dc.title", "dcterms.title"),
      facts.titles.first { !$0.isInDrawing }?.text.folded,
    ].compactMap(\.self)
  }

  private var onlyHeadline: String? {
    let shown = facts.headlines.filter { !$0.isOfOtherMatter && !$0.isLinkHome }
    return shown.count == 1 ? shown.first?.text.folded : nil
  }

  /// The heading that is marked as the article's, or the one that says what the titles say.
  private func shownHeadline(like stated: [String]) -> String? {
    let shown = facts.headlines.filter { !$0.isOfOtherText && !$0.isLinkHome }
    let marked = facts.properties.filter { $0["itemprop"] == "headline" && !$0.isOfOtherMatter }
    let known = stated.map(Self.words)
    let rated = (marked + shown).compactMap { element -> RatedHeadline? in
      let text = Self.unescaped(element.text)
      guard !text.isEmpty, text.utf8.count < 400, !isSiteName(text) else { return nil }
      let likeness = known.map { Self.likeness(Self.words(text), $0) }.max()
      return RatedHeadline(
        text: text, likeness: likeness ?? 1,
        isNamed: element["itemprop"] == "headline" || element.isNamedHeadline)
    }
    // Of two that are wholly in the title, the site's name is the shorter.
    let best = rated.max { ($0.likeness, $0.text.utf8.count) < ($1.likeness, $1.text.utf8.count) }
    let named = rated.first { $0.isNamed && $0.likeness >= 0.2 }
    if let best, best.likeness >= 0.8 { return best.text }
    return named?.text ?? best.flatMap { $0.likeness >= 0.3 ? $0.text : nil }
  }

  private struct RatedHeadline {
    let text: String
    /// The share of words that it has in common with a stated title.
    let likeness: Double
    let isNamed: Bool
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !($0.isLetter || $0.isNumber) })
  }

  /// The share of the shorter text's words that the other has too.
  private static func likeness(_ one: Set<Substring>, _ other: Set<Substring>) -> Double {
    let shorter = min(one.count, other.count)
    // A single word, `Politik`, is a section and no headline.
    guard shorter > 0, one.count > 1 || other.count == 1 else { return 0 }
    return Double(one.intersection(other).count) / Double(shorter)
  }

  /// What the page says that its site is called.
  var statedSiteNames: Set<String> {
    let stated = facts.allMetas(["og:site_name", "application-name", "apple-mobile-web-app-title"])
    let publishers = data.nodes.flatMap { $0.names("publisher") }
    let host = url.flatMap(PageLocation.init)?.site ?? ""
    let label = host.split(separator: ".").first.map(String.init) ?? ""
    return Set((stated + publishers + [host, label]).map(Self.squeezed).filter { !$0.isEmpty })
  }

  private func isSiteName(_ text: String) -> Bool {
    siteNames.contains(Self.squeezed(text))
  }

  /// Cuts `Headline | Site`.
  private func withoutSite(_ title: String) -> String {
    var rest = title[...]
    while let cut = Self.separators.compactMap({ rest.ranges(of: $0).last }).max(by: {
      $0.lowerBound < $1.lowerBound
    }), isSiteName(String(rest[cut.upperBound...])) {
      rest = rest[..<cut.lowerBound]
    }
    return rest.isEmpty ? title : String(rest).folded
  }

  private static let separators = [
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ‹ ", " ‖ ", ": ", "｜",
    "|",
  ]

  /// Letters and digits only, in lower case.
  private static func squeezed(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Undoes one escaping too many, `&amp;quot;` in an attribute, `&#8217;` in JSON, and takes out
  /// soft hyphens.
  private static func unescaped(_ text: String) -> String {
    let text = text.filter { $0 != "\u{AD}" }
    guard text.contains("&"), text.contains(";") else { return text.folded }
    return withHTMLDocument(parsing: Array(text.utf8), declaredEncoding: "utf-8") { $0.text }.folded
  }
}

extension HTMLElement {
  /// Whether a heading is the site's name: a link to the front page.
  fileprivate var isLinkHome: Bool {
    let links = (descendants + ancestors.prefix(1)).filter { $0.name == "a" }
    return links.contains { link in
      let target = link["href"] ?? ""
      return link["rel"] == "home" || target == "/" || target == "./"
        || PageLocation(target)?.isFrontPage ?? false
    }
  }

  /// Whether the heading or what is directly around it is called the article's headline.
  fileprivate var isNamedHeadline: Bool {
    blockNames.contains { name in
      ["title", "headline"].contains { name.hasSuffix($0) || name.hasPrefix($0) }
        && !name.contains("site") && !name.contains("page-title") && !name.contains("section")
    }
  }

  /// Whether a `title` names a drawing and not the page.
  fileprivate var isInDrawing: Bool {
    ancestors.contains { $0.name == "svg" }
  }
}
