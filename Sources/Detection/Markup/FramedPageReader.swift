import Markup
import Platforms
import PostModel

/// Reads the page that a frame holds within itself: `srcdoc`, or a `data:` address.
///
/// Programs that save pages as one file put there what the frame had loaded, and its address is lost.
struct FramedPageReader {
  let detector: MarkupDetector

  /// The posts that a frame's page shows: those embedded in it, else the one that it is itself.
  func findings(
    of page: String, in element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    var found = detector.findings(inFragment: page, of: context, at: element)
    let links = found.sightings.filter { $0.kind == .link }
    found.sightings.removeAll { $0.kind == .link }
    guard found.sightings.isEmpty, let own = ownPost(of: page, in: context) ?? Self.only(links)
    else { return found }
    var sighting = own
    sighting.kind = .frame
    sighting.confidence = 0.9
    sighting.location = context.location(of: element)
    sighting = context.fallbacks.completed(sighting, byPage: page)
    detector.settle(sighting, element, in: context, into: &found)
    return found
  }

  /// The post that the page says it is.
  private func ownPost(of page: String, in context: MarkupContext) -> Sighting? {
    let address = withHTMLDocument(parsing: Array(page.utf8), declaredEncoding: "utf-8") {
      PageAddress.address(of: $0)
    }
    guard let reference = address.flatMap({ context.catalog.addresses.frameReference(in: $0) })
    else { return nil }
    var sighting = Sighting(
      .frame, at: .text(utf8Range: 0..<0), platform: reference.platform, confidence: 0.9)
    sighting.take(reference, rule: "frame.canonical")
    return sighting
  }

  /// The post to which all links lead.
  private static func only(_ links: [Sighting]) -> Sighting? {
    guard let first = links.first, first.identity != nil,
      links.allSatisfy({ $0.platform == first.platform && $0.identity == first.identity })
    else { return nil }
    return first
  }
}
