import Markup
import Platforms
import PostModel

/// Reads elements that name a platform and, apart from it, a post's bare id: `data-provider="twitter"
/// data-id="…"`, `div.instagram_post[postid]`, `youtube-player[data-video-id]`.
///
/// Content systems, forums and consent managers each have attributes of their own for the same two
/// things; what may be an id is told by the platform's declaration.
struct NamedIDReader {
  let context: MarkupContext

  /// The post that an element's attributes name, or `nil`.
  func sighting(
    of element: HTMLElement, _ attributes: [(name: String, value: String)]
  ) -> Sighting? {
    let ids = attributes.filter {
      (6...20).contains($0.value.utf8.count) && $0.name.utf8.count > 5
        && Self.idNames.contains($0.name)
    }
    guard !ids.isEmpty, !Self.controls.contains(element.name) else { return nil }
    let names = Self.names(of: element, attributes)
    guard names.contains(where: context.catalog.payloadTypes.occur) else { return nil }
    guard !Self.others.contains(where: { word in names.contains { $0.contains(word) } }) else {
      return nil
    }
    for (platform, payload) in context.catalog.payloads where !payload.keys.isEmpty {
      guard names.contains(where: { name in payload.types.contains { name.contains($0) } })
      else { continue }
      for id in ids where payload.syntax.matches(id.value[...]) {
        let address = payload.address.replacing("{id}", with: id.value)
        guard let reference = context.catalog.addresses.reference(in: address, of: platform)
        else { continue }
        var sighting = Sighting(
          .placeholder, at: context.location(of: element), platform: platform, confidence: 0.9)
        sighting.take(reference, rule: "attribute.\(id.name)")
        return sighting
      }
    }
    return nil
  }

  /// What an element says of its kind: its own name, its classes, the values of telling attributes.
  private static func names(
    of element: HTMLElement, _ attributes: [(name: String, value: String)]
  ) -> [String] {
    let kinds = attributes.filter { kindNames.contains($0.name) || $0.name == "class" }
    return kinds.map { $0.value.lowercased() } + (element.name.contains("-") ? [element.name] : [])
  }

  /// The attributes that hold ids.
  static let idNames: Set<String> = [
    "data-id", "data-key", "data-code", "data-shortcode", "data-video", "data-video-id",
    "data-videoid", "data-embed-id", "data-media-id", "data-media-key", "data-post-id",
    "data-postid", "data-external-id", "data-source-id", "data-provider-id", "tweetid", "videoid",
    "postid", "data-tweetid", "video-id", "tweet-id", "post-id",
    "embed-id", "media-id",
  ]

  private static let kindNames: Set<String> = [
    "data-type", "data-kind", "data-provider", "data-provider-name", "data-embed-provider",
    "data-embed-type", "data-embed-service", "data-service", "data-vendor", "data-platform",
    "data-network", "data-source", "data-media-site-id", "data-media-type", "data-social", "type",
    "provider", "service", "platform",
  ]

  private static let controls: Set<String> = [
    "a", "button", "input", "li", "svg", "img", "html", "body", "link", "meta", "option", "form",
  ]

  /// Buttons, feeds and lists of accounts.
  static let others = [
    "share", "follow", "button", "btn", "timeline", "feed", "link", "icon", "count", "channel",
    "playlist", "subscribe", "login", "profile", "track",
  ]
}
