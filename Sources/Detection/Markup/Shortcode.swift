import Foundation

/// Codes of content systems that stand in a page's words where the plug-in that would have filled
/// them is gone: `[embed]ADDRESS[/embed]`, `[youtube ADDRESS]`, `[tweet url="ADDRESS"]`.
enum Shortcode {
  /// Whether a code opens right before a place of a text, in UTF-8 bytes.
  static func opens(before place: Int, in text: String) -> Bool {
    let before = String(decoding: Array(text.utf8.prefix(place).suffix(60)), as: UTF8.self)
    guard let open = before.lastIndex(of: "["), !before[open...].contains("\n") else {
      return false
    }
    var rest = before[before.index(after: open)...].lowercased()[...]
    let name = rest.prefix { $0.isLetter || $0 == "_" || $0 == "-" }
    guard names.contains(where: { name.hasPrefix($0) }) else { return false }
    rest = rest.dropFirst(name.count)
    return rest == "]" || rest == " " || rest == "=" || rest.hasSuffix("=\"")
      || rest.hasSuffix("='") || rest.hasSuffix("=”") || rest.hasSuffix("=“")
      || rest.hasSuffix("url=") || rest.hasSuffix("]")
  }

  private static let names = [
    "embed", "tweet", "twitter", "youtube", "instagram", "facebook", "tiktok", "vimeo", "video",
    "soundcloud", "spotify", "reddit", "media", "oembed", "iframe", "telegram", "bluesky",
  ]
}
