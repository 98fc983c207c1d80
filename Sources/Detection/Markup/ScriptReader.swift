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
    if type.hasPrefix("text/plain") || type.contains("template") || type.contains("html") {
      found.add(template(script, at: element, of: context))
    }
    if FlightReader.isFlight(script) {
      found.add(FlightReader(detector: detector).findings(at: element, of: context))
      return found
    }
    guard context.catalog.mayHoldPost(script) else { return found }
    let payload = PayloadReader(detector: detector)
    if type.contains("json") || element["id"]?.hasPrefix("__N") ?? false {
      found.add(
        payload.findings(inJSON: script, of: context, at: element) ?? MarkupFindings())
      return found
    }
    found.add(WidgetCallReader(context: context).findings(in: script, at: element))
    let parts = EmbeddedJSON.parts(ofScript: script)
    for json in parts.objects {
      found.add(payload.findings(inJSON: json, of: context, at: element) ?? MarkupFindings())
    }
    found.add(literals(parts.code, at: element, of: context))
    return found
  }

  /// What a consent manager keeps in a script that no browser runs.
  private func template(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    guard !context.region.isFurniture(element) else { return MarkupFindings() }
    guard case .markup(let markup)? = EmbeddedContent(script) else { return MarkupFindings() }
    var found = detector.findings(inFragment: markup, of: context, at: element)
    found.sightings = found.sightings.filter { $0.kind != .link }
    return found
  }

  /// Markup and data in the string literals of a script: `document.write('<iframe …')`,
  /// `JSON.parse("{…}")`.
  private func literals(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    var found = MarkupFindings()
    guard !context.region.isFurniture(element) else { return found }
    for literal in ScriptLiterals.telling(in: script) where context.catalog.mayHoldPost(literal) {
      var inner = content(of: literal, at: element, of: context)
      inner.sightings = inner.sightings.filter { $0.kind != .link }.map {
        var sighting = $0
        sighting.kind = .payload
        sighting.confidence = min(sighting.confidence, 0.8)
        return sighting
      }
      found.add(inner)
    }
    return found
  }

  private func content(
    of literal: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    switch EmbeddedContent(literal) {
    case .markup(let markup):
      detector.findings(inFragment: markup, of: context, at: element)
    case .data(let json):
      PayloadReader(detector: detector).findings(inJSON: json, of: context, at: element)
        ?? MarkupFindings()
    case nil: MarkupFindings()
    }
  }
}
