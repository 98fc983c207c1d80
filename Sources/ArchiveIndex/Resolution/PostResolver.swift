import PostModel

/// Decides which citations are of one post: a function of the set of citations, in whatever order.
///
/// It goes from the surest key to the least sure. By each key it joins what has the key in common,
/// but never over a contradiction: another identifier, another handle, another platform, and for keys
/// made of words also another day. Where a key leads to several posts and the handle does not decide
/// between them, nothing is joined: a post told apart too often is better than a false one.
struct PostResolver {
  /// By what citations are joined, from the surest.
  enum Kind: Int, CaseIterable {
    case alone, id, permalink, media, link, authorDayText, text, nearText

    /// The kind's name in `MergedPost.Join`.
    var name: String {
      switch self {
      case .alone: "alone"
      case .id: "id"
      case .permalink: "permalink"
      case .media: "media"
      case .link: "link"
      case .authorDayText: "author-day-text"
      case .text: "text"
      case .nearText: "near-text"
      }
    }

    /// How sure a citation's join is, in thousandths.
    func certainty(of candidate: Candidate) -> Int {
      switch self {
      case .alone, .id: 1000
      case .permalink, .media: 990
      case .link: 950
      case .authorDayText: candidate.first == nil ? 930 : 970
      case .text: candidate.foldedLength >= 40 ? 900 : 800
      case .nearText: 750
      }
    }
  }

  /// The citations of one post.
  struct Group: Hashable {
    /// Indices of candidates, ascending, each with what joined it.
    var members: [Int]
    var kinds: [Kind]
    /// How sure each join is, in thousandths.
    var certainties: [Int]
  }

  /// The groups of candidates that are of one post each, in the order of their first members.
  static func groups(of candidates: [Candidate]) -> [Group] {
    if candidates.count == 1 { return [Group(members: [0], kinds: [.alone], certainties: [1000])] }
    var resolver = PostResolver(candidates)
    resolver.join(by: .id) { $0.nativeKey.map { [$0] } ?? [] }
    resolver.join(by: .permalink) { $0.permalink.map { [$0] } ?? [] }
    let media = Set(candidates.flatMap(\.mediaCodes))
    resolver.join(by: .media) { ($0.mediaCodes + $0.linkCodes).filter(media.contains) }
    resolver.join(by: .link) { $0.linkCodes }
    resolver.join(by: .authorDayText) { $0.handle == nil ? [] : $0.fingerprint.map { [$0] } ?? [] }
    resolver.join(by: .text) { $0.fingerprint.map { [$0] } ?? [] }
    resolver.joinNearTexts()
    return resolver.groups
  }

  let candidates: [Candidate]
  private(set) var clusters: [Cluster?]
  /// The cluster of each candidate.
  private(set) var owner: [Int]
  private var kinds: [Kind]
  private var certainties: [Int]
  /// Candidates by citation, which does not depend on the order of import.
  let order: [Int]

  private init(_ candidates: [Candidate]) {
    self.candidates = candidates
    clusters = candidates.indices.map { Cluster(candidates[$0], at: $0) }
    owner = Array(candidates.indices)
    kinds = Array(repeating: .alone, count: candidates.count)
    certainties = Array(repeating: 1000, count: candidates.count)
    order = candidates.indices.sorted { candidates[$0].id < candidates[$1].id }
  }

  private var groups: [Group] {
    clusters.compactMap { cluster in
      guard let members = cluster?.members.sorted() else { return nil }
      return Group(
        members: members, kinds: members.map { kinds[$0] },
        certainties: members.map { certainties[$0] })
    }.sorted { $0.members[0] < $1.members[0] }
  }

  private mutating func join(by kind: Kind, _ keys: (Candidate) -> [JoinKey]) {
    var entries: [(key: JoinKey, rank: Int)] = []
    for (rank, index) in order.enumerated() {
      for key in keys(candidates[index]) { entries.append((key, rank)) }
    }
    guard entries.count > 1 else { return }
    entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.rank < $1.rank }
    var start = 0
    while start < entries.count {
      let key = entries[start].key
      let end = entries[start...].firstIndex { $0.key != key } ?? entries.count
      defer { start = end }
      guard end - start > 1 else { continue }
      var seen: Set<Int> = []
      join(
        entries[start..<end].map { owner[order[$0.rank]] }.filter { seen.insert($0).inserted },
        by: kind)
    }
  }

  private mutating func join(_ roots: [Int], by kind: Kind) {
    guard roots.count > 1 else { return }
    if kind == .authorDayText || !agree(roots, kind) {
      for handle in Set(roots.compactMap { clusters[$0]?.handles.min() }).sorted() {
        joinAgreeing(roots.filter { clusters[$0]?.handles.contains(handle) ?? false }, by: kind)
      }
      if kind != .authorDayText {
        joinAgreeing(roots.filter { clusters[$0]?.handles.isEmpty ?? false }, by: kind)
      }
    } else {
      merge(roots, by: kind)
    }
  }

  /// Joins clusters if all agree, else those without an identifier if these do.
  private mutating func joinAgreeing(_ roots: [Int], by kind: Kind) {
    let present = roots.filter { clusters[$0] != nil }
    if agree(present, kind) { return merge(present, by: kind) }
    let nameless = present.filter { clusters[$0]?.native == nil }
    if agree(nameless, kind) { merge(nameless, by: kind) }
  }

  func agree(_ roots: [Int], _ kind: Kind) -> Bool {
    var sum = Cluster()
    for case let cluster? in roots.map({ clusters[$0] }) {
      // The platform's own identifier decides alone: handles change, days are misread.
      if kind != .id,
        sum.contradicts(cluster, daysCount: kind.rawValue >= Kind.authorDayText.rawValue)
      {
        return false
      }
      sum.add(cluster)
    }
    return true
  }

  /// Makes one of clusters; `certainty` is that of those that were alone, else what the kind says.
  mutating func merge(_ roots: [Int], by kind: Kind, certainty: Int? = nil) {
    guard let first = roots.first, roots.count > 1, var sum = clusters[first] else { return }
    for root in roots {
      guard let cluster = clusters[root] else { continue }
      for member in cluster.members {
        owner[member] = first
        if kinds[member] == .alone {
          kinds[member] = kind
          certainties[member] = certainty ?? kind.certainty(of: candidates[member])
        }
      }
      if root != first {
        sum.add(cluster)
        clusters[root] = nil
      }
    }
    clusters[first] = sum
  }
}
