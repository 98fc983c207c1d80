public import PostModel

/// What can be counted by how many articles cite it.
public enum CountSubject: String, Sendable, CaseIterable {
  /// Posts, by the articles that cite them.
  case posts
  /// Handles, by the articles that cite their posts.
  case handles
  /// Sites, by their articles.
  case sites
  /// Hashtags, by the articles that cite posts with them.
  case hashtags
  /// Platforms, by the articles that cite their posts.
  case platforms
}

/// A name with what was counted of it.
public struct NamedCount: Hashable, Sendable {
  /// A post's key, a handle, a host, a hashtag, a platform.
  public var name: String
  /// How many posts it has; 1 for a post.
  public var posts: Int
  /// How many times an article cites a post of it; copies of an article are left out unless every
  /// copy is to count.
  public var articles: Int

  /// Names a count.
  public init(name: String, posts: Int, articles: Int) {
    self.name = name
    self.posts = posts
    self.articles = articles
  }
}

/// A stretch of time in which counts are made.
public enum TimeUnit: String, Sendable, CaseIterable {
  case day
  /// A week from Monday on (ISO 8601).
  case week
  case month
  case year

  /// The name of the stretch that a day lies in: `2024-03-01`, `2024-W09`, `2024-03`, `2024`.
  public func name(of day: CivilDate) -> String {
    switch self {
    case .day: return day.description
    case .month: return String(day.description.dropLast(3))
    case .year: return String(day.description.dropLast(6))
    case .week:
      // A week belongs to the year that has its Thursday.
      let thursday = day.adding(days: 4 - day.weekday)
      let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
      let week = (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1
      return "\(String(thursday.description.dropLast(6)))-W\(week < 10 ? "0" : "")\(week)"
    }
  }

  /// The first day of the stretch that a day lies in.
  public func start(of day: CivilDate) -> CivilDate {
    switch self {
    case .day: day
    case .week: day.adding(days: 1 - day.weekday)
    case .month: day.adding(days: 1 - day.day)
    case .year: CivilDate(year: day.year, month: 1, day: 1) ?? day
    }
  }

  /// The first day of the next stretch.
  public func next(after day: CivilDate) -> CivilDate {
    switch self {
    case .day: day.adding(days: 1)
    case .week: start(of: day).adding(days: 7)
    case .month: start(of: start(of: day).adding(days: 31))
    case .year: CivilDate(year: day.year + 1, month: 1, day: 1) ?? day.adding(days: 366)
    }
  }
}

/// Counts over time.
public struct Timeline: Hashable, Sendable {
  /// What a timeline counts.
  public enum Subject: String, Sendable, CaseIterable {
    /// Posts, by when they were published.
    case posts
    /// Articles that cite a post, by when these were published, else captured.
    case citations
  }

  /// A stretch of time and what was counted in it.
  public struct Bar: Hashable, Sendable {
    /// The first day.
    public var start: CivilDate
    /// The name: `2024-03-01`, `2024-W09`, `2024-03`, `2024`.
    public var name: String
    /// How many.
    public var count: Int
  }

  /// Every stretch from the first that has something to the last, the empty ones too.
  public var bars: [Bar]
  /// How many have no date, or one that does not say in which stretch they lie.
  public var undated: Int
}

/// A post that is cited in the same articles as another.
public struct CocitedPost: Sendable {
  /// The post.
  public var post: MergedPost
  /// How many articles cite both.
  public var articles: Int
}
