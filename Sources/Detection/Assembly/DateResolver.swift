import PostModel

/// Chooses a post's date among what was read, by order of trust, and says where the rest disagrees.
struct DateResolver {
  /// What was chosen, by which rule, and what was odd.
  struct Resolution {
    var date: PostDate?
    var evidence: [Evidence] = []
    var findings: [Finding] = []
  }

  let catalog: CompiledCatalog

  /// Chooses among the id's time, the dates that were read, and the article's own as a bound.
  func resolution(
    platform: PlatformID?, id: String?, dates: [PostDate], article: Article
  ) -> Resolution {
    var result = Resolution()
    var known = dates
    if let platform, let id, let date = catalog.time(ofID: id, on: platform) {
      if isFuture(date, for: article) {
        result.findings.append(.idInFuture)
      } else {
        known.append(date)
        result.evidence.append(Evidence(field: "published", rule: "\(platform).id", value: id))
      }
    }
    let order = PostDate.Source.allCases
    let best = known.min {
      (order.firstIndex(of: $0.source) ?? 0) < (order.firstIndex(of: $1.source) ?? 0)
    }
    result.date = best ?? article.published.map { Self.bound(by: $0) }
    if let best, best.source != .postID, let first = dates.first {
      result.evidence.append(
        Evidence(field: "published", rule: "date.\(best.source.rawValue)", value: first.value))
    } else if best == nil, let published = article.published {
      result.evidence.append(
        Evidence(field: "published", rule: "article.published", value: published.value))
    }
    if let best, best.source == .postID, disagrees(best, with: dates, on: platform) {
      result.findings.append(.printedDateDiffersFromID)
    }
    return result
  }

  /// A post is not younger than its article: a bound to the day, as EDTF's intervals hold dates.
  private static func bound(by published: PostDate) -> PostDate {
    let value = String(published.value.prefix(10))
    return PostDate(
      notLaterThan: PostDate(value: value, precision: .day, source: .article), source: .article)
  }

  /// Two days leave room for any zone; a capture is the surest limit, publication the next.
  private func isFuture(_ date: PostDate, for article: Article) -> Bool {
    guard let day = date.firstDay else { return false }
    if let captured = article.captured,
      let limit = PostDate(value: captured, precision: .second, source: .article).lastDay
    {
      return day > limit.adding(days: 2)
    }
    return false
  }

  /// X prints the day of Universal Time exactly; other platforms may be a day off by their zone.
  private func disagrees(
    _ date: PostDate, with others: [PostDate], on platform: PlatformID?
  )
    -> Bool
  {
    guard let day = date.firstDay else { return false }
    let tolerance = platform == "x" ? 0 : 1
    return others.contains { other in
      guard other.source == .printed || other.source == .markup, let first = other.firstDay,
        let last = other.lastDay
      else { return false }
      return day < first.adding(days: -tolerance) || day > last.adding(days: tolerance)
    }
  }
}
