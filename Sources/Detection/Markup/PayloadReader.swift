import Foundation
import Markup
import Platforms
import PostModel

/// Reads the data that a page carries for its scripts: framework state, blocks of content systems.
///
/// A payload often carries other articles and lists of the site; only what belongs to this article
/// counts: values under names such as `related` are passed over, and so is any object that is
/// another article by its own address.
struct PayloadReader {
  let detector: MarkupDetector

  /// What a JSON text holds.
  func findings(
    inJSON text: String, of context: MarkupContext, at element: HTMLElement
  )
    -> MarkupFindings
  {
    guard text.utf8.count < 32_000_000,
      let value = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
    else { return MarkupFindings() }
    var walk = PayloadWalk(detector: detector, context: context, element: element)
    walk.visit(value, name: "", depth: 0)
    return walk.found
  }
}

/// One walk over a payload.
private struct PayloadWalk {
  let detector: MarkupDetector
  let context: MarkupContext
  let element: HTMLElement
  var found = MarkupFindings()
  /// Whether the walk is inside an object that is the page's own article.
  private var isInArticle = false

  init(detector: MarkupDetector, context: MarkupContext, element: HTMLElement) {
    self.detector = detector
    self.context = context
    self.element = element
  }

  mutating func visit(_ value: Any, name: String, depth: Int) {
    guard depth < 64 else { return }
    if let text = value as? String {
      visitText(text)
    } else if let list = value as? [Any] {
      for item in list { visit(item, name: name, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      visitObject(object, name: name, depth: depth)
    }
  }

  private mutating func visitObject(_ object: [String: Any], name: String, depth: Int) {
    if PayloadNames.isFurniture(name) || PayloadNames.isSiteWide(object) { return }
    let around = isInArticle
    defer { isInArticle = around }
    if let isOwn = isOwnArticle(object) {
      guard isOwn else { return }
      isInArticle = true
    }
    if let post = PayloadPost(object) { take(post) }
    // Sorted, since a dictionary's own order differs from run to run.
    for (key, value) in object.sorted(by: { $0.key < $1.key })
    where !PayloadNames.isFurniture(key) {
      visit(value, name: key, depth: depth + 1)
    }
  }

  private mutating func visitText(_ text: String) {
    guard EmbeddedMarkup.looksLikeMarkup(text), ScriptMarkers.mayHoldPost(text) else { return }
    var inner = detector.findings(inFragment: text, of: context, at: element)
    inner.sightings = inner.sightings.compactMap { sighting in
      guard sighting.kind != .link || isInArticle else { return nil }
      var sighting = sighting
      if sighting.kind != .link { sighting.kind = .payload }
      sighting.confidence = min(sighting.confidence, 0.85)
      return sighting
    }
    found.add(inner)
  }

  private mutating func take(_ post: PayloadPost) {
    guard let reference = context.catalog.addresses.frameReference(in: post.address) else {
      return
    }
    var sighting = Sighting(
      .payload, at: context.location(of: element), platform: reference.platform,
      confidence: 0.85)
    sighting.take(reference, rule: "payload.\(post.rule)")
    post.fill(&sighting)
    detector.settle(sighting, element, in: context, into: &found)
  }

  /// Whether an object is the page's own article, or another; `nil` where it is no article, or does
  /// not say its address.
  private func isOwnArticle(_ object: [String: Any]) -> Bool? {
    guard PayloadNames.headlines.contains(where: { object[$0] != nil }),
      PayloadNames.bodies.contains(where: { object[$0] != nil }),
      let page = PageAddress.path(of: context.document)
    else { return nil }
    for key in PayloadNames.addresses {
      guard let address = object[key] as? String, address.contains("/"),
        !context.catalog.isPost(address)
      else { continue }
      return PageAddress.isOwn(address, page: page)
    }
    return nil
  }
}

extension CompiledCatalog {
  /// Whether an address is that of a post.
  func isPost(_ address: String) -> Bool {
    addresses.frameReference(in: address) != nil
  }
}
