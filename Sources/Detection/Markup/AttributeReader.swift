import Foundation
import Markup
import Platforms
import PostModel

/// Reads what scripts keep in attributes: a post's address, escaped or base64 markup, JSON.
struct AttributeReader {
  let detector: MarkupDetector

  /// What an element's attributes hold.
  func findings(
    in element: HTMLElement, _ attributes: [(name: String, value: String)],
    of context: MarkupContext
  ) -> MarkupFindings {
    var found = MarkupFindings()
    for attribute in attributes
    where attribute.value.utf8.count > 15 && AddressAttribute.mayBeScripts(attribute.name) {
      if Self.passive.contains(element.name) { return found }
      if AddressAttribute.mayHoldPost(attribute.name),
        let sighting = address(attribute, of: element, in: context)
      {
        detector.settle(sighting, element, in: context, into: &found)
      } else {
        found.add(markup(in: attribute.value, of: element, in: context))
      }
    }
    return found
  }

  /// Elements whose attributes say nothing of what the page shows.
  private static let passive: Set<String> = [
    "a", "img", "button", "input", "link", "meta", "html", "body", "svg", "source", "time",
  ]

  private func address(
    _ attribute: (name: String, value: String), of element: HTMLElement,
    in context: MarkupContext
  ) -> Sighting? {
    guard attribute.value.utf8.count < 2000, ScriptMarkers.mayHoldPost(attribute.value),
      !attribute.value.contains("<"),
      let reference = context.catalog.addresses.frameReference(in: attribute.value)
    else { return nil }
    var sighting = Sighting(
      .placeholder, at: context.location(of: element), platform: reference.platform,
      confidence: 0.9)
    sighting.take(reference, rule: "attribute.\(attribute.name)")
    return sighting
  }

  private func markup(
    in value: String, of element: HTMLElement, in context: MarkupContext
  )
    -> MarkupFindings
  {
    var found = payload(in: value, of: element, in: context)
    if found.sightings.isEmpty, found.rejections.isEmpty {
      let decoded =
        EmbeddedMarkup.looksLikeMarkup(value)
        ? value : EmbeddedMarkup.percentDecoded(value) ?? EmbeddedMarkup.base64(value)
      if let decoded {
        found.add(detector.findings(inFragment: decoded, of: context, at: element))
      }
    }
    guard !found.sightings.isEmpty else { return found }
    // What stands in furniture does so with all that its attributes hold.
    guard case .furniture(let reason) = context.region.part(of: element) else { return found }
    found.rejections += found.sightings.map {
      Rejection(candidate: $0, reason: "it stands in \(reason)")
    }
    found.sightings = []
    return found
  }

  private func payload(
    in value: String, of element: HTMLElement, in context: MarkupContext
  )
    -> MarkupFindings
  {
    let first = value.utf8.first { $0 > 0x20 }
    guard first == 0x7B || first == 0x5B, ScriptMarkers.mayHoldPost(value) else {
      return MarkupFindings()
    }
    return PayloadReader(detector: detector).findings(inJSON: value, of: context, at: element)
  }
}
