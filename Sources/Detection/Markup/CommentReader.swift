import Markup
import PostModel

/// Reads comments of the markup in which two-click placeholders keep what a click will show.
struct CommentReader {
  let detector: MarkupDetector

  /// What the page's comments hold.
  ///
  /// Most comments with markup are what an editor took out; only those count that stand inside an
  /// element which says that it loads something.
  func findings(in context: MarkupContext) -> MarkupFindings {
    var found = MarkupFindings()
    for comment in context.document.comments {
      let text = comment.text
      guard context.catalog.mayHoldPost(text), case .markup(let markup)? = EmbeddedContent(text),
        let parent = comment.parent, isPlaceholder(parent), !context.region.isFurniture(parent)
      else { continue }
      var inner = detector.findings(inFragment: markup, of: context, at: parent)
      inner.sightings = inner.sightings.filter { $0.kind != .link }
      found.add(inner)
    }
    return found
  }

  private func isPlaceholder(_ element: HTMLElement) -> Bool {
    let names = ([element] + Array(element.ancestors.prefix(2))).flatMap {
      $0.classNames.map { $0.lowercased() } + [$0["id"]?.lowercased() ?? ""]
    }
    return names.contains { name in Self.words.contains { name.contains($0) } }
  }

  private static let words = [
    "embed", "consent", "click", "placeholder", "lazy", "privacy", "opt-in", "optin", "oembed",
    "iframe", "didomi", "usercentrics", "cookie",
  ]
}
