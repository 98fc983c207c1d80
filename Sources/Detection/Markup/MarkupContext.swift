import Markup
import Platforms
import PostModel

/// What every reader of a page is handed: the page, its regions, the declarations, the words' tools.
struct MarkupContext {
  let document: HTMLDocument
  let region: Region
  let catalog: CompiledCatalog
  let fallbacks: FallbackReader
  /// Words by which sites advertise a channel of their own.
  let promotions: ByteNeedleSet
  /// The post that the page itself is, where it is a platform's.
  let ownPost: PostReference?
  /// Where sightings stand when the page is a fragment that was found inside another.
  let host: Sighting.Location?
  /// How many pages this one is inside of.
  let depth: Int

  /// Pages within pages within pages: escaped markup in JSON in an attribute is three.
  static let maximumDepth = 4

  /// Whether the line just before an element advertises the site's own channel.
  ///
  /// Only a short line does, a headline of its own; a paragraph may end in an invitation.
  func isAdvertised(_ element: HTMLElement) -> Bool {
    let end = document.textRange(of: element).lowerBound
    let before = document.text.utf8.prefix(end).suffix(120)
    let lines = before.split(separator: 0x0A)
    guard let line = lines.last, line.count < 100, lines.count > 1 else { return false }
    return promotions.occur(in: String(decoding: Array(line), as: UTF8.self))
  }

  /// The place of an element.
  func location(of element: HTMLElement) -> Sighting.Location {
    host ?? .element(path: element.path, utf8Range: document.textRange(of: element))
  }
}
