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

  /// The innermost element in whose words a place of the page's text is, in UTF-8 bytes.
  func holder(of range: Range<Int>) -> HTMLElement? {
    var found: HTMLElement?
    var end = 0
    for element in document.elements where element.order >= end {
      let own = document.textRange(of: element)
      if own.lowerBound <= range.lowerBound, own.upperBound >= range.upperBound {
        found = element
      } else if own.upperBound <= range.lowerBound {
        end = element.order + element.descendants.count + 1
      }
    }
    return found
  }

  /// The place of an element.
  func location(of element: HTMLElement) -> Sighting.Location {
    host ?? .element(path: element.path, utf8Range: document.textRange(of: element))
  }
}
