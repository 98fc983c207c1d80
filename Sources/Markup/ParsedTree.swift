import CLibXML2

/// Owns the C tree of one page.
final class ParsedTree {
  let document: htmlDocPtr?
  let diagnostics: [MarkupDiagnostic]

  /// Parses what is left of a page; where that meets a limit, the page itself, whose offsets count.
  static func parsed(_ source: [UInt8], reduced: [UInt8]?, limits: MarkupLimits) -> ParsedTree {
    if let reduced {
      let tree = ParsedTree(reduced, limits: limits)
      if tree.diagnostics.isEmpty { return tree }
    }
    return ParsedTree(source, limits: limits)
  }

  /// Parses valid UTF-8.
  init(_ source: [UInt8], limits: MarkupLimits) {
    _ = parserIsReady
    let repair = TagRepair(source, limits: limits)
    let utf8 = repair.bytes
    var usage = roost_html_limits(
      max_depth: limits.depth, max_names: limits.depth * 2, max_nodes: limits.nodes,
      max_attribute: limits.attributeBytes,
      depth: 0, nodes: 0, deep_at: -1, many_at: -1, long_at: -1)
    document = utf8.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let size = Int32(exactly: buffer.count), size > 0
      else { return nil }
      return roost_html_parse(start.assumingMemoryBound(to: CChar.self), size, &usage)
    }
    diagnostics = repair.diagnostics + Self.diagnostics(of: usage, limits: limits)
  }

  deinit {
    xmlFreeDoc(document)
  }

  private static func diagnostics(
    of usage: roost_html_limits, limits: MarkupLimits
  )
    -> [MarkupDiagnostic]
  {
    [
      (usage.deep_at, "elements nest deeper than \(limits.depth); deeper ones were made siblings"),
      (usage.many_at, "more than \(limits.nodes) elements; the rest of the page was left out"),
      (usage.long_at, "an attribute is longer than \(limits.attributeBytes) bytes; it was cut"),
    ].compactMap { place, message in
      place >= 0 ? MarkupDiagnostic(message, at: place) : nil
    }
  }
}

/// libxml2 asks to be made ready once before any thread parses.
private let parserIsReady: Void = xmlInitParser()
