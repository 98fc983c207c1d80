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
    var quotations: Set<Int> = []
    for sighting in sightings(in: text) where !shown.contains(where: sighting.utf8Range.overlaps) {
      let end = sighting.utf8Range.upperBound
      guard let element = context.holder(of: (end - 1)..<end) else { continue }
      guard let quotation = Self.quotation(round: element),
        case let own = sightings(within: quotation), !own.isEmpty
      else {
        found.take(placed(sighting, at: element), at: element, in: context)
        continue
      }
      guard quotations.insert(quotation.order).inserted else { continue }
      for sighting in own { found.take(sighting, at: quotation, in: context) }
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
          sighting.platform == "x" && sighting.confidence >= Confidence.undashedAttribution
        case .mediaLink: sighting.confidence >= Confidence.mediaLink
        default: false
        }
      }
  }

  /// The quotation element whose words the post is; where none is, the words about it tell.
  private static func quotation(round element: HTMLElement) -> HTMLElement? {
    let own = element.name == "blockquote" ? element : nil
    let quotation = own ?? element.ancestors.first { $0.name == "blockquote" }
    return quotation.flatMap { $0.text.utf8.count <= longestQuotation ? $0 : nil }
  }

  private static let longestQuotation = 4000

  private func sightings(within quotation: HTMLElement) -> [Sighting] {
    let isEmbed = Self.classes.contains { quotation.hasClass($0) }
    return sightings(in: quotation.text).map {
      var sighting = $0
      sighting.location = context.location(of: quotation)
      if isEmbed { sighting.kind = .blockquote }
      return sighting
    }
  }

  private static let classes = ["twitter-tweet", "twitter-video"]

  private func placed(_ sighting: Sighting, at element: HTMLElement) -> Sighting {
    var sighting = sighting
    sighting.location =
      context.host ?? .element(path: element.path, utf8Range: sighting.utf8Range)
    return sighting
  }
}
