import Markup
import PostModel

/// Reads posts of X of which a page has the words and the author's line, or the picture's address, but
/// no link that names the post: feeds, mail and cleaned markup have lost it.
///
/// What is left is what a text would have, so the readers of texts read it.
struct UnlinkedPostReader {
  let context: MarkupContext

  /// The posts that no other sighting shows, in the order of their places.
  func findings(besides shown: [Range<Int>]) -> MarkupFindings {
    var found = MarkupFindings()
    let text = context.document.text
    guard Self.mayFind(in: text) else { return found }
    var end = 0
    for sighting in sightings(in: text) where !shown.contains(where: sighting.utf8Range.overlaps) {
      let last = sighting.utf8Range.upperBound
      guard last > end, let element = context.document.element(holding: (last - 1)..<last) else {
        continue
      }
      end = last
      for own in sightings(closedIn: element) ?? [placed(sighting, at: element)] {
        found.take(own, at: element, in: context)
        end = max(end, own.utf8Range.upperBound)
      }
    }
    return found
  }

  /// Whether a text holds what such a post ends in.
  static func mayFind(in text: String) -> Bool {
    signs.contains { $0.occurs(in: text) }
  }

  private static let signs = ["(@", "（@", "pic.twitter.com/", "pic.x.com/"].map(ByteNeedle.init)

  private func sightings(in text: String) -> [Sighting] {
    let language = context.document.root?["lang"].flatMap { LanguageTag($0) }
    return context.fallbacks.remnants.sightings(in: text, context: TextContext(language: language))
      .filter { sighting in
        switch sighting.kind {
        case .attributionLine:
          sighting.platform == "x" && sighting.permalink == nil
            && sighting.confidence >= Confidence.undashedAttribution
        case .mediaLink: sighting.confidence >= Confidence.mediaLink
        default: false
        }
      }
  }

  /// The posts of the element that an author's line or an address stands in, which bounds them: a
  /// quotation, or a paragraph, perhaps with the one before it.
  private func sightings(closedIn element: HTMLElement) -> [Sighting]? {
    let around = [element] + Array(element.ancestors)
    if let quotation = around.first(where: { $0.name == "blockquote" }),
      let own = sightings(in: quotation, from: quotation)
    {
      let isEmbed = Self.classes.contains { quotation.hasClass($0) }
      return own.map {
        var sighting = $0
        if isEmbed { sighting.kind = .blockquote }
        return sighting
      }
    }
    guard let block = around.first(where: { !Self.inline.contains($0.name) }) else { return nil }
    if let own = sightings(in: block, from: block), own.contains(where: { $0.text != nil }) {
      return own
    }
    guard let before = block.previousSibling else { return nil }
    return sightings(in: block, from: before)
  }

  /// What the words from one element's beginning to another's end hold, `nil` for nothing or where they
  /// are too many for a post.
  private func sightings(in block: HTMLElement, from first: HTMLElement) -> [Sighting]? {
    let start = context.document.textRange(of: first).lowerBound
    let range = start..<context.document.textRange(of: block).upperBound
    guard range.count <= Self.longestPost else { return nil }
    let found = sightings(in: TextBytes(context.document.text).string(range)).map {
      var sighting = $0
      let place = start + $0.utf8Range.lowerBound..<start + $0.utf8Range.upperBound
      sighting.location = context.host ?? .element(path: block.path, utf8Range: place)
      return sighting
    }
    return found.isEmpty ? nil : found
  }

  private static let longestPost = 4000
  private static let classes = ["twitter-tweet", "twitter-video"]
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "mark", "q", "small", "span",
    "strong", "time", "u",
  ]

  private func placed(_ sighting: Sighting, at element: HTMLElement) -> Sighting {
    var sighting = sighting
    sighting.location =
      context.host ?? .element(path: element.path, utf8Range: sighting.utf8Range)
    return sighting
  }
}
