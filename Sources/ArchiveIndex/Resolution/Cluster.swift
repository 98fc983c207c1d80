/// What is known together of citations that were joined.
struct Cluster {
  private(set) var members: [Int] = []
  private(set) var native: JoinKey?
  private(set) var handles: Set<String> = []
  private var platform: String?
  /// The latest beginning and the earliest end of the periods in which it was published.
  private var first: Int?
  private var last: Int?

  init() {}

  init(_ candidate: Candidate, at index: Int) {
    members = [index]
    native = candidate.nativeKey
    handles = candidate.handle.map { [$0] } ?? []
    platform = candidate.platform
    first = candidate.first
    last = candidate.last
  }

  mutating func add(_ other: Cluster) {
    members += other.members
    native = native ?? other.native
    platform = platform ?? other.platform
    // What both have in common is surest; without anything in common both may be right.
    let common = handles.intersection(other.handles)
    handles = common.isEmpty ? handles.union(other.handles) : common
    first = [first, other.first].compactMap(\.self).max()
    last = [last, other.last].compactMap(\.self).min()
  }

  /// Whether the two cannot be of one post.
  func contradicts(_ other: Cluster, daysCount: Bool) -> Bool {
    if let native, let theirs = other.native, native != theirs { return true }
    if let platform, let theirs = other.platform, platform != theirs { return true }
    if !handles.isEmpty, !other.handles.isEmpty, handles.isDisjoint(with: other.handles) {
      return true
    }
    guard daysCount else { return false }
    return Self.isAfter(first, other.last) || Self.isAfter(other.first, last)
  }

  /// Whether a beginning lies more than a day after an end: prose tells days of its own time zone.
  private static func isAfter(_ beginning: Int?, _ end: Int?) -> Bool {
    guard let beginning, let end else { return false }
    return beginning > end + 86_400_000
  }
}
