import Markup
import PostModel

/// Reads markup in a field of text that no reader sees.
///
/// Consent managers and lazy loaders keep there what they put in later. A field that can be seen shows code to be copied.
struct TextareaReader {
  let detector: MarkupDetector

  /// What a hidden field holds escaped.
  func findings(in element: HTMLElement, of context: MarkupContext) -> MarkupFindings {
    guard !context.region.isFurniture(element),
      case .markup(let markup)? = EmbeddedContent(element.rawText)
    else { return MarkupFindings() }
    var found = detector.findings(inFragment: markup, of: context, at: element)
    found.sightings.removeAll { $0.kind == .link }
    return found
  }

  /// Whether a field is kept out of sight.
  static func isHidden(_ element: HTMLElement) -> Bool {
    if element["hidden"] != nil { return true }
    return ([element] + [element.parent].compactMap(\.self)).contains { box in
      let style = box["style"]?.lowercased().filter { $0 != " " } ?? ""
      return style.contains("display:none") || style.contains("visibility:hidden")
        || box["hidden"] != nil
    }
  }
}
