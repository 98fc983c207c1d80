import Archive

/// One post as the index keeps it: what questions select, order and count by.
struct PostSummary {
  /// A citation of the post and its article.
  struct Member {
    var number: Int
    var record: CitationRecord
    var article: ArticleRecord
    /// The number by which all stretches of the article are known.
    var same: Int
  }

  /// The number of its first citation, which names it.
  let number: Int
  let platform: Int?
  let handle: Int?
  /// Other handles that citations give.
  let aliases: Set<Int>
  /// The period of its publication, in milliseconds; no `first` where only a bound is known.
  let first: Int?
  let last: Int?
  let citations: Int
  /// What is known of the post, by `HasPart`.
  let has: Int
  /// How many articles cite it.
  let articles: Int
  /// The citations in articles that are copies of others, by index.
  let copies: Set<Int>
  /// How many articles are copies of others.
  let copiedArticles: Int

  /// Folds the citations of one post, in the order of their numbers.
  init(_ members: [Member]) {
    if members.count == 1 {
      self.init(alone: members[0])
    } else {
      self.init(several: members)
    }
  }

  /// Most posts are cited once.
  init(alone member: Member) {
    let record = member.record
    number = member.number
    citations = 1
    has = Int(record.has)
    platform = record.platform > 0 ? Int(record.platform) : nil
    handle = record.handle > 0 ? Int(record.handle) : nil
    aliases = []
    first = record.hasFirst ? record.first : nil
    last = record.dateRank > 0 ? record.last : nil
    articles = 1
    copies = []
    copiedArticles = 0
  }

  private init(several members: [Member]) {
    number = members.first?.number ?? 0
    citations = members.count
    has = Int(members.reduce(0) { $0 | $1.record.has })
    platform = members.lazy.map { Int($0.record.platform) }.first { $0 > 0 }
    let ranked = members.map(\.record).sorted(by: Self.isBetter)
    let handles = ranked.lazy.map { Int($0.handle) }.filter { $0 > 0 }
    let best = handles.first
    handle = best
    aliases = Set(handles.filter { $0 != best })
    let dated = members.lazy.map(\.record).filter { $0.dateRank > 0 }.max {
      ($0.dateRank, $0.confidence, $1.order) < ($1.dateRank, $1.confidence, $0.order)
    }
    first = dated.flatMap { $0.hasFirst ? $0.first : nil }
    last = dated?.last
    let syndication = Syndication(members)
    articles = syndication.articles
    copies = syndication.copies
    copiedArticles = syndication.copiedArticles
  }

  private static func isBetter(_ lhs: CitationRecord, _ rhs: CitationRecord) -> Bool {
    (lhs.form, rhs.confidence, lhs.order) < (rhs.form, lhs.confidence, rhs.order)
  }
}

/// Which articles that cite one post are copies of each other: agency copy, an article at two
/// addresses.
///
/// Two are when the words round the citation are nearly the same, or their titles are, and no more
/// than a month lies between them. Of articles that are copies of each other, the oldest counts.
struct Syndication {
  private(set) var articles = 0
  private(set) var copies: Set<Int> = []
  private(set) var copiedArticles = 0

  /// Of the eight parts of a sketch, how many must agree.
  private static let contextParts = 6
  private static let titleParts = 7
  private static let days: Int32 = 31

  /// Compares the articles of a post's citations.
  init(_ members: [PostSummary.Member]) {
    if let one = members.first?.same, members.allSatisfy({ $0.same == one }) {
      articles = 1
      return
    }
    var byArticle: [Int: [Int]] = [:]
    for (index, member) in members.enumerated() {
      byArticle[member.same, default: []].append(index)
    }
    articles = byArticle.count
    let places = byArticle.values.sorted { $0[0] < $1[0] }
    var group = Array(places.indices)
    for one in places.indices {
      for other in 0..<one where group[other] != group[one] {
        guard Self.areCopies(places[one].map { members[$0] }, places[other].map { members[$0] })
        else { continue }
        let (low, high) = (min(group[one], group[other]), max(group[one], group[other]))
        for index in group.indices where group[index] == high { group[index] = low }
      }
    }
    count(group, places, members)
  }

  private mutating func count(
    _ group: [Int], _ places: [[Int]], _ members: [PostSummary.Member]
  ) {
    for copiesOfOne in Dictionary(grouping: places.indices, by: { group[$0] }).values
    where copiesOfOne.count > 1 {
      let original = copiesOfOne.min {
        Self.age(members[places[$0][0]]) < Self.age(members[places[$1][0]])
      }
      for place in copiesOfOne where place != original {
        copiedArticles += 1
        copies.formUnion(places[place])
      }
    }
  }

  /// By day, undated last, then by what does not depend on the order of import.
  private static func age(_ member: PostSummary.Member) -> (Int32, UInt64) {
    let day = member.article.day
    return (day == .min ? .max : day, member.article.identity)
  }

  private static func areCopies(
    _ lhs: [PostSummary.Member], _ rhs: [PostSummary.Member]
  ) -> Bool {
    guard let one = lhs.first?.article, let other = rhs.first?.article else { return false }
    if one.day != .min, other.day != .min, abs(one.day - other.day) > days { return false }
    return lhs.contains { left in
      rhs.contains { right in
        Sketch.common(left.record.title, right.record.title) >= titleParts
          || Sketch.common(left.record.context, right.record.context) >= contextParts
      }
    }
  }
}
