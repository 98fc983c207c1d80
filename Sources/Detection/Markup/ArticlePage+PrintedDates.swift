import Markup
import Platforms
import PostModel

extension ArticlePage {
  /// The day in the address, `/2021/04/22/`: sites that write one write that of the publication.
  var dateInAddress: PostDate? {
    guard let parts = url.flatMap(PageLocation.init)?.path.split(separator: "/"), parts.count > 3
    else { return nil }
    return parts.indices.dropLast(3).lazy.compactMap { place -> PostDate? in
      let numbers = parts[place..<(place + 3)].map { Int($0) ?? 0 }
      guard parts[place].utf8.count == 4, (1990...2100).contains(numbers[0]),
        let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
      else { return nil }
      return PostDate(day: day, source: .article)
    }.first
  }

  /// Texts that seem to print the date of publication, the likeliest first.
  ///
  /// Stamps named so come first, those nearest to the headline before others; then short texts
  /// around the headline. What stands far before the headline is today's date in the site's head.
  var printedDates: [String] {
    let headline = headlinePlace
    let start = max(headline - 12, 0)
    let stamps = document.elements[start...].filter {
      $0.isNamedStamp && !$0.isOfOtherText && $0.isShort && !isOfPost($0)
    }.sorted { abs($0.order - headline) < abs($1.order - headline) }
    let end = min(headline + 40, document.elements.count)
    let around = document.elements[start..<max(start, end)]
      .filter { !$0.isOfOtherText && !isOfPost($0) }
    let short = around.filter { $0.isShort && !isRoundPost($0) }
    let texts =
      stamps.prefix(12).map(\.text.folded) + short.map(\.text.folded) + around.map(\.ownText)
    return texts.flatMap(Self.parts).filter { text in
      (6...160).contains(text.utf8.count) && text.contains { $0.isNumber }
    }
  }

  /// The order of the heading that reads as the title does, or else of the first of the article.
  private var headlinePlace: Int {
    let named = title.flatMap { title in
      document.elements.first {
        ["h1", "h2", "h3"].contains($0.name) && $0.text.folded == title
      }
    }
    return (named ?? facts.headlines.first { !$0.isOfOtherMatter })?.order ?? 0
  }

  /// The text whole, and then what stands between its bullets: `Ressort • 02.02.2022`.
  private static func parts(of text: String) -> [String] {
    let parts = text.split { "•|·".contains($0) }
    return parts.count < 2 ? [text] : [text] + parts.map { String($0).folded }
  }
}

extension HTMLElement {
  /// Whether the element is called a date: `entry-date`, `article__date`, `published`.
  fileprivate var isNamedStamp: Bool {
    if name == "time" { return true }
    guard mayName(Self.stampNeedles) else { return false }
    return blockNames.contains { name in
      let words = name.split { $0 == "-" || $0 == "_" || $0 == ":" }
      let isStamp = words.contains { Self.stampNames.contains($0) } || name.hasSuffix("date")
      return isStamp && !words.contains { ["update", "updated", "modified"].contains($0) }
    }
  }

  /// The text that stands directly in the element.
  fileprivate var ownText: String {
    childNodes.compactMap { node in
      if case .text(let text) = node { text } else { nil }
    }.joined(separator: " ").folded
  }

  /// Whether few elements are within: a line, not a block of text.
  fileprivate var isShort: Bool {
    descendants.count < 8
  }

  private static let stampNeedles = ByteNeedleSet(stampNames.map { String($0) })

  private static let stampNames: Set<Substring> = [
    "date", "dateline", "datum", "data", "fecha", "datetime", "timestamp", "published", "publish",
    "pubdate", "posted", "byline",
  ]
}
