import Markup
import Platforms
import PostModel

/// Reads calls of widget programs: `VK.Widgets.Post("id", owner, post, 'hash')` and their like.
struct WidgetCallReader {
  let context: MarkupContext

  /// A widget's function, and which of its arguments name a post.
  private struct Widget {
    let name: String
    let platform: PlatformID
    /// The address, with `{0}`, `{1}` for the arguments.
    let address: String
  }

  private static let widgets = [
    Widget(name: "VK.Widgets.Post", platform: "vk", address: "https://vk.com/wall{1}_{2}"),
    Widget(
      name: "twttr.widgets.createTweet", platform: "x", address: "https://x.com/i/status/{0}"),
    Widget(
      name: "twttr.widgets.createVideo", platform: "x", address: "https://x.com/i/status/{0}"),
    Widget(name: "createTweetEmbed", platform: "x", address: "https://x.com/i/status/{0}"),
    Widget(name: "OK.CONNECT.insertPostWidget", platform: "ok", address: "https://ok.ru/topic/{1}"),
    Widget(
      name: "Rumble", platform: "rumble", address: "https://rumble.com/embed/{video}/"),
  ]

  /// The functions that are known.
  static var names: [String] { widgets.map(\.name) }

  /// The posts that a script's calls name.
  func findings(in script: String, at element: HTMLElement) -> MarkupFindings {
    var found = MarkupFindings()
    for widget in Self.widgets where ByteNeedle(widget.name).occurs(in: script) {
      for arguments in Self.calls(of: widget.name, in: script) {
        let address = Self.filled(widget.address, with: arguments)
        guard
          let reference = context.catalog.addresses.reference(in: address, of: widget.platform)
        else { continue }
        var sighting = Sighting(
          .customElement, at: context.location(of: element), platform: widget.platform,
          confidence: 0.95)
        sighting.take(reference, rule: "script.\(widget.name)")
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
      let list = open.dropFirst().prefix(500).prefix { $0 != ")" }
      return arguments(in: list)
    }
  }

  private static func arguments(in list: Substring) -> [String: String] {
    var found: [String: String] = [:]
    let quotes: Set<Character> = ["'", "\"", " ", "{", "}", "\n", "\t"]
    for (index, part) in list.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      let plain = String(part.filter { !quotes.contains($0) })
      found["\(index)"] = plain
      let sides = plain.split(separator: ":", maxSplits: 1)
      if sides.count == 2 { found[String(sides[0])] = String(sides[1]) }
    }
    return found
  }

  private static func filled(_ template: String, with values: [String: String]) -> String {
    values.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
