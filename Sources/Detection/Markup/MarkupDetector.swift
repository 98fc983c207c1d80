import Markup
import Platforms
import PostModel

/// Finds the posts that a page shows or links to.
struct MarkupDetector: Sendable {
  let catalog: CompiledCatalog
  let fallbacks: FallbackReader
  let promotions: ByteNeedleSet

  /// What readers of a page are handed.
  func context(of document: HTMLDocument) -> MarkupContext {
    MarkupContext(
      document: document, region: Region(of: document), catalog: catalog, fallbacks: fallbacks,
      promotions: promotions,
      ownPost: PageAddress.address(of: document).flatMap { catalog.addresses.reference(in: $0) },
      host: nil, depth: 0)
  }

  /// What a piece of markup holds that stands inside a page, in an attribute or a script.
  func findings(
    inFragment markup: String, of context: MarkupContext, at host: HTMLElement,
    withOrphans: Bool = false
  ) -> MarkupFindings {
    guard context.depth < MarkupContext.maximumDepth else { return MarkupFindings() }
    let place = context.location(of: host)
    let depth = context.depth + 1
    let ownPost = context.ownPost
    return withHTMLDocument(parsing: Array(markup.utf8), declaredEncoding: "utf-8") { document in
      let inner = MarkupContext(
        document: document, region: Region(of: document), catalog: catalog,
        fallbacks: fallbacks, promotions: promotions, ownPost: ownPost, host: place,
        depth: depth)
      var found = findings(in: inner)
      if withOrphans, found.sightings.isEmpty {
        found.add(OrphanReader(context: inner).findings(besides: []))
        let known = found.sightings.map(\.utf8Range)
        found.add(UnlinkedPostReader(context: inner).findings(besides: known))
      }
      return found
    }
  }

  /// What a page's markup holds.
  func findings(in context: MarkupContext) -> MarkupFindings {
    var found = MarkupFindings()
    var end = 0
    for element in context.document.elements where element.order >= end {
      let step = read(element, in: context, into: &found)
      if step == .whole { end = element.order + element.descendants.count + 1 }
    }
    found.add(CommentReader(detector: self).findings(in: context))
    found.add(BareAddressReader(context: context).findings())
    found.add(ShortcodeReader(context: context).findings())
    found.add(PrintedMarkupReader(detector: self).findings(in: context))
    return found
  }

  /// How far an element was read: with all that is in it, or alone.
  private enum Step {
    case whole
    case alone
  }

  private func read(
    _ element: HTMLElement, in context: MarkupContext, into found: inout MarkupFindings
  ) -> Step {
    let attributes = AddressAttribute.originals(of: element)
    let patterns = catalog.patterns(name: element.name, attributes: attributes)
    if patterns.contains(where: \.embed.isFurniture) { return .whole }
    for pattern in patterns {
      guard let sighting = EmbedReader(context: context).sighting(of: element, as: pattern) else {
        continue
      }
      // An element's own names are the platform's (`id="twitter-widget-1"`): those round it tell.
      settle(sighting, element.parent ?? element, in: context, into: &found)
      return .whole
    }
    switch element.name {
    case "script":
      found.add(ScriptReader(detector: self).findings(in: element, of: context))
    case "a", "area":
      readLink(element, in: context, into: &found)
    case "iframe", "embed", "object", "video", "amp-iframe", "param", "source":
      if let frame = FrameReader(context: context).sighting(of: element, attributes) {
        settle(frame, element, in: context, into: &found)
        return .whole
      }
      if let page = Self.heldPage(of: element) {
        found.add(FramedPageReader(detector: self).findings(of: page, in: element, of: context))
        return .whole
      }
    case "textarea":
      guard TextareaReader.isHidden(element) else { return .whole }
      // The parser takes a field's markup for elements, unless it is escaped.
      if element.descendants.isEmpty {
        found.add(TextareaReader(detector: self).findings(in: element, of: context))
      }
    default: break
    }
    return readAttributes(of: element, attributes, in: context, into: &found)
  }

  private func readAttributes(
    of element: HTMLElement, _ attributes: [(name: String, value: String)],
    in context: MarkupContext, into found: inout MarkupFindings
  ) -> Step {
    if let component = ComponentReader(context: context).sighting(of: element, attributes) {
      settle(component, element.parent ?? element, in: context, into: &found)
      return .alone
    }
    if let named = NamedIDReader(context: context).sighting(of: element, attributes) {
      settle(named, element, in: context, into: &found)
      return .whole
    }
    found.add(AttributeReader(detector: self).findings(in: element, attributes, of: context))
    return .alone
  }

  /// The page that a frame holds within itself.
  private static func heldPage(of element: HTMLElement) -> String? {
    guard element.name == "iframe" else { return nil }
    if let page = element["srcdoc"], EmbeddedMarkup.looksLikeMarkup(page) { return page }
    // A snippet that was pasted whole into an editor's field for the address.
    if let source = element["src"], source.hasPrefix("<"), EmbeddedMarkup.looksLikeMarkup(source) {
      return source
    }
    guard case .markup(let page)? = element["src"].flatMap({ EmbeddedContent(address: $0) }) else {
      return nil
    }
    return page
  }

  private func readLink(
    _ element: HTMLElement, in context: MarkupContext, into found: inout MarkupFindings
  ) {
    guard let address = element["href"] else { return }
    switch catalog.addresses.reading(of: address) {
    case .post(let reference):
      let link = LinkReader(context: context).sighting(of: element, to: reference)
      read(link, element, in: context, into: &found)
    case .other(let platform?, _):
      let loose = LooseAttributionReader(context: context)
      guard let embed = loose.sighting(signedBy: element, to: address, of: platform) else { break }
      settle(embed, element, in: context, into: &found)
    case .other(nil, _): break
    }
  }

  private func read(
    _ link: Sighting, _ element: HTMLElement, in context: MarkupContext,
    into found: inout MarkupFindings
  ) {
    let embed =
      LooseAttributionReader(context: context).sighting(closedBy: element, link)
      ?? CardReader(dates: fallbacks.dates).sighting(stampedBy: element, link)
    if embed == nil, let reason = LinkReader(context: context).objection(to: element, link) {
      found.reject(link, reason)
    } else {
      settle(embed ?? link, element, in: context, into: &found)
    }
  }

  /// Takes a sighting, unless it stands in the site's furniture or under its own channel's name.
  func settle(
    _ sighting: Sighting, _ element: HTMLElement, in context: MarkupContext,
    into found: inout MarkupFindings
  ) {
    let isPlayer = sighting.kind == .frame || sighting.kind == .placeholder
    if isPlayer, context.isAdvertised(element) {
      found.reject(sighting, "the words before it advertise the site's own channel")
    } else {
      found.take(sighting, at: element, in: context)
    }
  }
}
