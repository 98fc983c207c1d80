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
    guard isPlayer(element) else { return nil }
    if let saved = savedFilm(of: element) { return saved }
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

  /// Whether an element loads what its address names; a `source` does where its type says that a
  /// platform's player is to be used (`video/youtube`, as MediaElement.js and Video.js read it).
  private func isPlayer(_ element: HTMLElement) -> Bool {
    switch element.name {
    case "param": element["name"] == "movie"
    case "source": element["type"].map { !$0.contains("mp4") && $0.hasPrefix("video/") } ?? false
    default: true
    }
  }

  /// The film of a frame whose page the browser saved beside its own, under the address's last part:
  /// `./Title_files/TYGIMaP6ukg.html`; the player's own permissions tell whose it was.
  private func savedFilm(of element: HTMLElement) -> Sighting? {
    guard element.name == "iframe", let address = element["src"], address.hasSuffix(".html"),
      address.contains("_files/"), element["allow"]?.contains("gyroscope") ?? false,
      let name = address.split(separator: "/").last?.dropLast(5), name.utf8.count == 11,
      let reference = context.catalog.addresses.reference(id: String(name), of: "youtube")
    else { return nil }
    var sighting = Sighting(
      .frame, at: context.location(of: element), platform: "youtube", confidence: 0.8)
    sighting.take(reference, rule: "frame.saved-name")
    takeTitle(of: element, into: &sighting)
    return sighting
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
