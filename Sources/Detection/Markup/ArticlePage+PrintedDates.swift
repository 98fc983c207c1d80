import Markup
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
  /// around the headline.
  var printedDates: [String] {
    let headline = facts.headlines.first { !$0.isOfOtherMatter }?.order ?? 0
    let stamps = document.elements.filter { $0.isNamedStamp && !$0.isOfOtherText && $0.isShort }
      .sorted { abs($0.order - headline) < abs($1.order - headline) }
    let reach = max(headline - 12, 0)..<min(headline + 40, document.elements.count)
    let around = document.elements[reach].filter { $0.isShort && !$0.isOfOtherText }
    let texts = (stamps.prefix(12) + around).map(\.text.folded)
    return texts.filter { text in
      (6...160).contains(text.utf8.count) && text.contains { $0.isNumber }
    }
  }
}

extension HTMLElement {
  /// Whether the element is called a date: `entry-date`, `article__date`, `published`.
  fileprivate var isNamedStamp: Bool {
    if name == "time" { return true }
    return blockNames.contains { name in
      let words = name.split { $0 == "-" || $0 == "_" || $0 == ":" }
      let isStamp = words.contains { Self.stampNames.contains($0) } || name.hasSuffix("date")
      return isStamp && !words.contains { ["update", "updated", "modified"].contains($0) }
    }
  }

  /// Whether few elements are within: a line, not a block of text.
  fileprivate var isShort: Bool {
    descendants.count < 8
  }

  private static let stampNames: Set<Substring> = [
    "date", "dateline", "datum", "data", "fecha", "datetime", "timestamp", "published", "publish",
    "pubdate", "posted", "byline",
  ]
}
