import PostModel

/// Posts that say the same in two languages, a paragraph each: the first one alone looks like a post of
/// bare words beside the one that ends with the picture or the author's line.
struct BilingualPosts {
  let bounds: PostBounds

  /// All sightings, those of bare words joined to the post of whose text they are the other half.
  func joined(_ found: [Sighting], _ bare: [Sighting]) -> [Sighting] {
    var joined = found
    var rest: [Sighting] = []
    for half in bare {
      if let index = found.firstIndex(where: { areHalves(half, $0) }) {
        joined[index].text = [half.text, found[index].text].compactMap { $0 }.joined(
          separator: "\n")
        joined[index].location = .text(
          utf8Range: half.utf8Range.lowerBound..<found[index].utf8Range.upperBound)
      } else {
        rest.append(half)
      }
    }
    return joined + rest
  }

  private func areHalves(_ first: Sighting, _ second: Sighting) -> Bool {
    let (one, other) = (first.utf8Range, second.utf8Range)
    guard first.language != nil, second.kind == .mediaLink || second.kind == .attributionLine,
      one.upperBound <= other.lowerBound, other.lowerBound - one.upperBound <= Self.widestGap,
      bounds.text.trimmed(one.upperBound..<other.lowerBound).isEmpty,
      let words = second.text, bounds.manner.isOwn(other)
    else { return false }
    let (weight, length) = (bounds.manner.weight(one), words.unicodeScalars.count)
    return weight + length <= Self.longestPost && weight <= length * 2 && length <= weight * 2
  }

  private static let widestGap = 8
  private static let longestPost = 280
}
