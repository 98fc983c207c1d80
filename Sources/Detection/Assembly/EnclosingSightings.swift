import PostModel

/// Which sightings stand within the places of others, found in one sweep over the text.
struct EnclosingSightings {
  private var enclosing: [Int: [Int]] = [:]

  /// Sweeps over the places of sightings; empty places enclose nothing and are in nothing.
  init(_ sightings: [Sighting]) {
    let order = sightings.indices.filter { !sightings[$0].utf8Range.isEmpty }.sorted {
      let (one, other) = (sightings[$0].utf8Range, sightings[$1].utf8Range)
      return (one.lowerBound, other.upperBound, $0) < (other.lowerBound, one.upperBound, $1)
    }
    var open: [Int] = []
    for index in order {
      let range = sightings[index].utf8Range
      while let last = open.last, sightings[last].utf8Range.upperBound < range.upperBound {
        open.removeLast()
      }
      // Places nest as elements do: more than a few around one place is no document's way.
      enclosing[index] = Array(open.suffix(8).reversed())
      open.append(index)
    }
  }

  /// The sightings round one, the nearest first.
  func around(_ index: Int) -> [Int] {
    enclosing[index] ?? []
  }
}
