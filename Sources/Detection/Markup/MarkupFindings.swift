import PostModel

/// What readers found in a page: sightings, and what they turned down.
struct MarkupFindings: Sendable {
  /// What counts.
  var sightings: [Sighting] = []
  /// What was turned down, with reasons.
  var rejections: [Rejection] = []

  mutating func reject(_ sighting: Sighting, _ reason: String) {
    rejections.append(Rejection(candidate: sighting, reason: reason))
  }

  mutating func add(_ other: MarkupFindings) {
    sightings += other.sightings
    rejections += other.rejections
  }
}
