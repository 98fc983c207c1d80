import Markup
import PostModel

/// What every reader of a page is handed: the page, its regions, the declarations, the words' tools.
struct MarkupContext {
  let document: HTMLDocument
  let region: Region
  let catalog: CompiledCatalog
  let fallbacks: FallbackReader
  /// Where sightings stand when the page is a fragment that was found inside another.
  let host: Sighting.Location?
  /// How many pages this one is inside of.
  let depth: Int

  /// Pages within pages within pages: escaped markup in JSON in an attribute is three.
  static let maximumDepth = 4

  /// The place of an element.
  func location(of element: HTMLElement) -> Sighting.Location {
    host ?? .element(path: element.path, utf8Range: document.textRange(of: element))
  }
}
