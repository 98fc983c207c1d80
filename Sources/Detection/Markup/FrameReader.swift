import Markup
import Platforms
import PostModel

/// Reads frames and players: their address names the post, wherever a lazy loader or a consent
/// manager keeps it.
struct FrameReader {
  let context: MarkupContext

  /// The post that a frame shows, or `nil`.
  func sighting(
    of element: HTMLElement, _ attributes: [(name: String, value: String)]
  ) -> Sighting? {
    let isPlayer = element.name != "param" || element["name"] == "movie"
    guard isPlayer else { return nil }
    for attribute in attributes where AddressAttribute.mayHoldFrame(attribute.name) {
      guard let reference = context.catalog.addresses.frameReference(in: attribute.value) else {
        continue
      }
      var sighting = Sighting(
        attribute.name == "src" ? .frame : .placeholder, at: context.location(of: element),
        platform: reference.platform, confidence: 0.97)
      sighting.take(reference, rule: "frame.\(attribute.name)")
      takeTitle(of: element, into: &sighting)
      return sighting
    }
    return nil
  }

  /// A film's frame is titled with the film's name; a post's frame says "X Post" and the like.
  private func takeTitle(of element: HTMLElement, into sighting: inout Sighting) {
    guard sighting.platform == "youtube" || sighting.platform == "vimeo",
      let title = element["title"]?.trimmingSpaces(), !title.isEmpty,
      !title.lowercased().contains("video player"), !title.lowercased().hasPrefix("youtube")
    else { return }
    sighting.evidence.append(Evidence(field: "title", rule: "frame.title", value: title))
  }
}
