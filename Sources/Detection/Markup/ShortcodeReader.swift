import Markup
import Platforms
import PostModel

/// Reads codes of content systems that name a post by its bare id and were left in the page's words,
/// the plug-in that would have filled them being gone: `[tweet 1901234567890123456]`,
/// `[media=youtube]TYGIMaP6ukg[/media]`, `{{< x user="ferry" id="1901234567890123456" >}}`.
struct ShortcodeReader {
  let context: MarkupContext

  /// The posts that codes in a page's text name.
  func findings() -> MarkupFindings {
    var found = MarkupFindings()
    guard context.depth == 0, context.document.text.utf8.contains(where: Shortcode.opens) else {
      return found
    }
    for code in Shortcode.all(in: context.document.text) {
      guard let reference = context.catalog.reference(of: code),
        let element = context.document.element(holding: code.utf8Range),
        !PrintedMarkupReader.isExample(element)
      else { continue }
      var sighting = Sighting(
        .placeholder, at: .element(path: element.path, utf8Range: code.utf8Range),
        platform: reference.platform, confidence: 0.8)
      sighting.take(reference, rule: "text.shortcode")
      found.take(sighting, at: element, in: context)
    }
    return found
  }
}

extension CompiledCatalog {
  /// The post that a code names by its bare id.
  func reference(of code: Shortcode) -> PostReference? {
    for (platform, payload) in payloads where !payload.keys.isEmpty {
      guard code.name == platform.rawValue || payload.types.contains(code.name) else { continue }
      for id in code.values where payload.syntax.matches(id[...]) {
        let address = payload.address.replacing("{id}", with: id)
        if let found = addresses.reference(in: address, of: platform) { return found }
      }
    }
    return nil
  }
}
