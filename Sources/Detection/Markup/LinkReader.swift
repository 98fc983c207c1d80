import Markup
import Platforms
import PostModel

/// Reads hyperlinks in the article's own text.
struct LinkReader {
  let context: MarkupContext

  /// The post that a link leads to.
  func sighting(of element: HTMLElement, to reference: PostReference) -> Sighting {
    let isGate = isConsentGate(element) || isCard(element)
    var sighting = Sighting(
      isGate ? .placeholder : .link, at: context.location(of: element),
      platform: reference.platform,
      confidence: isGate || context.region.part(of: element) == .body ? 0.95 : 0.85)
    sighting.take(reference, rule: isGate ? "link.placeholder" : "link.href")
    return sighting
  }

  /// Why a link to a post is no citation, `nil` where it is one.
  func objection(to element: HTMLElement, _ link: Sighting) -> String? {
    if let own = context.ownPost, own.platform == link.platform, own.identity == link.identity {
      return "it leads to the page itself"
    }
    return isInGallery(element) ? "it is one of a row of pictures" : nil
  }

  /// Whether a link is one of a row of pictures and nothing else, each leading to another post: what
  /// plug-ins and themes show of the site's own account.
  private func isInGallery(_ element: HTMLElement) -> Bool {
    guard Self.isPicture(element) else { return false }
    // A list's items are one level up, a grid's cells another.
    for row in element.ancestors.prefix(3) {
      let links = row.descendants.filter { $0.name == "a" }
      guard links.count < 60 else { return false }
      if links.count > 2 { return links.allSatisfy(Self.isPicture) && row.text.isEmpty }
    }
    return false
  }

  private static func isPicture(_ link: HTMLElement) -> Bool {
    link.text.isEmpty && link.descendants.contains { $0.name == "img" || $0.name == "picture" }
  }

  /// Whether a link is what a card service turns into a post: Iframely, Embedly.
  private func isCard(_ element: HTMLElement) -> Bool {
    element["data-iframely-url"] != nil || element.hasClass("embedly-card")
      || element.ancestors.prefix(2).contains { $0.hasClass("embedly-card") }
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
