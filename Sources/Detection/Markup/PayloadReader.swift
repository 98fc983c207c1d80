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

  /// What a JSON text holds, `nil` where it is no JSON; `component` is what the element calls it
  /// that carries the text.
  func findings(
    inJSON text: String, named component: String? = nil, of context: MarkupContext,
    at element: HTMLElement
  ) -> MarkupFindings? {
    guard text.utf8.count < 32_000_000,
      let value = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
    else { return nil }
    return findings(in: ReferencedData.resolved(value), named: component, of: context, at: element)
  }

  /// What a value holds that was read already.
  func findings(
    in value: Any, named component: String? = nil, of context: MarkupContext,
    at element: HTMLElement
  ) -> MarkupFindings {
    var walk = PayloadWalk(
      detector: detector, context: context, element: element, component: component)
    walk.visit(value, name: "", depth: 0)
    return walk.found
  }
}

/// One walk over a payload.
private struct PayloadWalk {
  let detector: MarkupDetector
  let context: MarkupContext
  let element: HTMLElement
  let component: String?
  var found = MarkupFindings()
  /// Whether the walk is inside an object that is the page's own article.
  private var isInArticle = false

  init(
    detector: MarkupDetector, context: MarkupContext, element: HTMLElement, component: String?
  ) {
    self.detector = detector
    self.context = context
    self.element = element
    self.component = component
  }

  mutating func visit(_ value: Any, name: String, depth: Int) {
    guard depth < 64 else { return }
    if let text = value as? String {
      visitText(text)
    } else if let list = value as? [Any] {
      if let node = ReactNode(list), visit(node) { return }
      if let address = ReactNode.framedAddress(in: list),
        let reference = context.catalog.addresses.frameReference(in: address)
      {
        take(reference, rule: "iframe") { _ in }
      }
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
    let component = depth == 0 ? component : nil
    if let post = PayloadPost(object, component: component, catalog: context.catalog) { take(post) }
    // Sorted, since a dictionary's own order differs from run to run.
    for (key, value) in object.sorted(by: { $0.key < $1.key })
    where !PayloadNames.isFurniture(key) {
      visit(value, name: key, depth: depth + 1)
    }
  }

  /// Takes a node of a component tree; gives whether nothing else in it counts.
  private mutating func visit(_ node: ReactNode) -> Bool {
    if node.isFurniture { return true }
    guard node.name == "iframe", let address = node.properties["src"] as? String,
      let reference = context.catalog.addresses.frameReference(in: address)
    else { return false }
    take(reference, rule: "iframe") { _ in }
    return true
  }

  private mutating func visitText(_ text: String) {
    guard text.utf8.count > 20,
      context.catalog.mayHoldPost(text) || EmbeddedMarkup.mayBeMarkup(text)
    else { return }
    switch EmbeddedContent(text) {
    case .markup(let markup): visitMarkup(markup)
    case .data(let json):
      guard context.depth < MarkupContext.maximumDepth else { return }
      if let inner = PayloadReader(detector: detector).findings(
        inJSON: json, of: context, at: element)
      {
        found.add(inner)
      } else if EmbeddedMarkup.looksLikeMarkup(json) {
        visitMarkup(json)
      }
    case nil: break
    }
  }

  private mutating func visitMarkup(_ markup: String) {
    var inner = detector.findings(inFragment: markup, of: context, at: element)
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
    take(post.reference, rule: post.rule, post.fill)
  }

  private mutating func take(
    _ reference: PostReference, rule: String, _ fill: (inout Sighting) -> Void
  ) {
    var sighting = Sighting(
      .payload, at: context.location(of: element), platform: reference.platform,
      confidence: 0.85)
    sighting.take(reference, rule: "payload.\(rule)")
    fill(&sighting)
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
