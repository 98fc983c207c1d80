import Markup
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

  /// Takes a sighting, unless it stands in the site's furniture.
  mutating func take(_ sighting: Sighting, at element: HTMLElement?, in context: MarkupContext) {
    if let element, case .furniture(let reason) = context.region.part(of: element) {
      reject(sighting, "it stands in \(reason)")
    } else {
      sightings.append(sighting)
    }
  }

  mutating func add(_ other: MarkupFindings) {
    sightings += other.sightings
    rejections += other.rejections
  }
}
