/// Joins by words that are nearly the same.
extension PostResolver {
  /// Two candidates whose words are alike.
  private struct Likeness {
    var score: Double
    var one: Int
    var other: Int
  }

  /// Two candidates that are to be compared.
  private struct Pair: Hashable {
    var one: Int
    var other: Int
  }

  /// Candidates that share a least shingle are compared; more than this with different words are not.
  private static let comparable = 64
  /// By how much the best likeness must lead the next one, of another post.
  private static let lead = 0.05

  /// Joins citations whose words are nearly those of one other post, the likest first.
  mutating func joinNearTexts() {
    let found = likenesses()
    for likeness in found {
      let roots = [owner[likeness.one], owner[likeness.other]]
      guard roots[0] != roots[1], agree(roots, .nearText), !isAmbiguous(likeness, found) else {
        continue
      }
      merge(roots, by: .nearText, certainty: 500 + Int(likeness.score * 400))
    }
  }

  private func likenesses() -> [Likeness] {
    var texts: [String: NearText] = [:]
    var found: [Likeness] = []
    for pair in pairs() {
      let (one, other) = (pair.one, pair.other)
      for index in [one, other] where texts[candidates[index].folded] == nil {
        texts[candidates[index].folded] = NearText(candidates[index].folded)
      }
      guard let left = texts[candidates[one].folded], let right = texts[candidates[other].folded],
        let score = left.likeness(
          to: right, isCut: candidates[one].isCut || candidates[other].isCut,
          isSameAuthor: candidates[one].handle != nil
            && candidates[one].handle == candidates[other].handle)
      else { continue }
      found.append(Likeness(score: score, one: one, other: other))
    }
    return found.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      let (left, right) = (candidates[$0.one].id, candidates[$1.one].id)
      return left != right ? left < right : candidates[$0.other].id < candidates[$1.other].id
    }
  }

  /// Pairs of candidates of different clusters that share a shingle and not an identifier.
  private func pairs() -> [Pair] {
    var sharing: [IndexKey: [Int]] = [:]
    for index in order where !candidates[index].bands.isEmpty {
      for key in candidates[index].bands { sharing[key, default: []].append(index) }
    }
    var pairs: Set<Pair> = []
    for members in sharing.values where members.count > 1 {
      var seen: Set<UInt64> = []
      // Of citations of one post that have the same words, one is compared.
      let distinct = members.filter {
        seen.insert(StableHash.of(candidates[$0].folded, seed: UInt64(owner[$0]))).inserted
      }
      guard distinct.count > 1, distinct.count <= Self.comparable else { continue }
      for (place, one) in distinct.enumerated() {
        for other in distinct[(place + 1)...] where owner[one] != owner[other] {
          guard clusters[owner[one]]?.native == nil || clusters[owner[other]]?.native == nil else {
            continue
          }
          pairs.insert(Pair(one: one, other: other))
        }
      }
    }
    return Array(pairs)
  }

  /// Whether the words are about as near to those of another post.
  private func isAmbiguous(_ likeness: Likeness, _ all: [Likeness]) -> Bool {
    let roots = [owner[likeness.one], owner[likeness.other]]
    guard let nameless = roots.first(where: { clusters[$0]?.native == nil }),
      let named = roots.first(where: { clusters[$0]?.native != nil })
    else { return false }
    return all.contains { other in
      guard other.score > likeness.score - Self.lead else { return false }
      let others = [owner[other.one], owner[other.other]]
      guard others.contains(nameless), let rival = others.first(where: { $0 != nameless }),
        rival != named, clusters[rival]?.native != nil
      else { return false }
      return agree([nameless, rival], .nearText)
    }
  }
}

/// Folded words that are compared with others.
struct NearText {
  /// Two texts with so many of their shingles in common are one.
  private static let resemblance = 0.7
  /// So much of the shorter text must stand in the longer one where it was cut.
  private static let containment = 0.9
  /// So much must where both have the same author.
  private static let containmentOfAuthor = 0.8
  /// A part of a text must have so many bytes to tell of which text it is.
  private static let tellingPart = 60

  let folded: String
  private let shingles: Set<UInt64>
  private let digits: [UInt8]

  init(_ folded: String) {
    self.folded = folded
    shingles = Bands.shingles(folded)
    digits = folded.utf8.filter { (0x30...0x39).contains($0) }
  }

  /// How alike two texts are, from 0 to 1; `nil` where they are of different posts.
  func likeness(to other: NearText, isCut: Bool, isSameAuthor: Bool) -> Double? {
    let (short, long) = shingles.count <= other.shingles.count ? (self, other) : (other, self)
    guard !short.shingles.isEmpty, short.numbersStand(in: long) else { return nil }
    let common = Double(short.shingles.intersection(long.shingles).count)
    let resemblance = common / (Double(short.shingles.count + long.shingles.count) - common)
    if resemblance >= Self.resemblance { return resemblance }
    let containment = common / Double(short.shingles.count)
    let isPart = isCut || long.folded.hasPrefix(short.folded)
    guard short.folded.utf8.count >= Self.tellingPart,
      containment >= (isSameAuthor ? Self.containmentOfAuthor : Self.containment),
      isPart || isSameAuthor
    else { return nil }
    return containment * 0.9
  }

  /// Posts of a series differ in a number; the digits of the shorter text must stand in the longer.
  private func numbersStand(in other: NearText) -> Bool {
    digits.isEmpty || other.digits.firstRange(of: digits) != nil
  }
}
