/// To which post each of the citations 1…count belongs, as far as it is known.
///
/// Citations with the same identifier of the platform are one node from the start. Nodes are joined
/// into components by keys that a citation without an identifier shares: only there is a choice, since
/// two identifiers are two posts.
struct PostAssignment {
  /// Where a citation belongs and why.
  struct Place {
    var post: Int
    var joinedBy: Int
    var certainty: Int
    var isCopy: Bool
  }

  /// More nodes than this cannot be told apart by a key that they share.
  static func limit(_ kind: IndexKey.Kind) -> Int { kind == .band ? 32 : 1000 }

  private static let isDropped: UInt8 = 1
  private static let isInMixed: UInt8 = 2
  private static let isCopied: UInt8 = 4

  /// Keys of too many nodes.
  private(set) var banned: Set<IndexKey> = []
  private let count: Int
  /// The first citation of the same identifier.
  private var node: [UInt32]
  private var union: DisjointSets
  private var post: [UInt32]
  /// The next citation of the same post, 0 for none.
  private var following: [UInt32]
  private var joinedBy: [UInt8]
  private var certainty: [UInt16]
  private var flags: [UInt8]

  init(count: Int) {
    self.count = count
    node = count == 0 ? [] : Array(0...UInt32(count))
    union = DisjointSets(count: count + 1)
    post = node
    following = [UInt32](repeating: 0, count: count + 1)
    joinedBy = [UInt8](repeating: 0, count: count + 1)
    certainty = [UInt16](repeating: 1000, count: count + 1)
    flags = [UInt8](repeating: 0, count: count + 1)
  }

  /// Drops citations that the archive has twice.
  mutating func drop(_ numbers: [Int]) {
    for number in numbers { flags[number] |= Self.isDropped }
  }

  /// Joins citations that share the platform's identifier.
  mutating func joinNative(_ numbers: [Int]) {
    let kept = numbers.filter { flags[$0] & Self.isDropped == 0 }
    guard let first = kept.first, kept.count > 1 else { return }
    for number in kept {
      node[number] = UInt32(first)
      post[number] = UInt32(first)
      joinedBy[number] = UInt8(PostResolver.Kind.id.rawValue)
    }
    chain(kept)
  }

  /// Lets the citations of one post follow on each other.
  private mutating func chain(_ numbers: [Int]) {
    for (number, next) in zip(numbers, numbers.dropFirst()) { following[number] = UInt32(next) }
    if let last = numbers.last { following[last] = 0 }
  }

  /// Notes that citations share a key; `sketch` gives that of the words of a citation.
  mutating func share(
    _ key: IndexKey, _ entries: ArraySlice<KeyEntry>, sketch: (Int) -> UInt64
  ) {
    guard entries.contains(where: \.isNameless) else { return }
    let kept = entries.filter { flags[$0.number] & Self.isDropped == 0 }
    let nodes = Set(kept.map { node[$0.number] })
    guard nodes.count > 1, kept.contains(where: \.isNameless) else { return }
    guard nodes.count <= Self.limit(key.kind) else {
      banned.insert(key)
      return
    }
    if key.kind == .band { return joinAlike(kept, kept.map { sketch($0.number) }) }
    guard let first = nodes.min() else { return }
    for other in nodes { union.join(Int(first), Int(other)) }
  }

  /// Joins citations without an identifier with those that have words like theirs.
  private mutating func joinAlike(_ entries: [KeyEntry], _ sketches: [UInt64]) {
    for one in entries.indices where entries[one].isNameless {
      for other in entries.indices
      where other != one && Bands.areAlike(sketches[one], sketches[other]) {
        union.join(Int(node[entries[one].number]), Int(node[entries[other].number]))
      }
    }
  }

  /// The citations of each component in which there is a choice, ascending, and so the components by
  /// their first.
  mutating func mixedComponents() -> [[Int]] {
    var pairs: [UInt64] = []
    for number in stride(from: 1, through: count, by: 1)
    where flags[number] & Self.isDropped == 0 {
      let own = Int(node[number])
      let root = union.root(own)
      guard root != own || union.isJoined(root) else { continue }
      flags[number] |= Self.isInMixed
      pairs.append(UInt64(root) << 32 | UInt64(number))
    }
    pairs.sort()
    var components: [[Int]] = []
    var last: UInt64?
    for pair in pairs {
      if pair >> 32 != last { components.append([]) }
      last = pair >> 32
      components[components.count - 1].append(Int(pair & 0xFFFF_FFFF))
    }
    return components
  }

  /// Takes what citations were resolved to.
  mutating func assign(_ resolved: MixedPosts.Resolved) {
    guard let first = resolved.numbers.first else { return }
    for (place, number) in resolved.numbers.enumerated() {
      post[number] = UInt32(first)
      joinedBy[number] = UInt8(resolved.kinds[place].rawValue)
      certainty[number] = UInt16(resolved.certainties[place])
    }
    chain(resolved.numbers)
  }

  /// Whether a citation is the first of its post.
  func opensPost(_ number: Int) -> Bool {
    flags[number] & Self.isDropped == 0 && Int(post[number]) == number
  }

  /// Whether there was a choice of posts for a citation.
  func isMixed(_ number: Int) -> Bool { flags[number] & Self.isInMixed != 0 }

  /// The next citation of the same post.
  func next(after number: Int) -> Int? { following[number] > 0 ? Int(following[number]) : nil }

  mutating func markCopy(_ number: Int) {
    flags[number] |= Self.isCopied
  }

  /// Where a citation belongs, `nil` for one that was dropped.
  func place(of number: Int) -> Place? {
    guard flags[number] & Self.isDropped == 0 else { return nil }
    return Place(
      post: Int(post[number]), joinedBy: Int(joinedBy[number]), certainty: Int(certainty[number]),
      isCopy: flags[number] & Self.isCopied != 0)
  }
}

/// Sets of numbers that are joined (union and find, with halving of paths).
struct DisjointSets {
  private var parent: [UInt32]
  private var joined: Set<Int> = []

  init(count: Int) {
    parent = count == 0 ? [] : Array(0..<UInt32(count))
  }

  /// The number that stands for all of a set: its least.
  mutating func root(_ number: Int) -> Int {
    var number = number
    while Int(parent[number]) != number {
      parent[number] = parent[Int(parent[number])]
      number = Int(parent[number])
    }
    return number
  }

  mutating func join(_ lhs: Int, _ rhs: Int) {
    let (one, other) = (root(lhs), root(rhs))
    joined.insert(min(one, other))
    guard one != other else { return }
    parent[max(one, other)] = UInt32(min(one, other))
  }

  /// Whether something was joined with a root.
  func isJoined(_ root: Int) -> Bool { joined.contains(root) }
}
