import Markup
import Platforms
import PostModel

/// Reads hyperlinks in the article's own text.
struct LinkReader {
  let context: MarkupContext

  /// The post that a link leads to, or `nil`.
  func sighting(of element: HTMLElement) -> Sighting? {
    guard let address = element["href"],
      let reference = context.catalog.addresses.reference(in: address)
    else { return nil }
    let isGate = isConsentGate(element)
    var sighting = Sighting(
      isGate ? .placeholder : .link, at: context.location(of: element),
      platform: reference.platform,
      confidence: isGate || context.region.part(of: element) == .body ? 0.95 : 0.85)
    sighting.take(reference, rule: isGate ? "link.consent-gate" : "link.href")
    return sighting
  }

  /// Whether a link stands in the box that a consent manager shows instead of a post.
  ///
  /// Such boxes name both what they withhold and why: `TwitterEmbed` and `ConsentBanner`.
  private func isConsentGate(_ element: HTMLElement) -> Bool {
    let names = element.ancestors.prefix(6).compactMap { $0["class"]?.lowercased() }
      .joined(separator: " ")
    return ["consent", "placeholder", "optin", "opt-in", "two-click", "blocked"].contains {
      names.contains($0)
    }
      && ["embed", "twitter", "instagram", "facebook", "tiktok", "youtube"].contains {
        names.contains($0)
      }
  }
}
