import Markup
import Platforms
import PostModel

/// Reads calls of platforms' programs: `VK.Widgets.Post("id", owner, post, 'hash')` and their like.
struct WidgetCallReader {
  let context: MarkupContext

  /// The posts that a script's calls name.
  func findings(in script: String, at element: HTMLElement) -> MarkupFindings {
    var found = MarkupFindings()
    for widget in context.catalog.widgets where widget.needle.occurs(in: script) {
      for arguments in Self.calls(of: widget.call.function, in: script) {
        guard let address = Self.filled(widget.call.address, with: arguments),
          let reference = context.catalog.addresses.reference(in: address, of: widget.platform)
        else { continue }
        var sighting = Sighting(
          .customElement, at: context.location(of: element), platform: widget.platform,
          confidence: 0.95)
        sighting.take(reference, rule: "script.\(widget.call.function)")
        found.take(sighting, at: element, in: context)
      }
    }
    return found
  }

  /// The arguments of each call, quotes taken off; `name: value` pairs of an object by their names.
  private static func calls(of name: String, in script: String) -> [[String: String]] {
    script.split(separator: name, omittingEmptySubsequences: false).dropFirst().compactMap { rest in
      let open = rest.drop { $0.isWhitespace }
      guard open.first == "(" else { return nil }
      return arguments(in: list(after: open.dropFirst()))
    }
  }

  /// What stands between a call's parentheses, calls within it included.
  private static func list(after open: Substring) -> Substring {
    var depth = 1
    let text = open.prefix(800)
    for place in text.indices {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      if depth == 0 { return text[..<place] }
    }
    return text
  }

  private static func arguments(in list: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for (index, part) in list.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      let plain = String(part.filter { !"'\"{}".contains($0) && !$0.isWhitespace })
      found["\(index)"] = plain
      let sides = plain.split(separator: ":", maxSplits: 1)
      if sides.count == 2, found[String(sides[0])] == nil {
        found[String(sides[0])] = String(sides[1])
      }
    }
    return found
  }

  /// The address with all its places filled, `nil` where the call lacks one.
  private static func filled(_ template: String, with values: [String: String]) -> String? {
    let address = values.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
    return address.contains("{") ? nil : address
  }
}
