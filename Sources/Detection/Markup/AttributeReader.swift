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
    where attribute.value.utf8.count > 15
      && AddressAttribute.mayBeScripts(attribute.name, of: element.name)
    {
      let isHandler = AddressAttribute.isHandler(attribute.name)
      if Self.passive.contains(element.name), !isHandler { return found }
      if isHandler, !Self.writesFrame(attribute.value) { continue }
      if AddressAttribute.mayHoldPost(attribute.name, of: element.name),
        let sighting = address(attribute, of: element, in: context)
      {
        detector.settle(sighting, element, in: context, into: &found)
      } else {
        found.add(content(of: attribute.value, of: element, in: context))
      }
    }
    return found
  }

  /// Whether a handler puts an embed in the place of what was clicked.
  private static func writesFrame(_ code: String) -> Bool {
    frames.contains { $0.occurs(in: code) }
  }

  private static let frames = ["<iframe", "<blockquote", "\\x3ciframe", "\\u003ciframe"]
    .map(ByteNeedle.init)

  /// Elements whose attributes say nothing of what the page shows.
  private static let passive: Set<String> = [
    "a", "img", "button", "input", "link", "meta", "html", "body", "svg", "source", "time",
  ]

  private func address(
    _ attribute: (name: String, value: String), of element: HTMLElement,
    in context: MarkupContext
  ) -> Sighting? {
    guard attribute.value.utf8.count < 2000, context.catalog.mayHoldPost(attribute.value),
      !attribute.value.contains("<"),
      let reference = context.catalog.addresses.frameReference(in: attribute.value)
    else { return nil }
    var sighting = Sighting(
      .placeholder, at: context.location(of: element), platform: reference.platform,
      confidence: 0.9)
    sighting.take(reference, rule: "attribute.\(attribute.name)")
    return sighting
  }

  private func content(
    of value: String, of element: HTMLElement, in context: MarkupContext
  ) -> MarkupFindings {
    // Ids stand alone where the element names its component; base64 hides all names.
    let component = element["data-component-name"]
    guard
      component != nil || EmbeddedMarkup.mayBeMarkup(value) || context.catalog.mayHoldPost(value)
        || EmbeddedMarkup.mayQuoteBase64(value)
    else { return MarkupFindings() }
    var found = MarkupFindings()
    switch EmbeddedContent(value) {
    case .data(let json):
      if let payload = PayloadReader(detector: detector).findings(
        inJSON: json, named: component, of: context, at: element)
      {
        found = payload
      } else if EmbeddedMarkup.looksLikeMarkup(json) {
        found = detector.findings(inFragment: json, of: context, at: element)
      }
    case .markup(let markup):
      found = detector.findings(inFragment: markup, of: context, at: element)
    case nil: break
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
}
