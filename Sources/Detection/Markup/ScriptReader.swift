import Markup
import PostModel

/// Reads scripts: data that they carry, markup that they would write, widgets that they would call.
struct ScriptReader {
  let detector: MarkupDetector

  /// What a script element holds.
  func findings(in element: HTMLElement, of context: MarkupContext) -> MarkupFindings {
    let script = element.rawText
    var found = MarkupFindings()
    guard script.utf8.count > 20 else { return found }
    let type = element["type"]?.lowercased() ?? ""
    if type.hasPrefix("text/plain") || type.contains("template") || type.contains("text/html") {
      found.add(template(script, at: element, of: context))
    }
    guard ScriptMarkers.mayHoldPost(script) else { return found }
    let payload = PayloadReader(detector: detector)
    if type.contains("json") || element["id"]?.hasPrefix("__N") ?? false {
      found.add(payload.findings(inJSON: script, of: context, at: element))
      return found
    }
    let parts = EmbeddedJSON.parts(ofScript: script)
    for json in parts.objects {
      found.add(payload.findings(inJSON: json, of: context, at: element))
    }
    found.add(WidgetCallReader(context: context).findings(in: parts.code, at: element))
    found.add(writtenMarkup(parts.code, at: element, of: context))
    return found
  }

  /// What a consent manager keeps in a script that no browser runs.
  private func template(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    guard !context.region.isFurniture(element) else { return MarkupFindings() }
    let markup = EmbeddedMarkup.base64(script) ?? script
    guard EmbeddedMarkup.looksLikeMarkup(markup) else { return MarkupFindings() }
    var found = detector.findings(inFragment: markup, of: context, at: element)
    found.sightings = found.sightings.filter { $0.kind != .link }
    return found
  }

  /// Markup in the string literals of a script: `document.write('<iframe …')`.
  private func writtenMarkup(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    var found = MarkupFindings()
    guard !context.region.isFurniture(element) else { return found }
    for literal in ScriptLiterals.markup(in: script) {
      var inner = detector.findings(inFragment: literal, of: context, at: element)
      inner.sightings = inner.sightings.filter { $0.kind != .link }.map {
        var sighting = $0
        sighting.kind = .payload
        sighting.confidence = 0.8
        return sighting
      }
      found.add(inner)
    }
    return found
  }
}
