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
      guard attribute.value.utf8.count < 4000, let reference = reference(in: attribute.value) else {
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

  /// The post that a frame's address names, or the address that it hands on to the site's own proxy
  /// (Drupal's `/media/oembed?url=…`).
  private func reference(in address: String) -> PostReference? {
    if let found = context.catalog.addresses.frameReference(in: address) { return found }
    guard let question = address.firstIndex(of: "?"), context.catalog.mayHoldPost(address),
      !Self.buttons.contains(where: { address[..<question].lowercased().contains($0) })
    else { return nil }
    // The path alone may be relative; any host serves to read the query.
    guard let parsed = WebAddress("https://frame.invalid/" + address[question...]) else {
      return nil
    }
    for item in parsed.query where ["url", "src", "href", "u"].contains(item.name) {
      if let found = context.catalog.addresses.frameReference(in: item.value) { return found }
    }
    return nil
  }

  private static let buttons = [
    "button", "like", "share", "follow", "comment", "page", "login", "timeline", "count",
  ]

  /// A film's frame is titled with the film's name; a post's frame says "X Post" and the like.
  private func takeTitle(of element: HTMLElement, into sighting: inout Sighting) {
    guard sighting.platform == "youtube" || sighting.platform == "vimeo",
      let title = element["title"]?.trimmingSpaces(), !title.isEmpty,
      !title.lowercased().contains("video player"), !title.lowercased().hasPrefix("youtube")
    else { return }
    sighting.evidence.append(Evidence(field: "title", rule: "frame.title", value: title))
  }
}
