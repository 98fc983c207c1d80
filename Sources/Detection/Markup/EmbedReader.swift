import Markup
import Platforms
import PostModel

/// Reads an element that a platform's declaration names.
struct EmbedReader {
  let context: MarkupContext

  /// The post that the element shows, or `nil` where it names none.
  func sighting(of element: HTMLElement, as pattern: CompiledCatalog.Pattern) -> Sighting? {
    guard let (reference, rule) = reference(of: element, as: pattern) ?? named(element, as: pattern)
    else { return nil }
    var sighting = Sighting(
      pattern.embed.kind, at: context.location(of: element), platform: reference.platform,
      confidence: 0.99)
    sighting.take(reference, rule: rule)
    if !showsAnother(element, reference, as: pattern) {
      context.fallbacks.read(element, as: pattern.embed.fallback, into: &sighting)
    }
    if sighting.text == nil, element["data-permalink-path"] != nil,
      let words = PostPageTitle.words(in: context.document)
    {
      context.fallbacks.take(titleWords: words, into: &sighting)
    }
    if sighting.text == nil, let page = element["srcdoc"] {
      sighting = context.fallbacks.completed(sighting, byPage: page)
    }
    // A link is a card where it shows whose post it is; else what it holds may tell more.
    if pattern.embed.selector.name == "a", sighting.author.isEmpty { return nil }
    guard isBare(pattern) else { return sighting }
    // A blockquote of no class may be prose that names its source: only one that ends in the
    // post's own attribution shows the post, or one that holds nothing but the link.
    let isAttributed = sighting.author.handle != nil && sighting.text != nil
    guard isAttributed || element.text.isEmpty else { return nil }
    sighting.confidence = 0.95
    return sighting
  }

  /// Whether the words inside are those of another account's post: an example that was copied, of
  /// which the writer changed the element's address alone.
  private func showsAnother(
    _ element: HTMLElement, _ reference: PostReference, as pattern: CompiledCatalog.Pattern
  ) -> Bool {
    pattern.embed.references.contains { other in
      guard case .inner = other, let inner = read(other, of: element, on: pattern.platform) else {
        return false
      }
      return inner.id != reference.id && (inner.handle == nil || inner.handle != reference.handle)
    }
  }

  private func isBare(_ pattern: CompiledCatalog.Pattern) -> Bool {
    let selector = pattern.embed.selector
    return selector.className == nil && selector.attribute == nil && selector.name == "blockquote"
  }

  /// The post that a comment right before the element names, as some plug-ins write above what they
  /// put in: a saved page may have lost the frame's own address.
  private func named(
    _ element: HTMLElement, as pattern: CompiledCatalog.Pattern
  ) -> (PostReference, String)? {
    guard pattern.embed.selector.className != nil, let comment = element.previousComment,
      comment.utf8.count < 1000
    else { return nil }
    return BareAddress.all(in: comment).lazy.compactMap {
      context.catalog.addresses.reference(in: $0.text, of: pattern.platform)
    }.first.map { ($0, "\(pattern.platform).comment") }
  }

  private func reference(
    of element: HTMLElement, as pattern: CompiledCatalog.Pattern
  )
    -> (PostReference, String)?
  {
    var found: (PostReference, String)?
    for reference in pattern.embed.references {
      guard let next = read(reference, of: element, on: pattern.platform) else { continue }
      let rule = "\(pattern.platform).\(name(of: reference))"
      guard let first = found else {
        found = (next, rule)
        continue
      }
      // The id may stand alone in an attribute while a link inside knows the handle; one address may
      // be that of the post's picture, the other its own.
      guard next.id == first.0.id else { continue }
      let isBetter = first.0.handle == nil && next.handle != nil
      let addresses = context.catalog.addresses
      if isBetter || addresses.isCanonical(next) && !addresses.isCanonical(first.0) {
        found = (next, rule)
      }
    }
    return found
  }

  private func read(
    _ reference: EmbedPattern.Reference, of element: HTMLElement, on platform: PlatformID
  ) -> PostReference? {
    let addresses = context.catalog.addresses
    switch reference {
    case .id(let attribute):
      return value(of: attribute, in: element).flatMap {
        addresses.reference(id: $0.trimmingSpaces(), of: platform)
      }
    case .address(let attribute):
      return value(of: attribute, in: element).flatMap {
        addresses.reference(in: $0, of: platform)
      }
    case .template(let template, let names):
      var captures: [String: String] = [:]
      for (name, attribute) in names { captures[name] = value(of: attribute, in: element) }
      return addresses.reference(template: template, captures: captures, of: platform)
    case .lastLink:
      return lastLink(in: element, on: platform)
    case .inner(let attribute, let host):
      return element.descendants.lazy.compactMap { $0[attribute] }.filter { address in
        host.map { !address.contains("//\($0)/") } ?? true
      }.compactMap { addresses.reference(in: $0, of: platform) }.first
    case .remainder(let attribute, let mark, let address):
      guard let value = value(of: attribute, in: element), let start = value.end(of: mark)
      else { return nil }
      let rest = value[start...].prefix { $0 != "#" }
      return rest.isEmpty
        ? nil : addresses.reference(in: Self.filled(address, with: rest), of: platform)
    }
  }

  /// An address with its places filled, or with the whole text behind it.
  private static func filled(_ address: String, with rest: Substring) -> String {
    guard address.contains("{0}") else { return address + rest }
    return rest.split { $0 == "@" || $0 == "/" }.enumerated().reduce(address) {
      $0.replacing("{\($1.offset)}", with: $1.element)
    }
  }

  /// An attribute's value, also where Real Cookie Banner moved it.
  private func value(of attribute: String, in element: HTMLElement) -> String? {
    element[attribute] ?? element["consent-original-\(attribute)-_"]
  }

  private func lastLink(in element: HTMLElement, on platform: PlatformID) -> PostReference? {
    let links = element.name == "a" ? [element] : element.descendants.filter { $0.name == "a" }
    let found = links.reversed().lazy.compactMap { link -> PostReference? in
      let address = link["href"] ?? link["data-href"] ?? link["data-original-url"]
      return address.flatMap { context.catalog.addresses.reference(in: $0, of: platform) }
    }
    guard let last = found.first else { return nil }
    // A comment's code links to its thread behind the comment itself.
    guard last.identity == last.id else { return last }
    return found.first { $0.id == last.id && $0.identity != last.identity } ?? last
  }

  private func name(of reference: EmbedPattern.Reference) -> String {
    switch reference {
    case .id(let attribute), .address(let attribute), .inner(let attribute, _),
      .remainder(let attribute, _, _):
      attribute
    case .template: "template"
    case .lastLink: "permalink"
    }
  }
}

extension Sighting {
  /// Takes what an address says.
  mutating func take(_ reference: PostReference, rule: String) {
    platform = reference.platform
    id = reference.id
    identity = reference.identity
    permalink = reference.permalink
    permalinkHandle = reference.handle
    evidence.append(
      Evidence(field: "id", rule: rule, value: reference.id ?? reference.permalink))
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingSpaces() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// Where a mark ends in the text; the beginning where the mark is empty.
  fileprivate func end(of mark: String) -> Index? {
    mark.isEmpty ? startIndex : firstRange(of: mark)?.upperBound
  }
}
