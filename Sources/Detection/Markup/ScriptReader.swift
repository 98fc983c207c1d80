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
    guard context.catalog.mayHoldPost(script) || ScriptLiterals.decodesBase64(script) else {
      return found
    }
    if type.contains("json") || element["id"]?.hasPrefix("__N") ?? false {
      let json = TransferState.plain(script) ?? script
      found.add(
        PayloadReader(detector: detector).findings(inJSON: json, of: context, at: element)
          ?? MarkupFindings())
      return found
    }
    found.add(WidgetCallReader(context: context).findings(in: script, at: element))
    found.add(code(script, at: element, of: context))
    return found
  }

  /// What the values and literals of a script's code hold.
  private func code(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    var found = MarkupFindings()
    let payload = PayloadReader(detector: detector)
    let parts = EmbeddedJSON.parts(ofScript: script)
    var rest = parts.code
    var arguments: [String: String]?
    for text in parts.objects {
      if let read = payload.findings(inJSON: text, of: context, at: element) {
        found.add(read)
        continue
      }
      arguments = arguments ?? ScriptValue.arguments(in: script)
      if let value = ScriptValue.read(text, arguments: arguments ?? [:]) {
        found.add(payload.findings(in: value, of: context, at: element))
      } else {
        rest += "\n" + text
      }
    }
    found.add(literals(rest, at: element, of: context))
    return found
  }

  /// What a consent manager keeps in a script that no browser runs.
  private func template(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    guard !context.region.isFurniture(element) else { return MarkupFindings() }
    guard case .markup(let markup)? = EmbeddedContent(Self.uncommented(script)) else {
      return MarkupFindings()
    }
    var found = detector.findings(inFragment: markup, of: context, at: element)
    found.sightings = found.sightings.filter { $0.kind != .link }
    return found
  }

  /// A template's text without the marks of a comment round it.
  private static func uncommented(_ script: String) -> String {
    let text = script.trimmingSpaces()
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count > 7 else { return script }
    return String(text.dropFirst(4).dropLast(3))
  }

  /// Markup and data in the string literals of a script: `document.write('<iframe …')`,
  /// `JSON.parse("{…}")`.
  private func literals(
    _ script: String, at element: HTMLElement, of context: MarkupContext
  ) -> MarkupFindings {
    var found = MarkupFindings()
    guard !context.region.isFurniture(element) else { return found }
    for literal in ScriptLiterals.telling(in: script)
    where context.catalog.mayHoldPost(literal) || EmbeddedMarkup.mayBeMarkup(literal) {
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
