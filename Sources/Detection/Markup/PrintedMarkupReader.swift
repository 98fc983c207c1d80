import Markup
import PostModel

/// Reads an embed's code that a page prints as text.
///
/// An editor escaped it, or a piece of a page's data is all that was kept. Code that is shown as
/// code (`pre`, `code`) is an example.
struct PrintedMarkupReader {
  let detector: MarkupDetector

  /// What printed code would show.
  func findings(in context: MarkupContext) -> MarkupFindings {
    var found = MarkupFindings()
    guard context.depth == 0 else { return found }
    let text = context.document.text
    var place = 0
    while let start = Self.nextStart(in: text, from: place) {
      place = start + 1
      guard let element = Self.block(round: start, in: context) else { continue }
      let range = context.document.textRange(of: element)
      place = max(place, range.upperBound)
      guard !Self.isExample(element),
        case .markup(let markup)? = EmbeddedContent(Self.straightened(text, range))
      else { continue }
      var inner = detector.findings(
        inFragment: markup, of: context, at: element, withOrphans: true)
      inner.sightings = inner.sightings.filter { $0.kind != .link }.map {
        var sighting = $0
        sighting.confidence = min(sighting.confidence, 0.8)
        return sighting
      }
      found.add(inner)
    }
    return found
  }

  /// Whether an element shows code to its readers.
  static func isExample(_ element: HTMLElement) -> Bool {
    ([element] + Array(element.ancestors)).contains { examples.contains($0.name) }
  }

  private static let examples: Set<String> = ["pre", "code", "kbd", "samp", "xmp"]

  /// Word processors make `”` of `"`, also within tags.
  private static func straightened(_ text: String, _ range: Range<Int>) -> String {
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return String(Substring(bytes)).replacing("”", with: "\"").replacing("“", with: "\"")
      .replacing("″", with: "\"")
  }

  /// Where an embed's opening tag stands next in a text, as it is or escaped.
  private static func nextStart(in text: String, from place: Int) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      openings.compactMap { $0.firstIndex(in: bytes, from: place) }.min()
    }
  }

  /// The block of words in which a place of the text is.
  private static func block(round place: Int, in context: MarkupContext) -> HTMLElement? {
    var element = context.document.element(holding: place..<place + 1)
    while let inline = element, inlines.contains(inline.name), let parent = inline.parent {
      element = parent
    }
    return element
  }

  private static let inlines: Set<String> = ["span", "em", "i", "b", "strong", "font", "a", "u"]

  private static let openings = ["<iframe", "<blockquote", "\\u003c", "\\u003C"]
    .map(ByteNeedle.init)
}
