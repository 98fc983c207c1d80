import Markup
import Platforms

/// Which attributes keep the address of what an element would show.
enum AddressAttribute {
  /// The attributes of an element, under the names that consent managers have hidden.
  static func originals(of element: HTMLElement) -> [(name: String, value: String)] {
    element.attributes.map { (original($0.name), $0.value) }
  }

  /// Whether a frame's attribute may hold the frame's address: `src`, and where lazy loaders and
  /// consent managers move it (`data-src`, `data-cmp-src`, `data-cookieblock-src`, `uc-src`,
  /// `suppressedsrc`, `consent-original-src-_`).
  static func mayHoldFrame(_ name: String) -> Bool {
    !descriptive.contains(name) && !isForSharing(name)
  }

  /// Whether an attribute of an element is one that only scripts read: `data-…`, `srcdoc`, those of
  /// frameworks (`:html`, `v-html`, `x-data`) and of consent managers, and any of a custom element.
  static func mayBeScripts(_ name: String, of element: String) -> Bool {
    if isCustom(element) { return !descriptive.contains(name) }
    return switch name.utf8.first {
    case 0x64: name.utf8.starts(with: "data-".utf8)
    case 0x73: name == "srcdoc" || name.utf8.starts(with: "suppressed".utf8)
    case 0x3A: true
    case 0x63: name.utf8.starts(with: "consent-".utf8)
    case 0x75: name.utf8.starts(with: "uc-".utf8)
    case 0x76, 0x78: name.utf8.dropFirst().first == 0x2D
    case 0x6F: isHandler(name)
    default: false
    }
  }

  /// Whether an attribute is code that runs on a click and the like: `onclick`.
  static func isHandler(_ name: String) -> Bool {
    name.utf8.starts(with: "on".utf8) && !name.utf8.contains(0x2D)
  }

  /// Whether an element's attribute may say what a script will show in its place.
  static func mayHoldPost(_ name: String, of element: String) -> Bool {
    if isCustom(element), addresses.contains(name) { return !isForSharing(element) }
    return (name.hasPrefix("data-") || name.hasPrefix("uc-") || name.hasPrefix("consent-"))
      && !isForSharing(name) && !isForSharing(element)
      && (words.contains { name.hasSuffix($0) } || name.contains("embed")
        || name.hasPrefix("consent-original-"))
  }

  /// The name of an attribute before Real Cookie Banner moved it: `consent-original-src-_`.
  static func original(_ name: String) -> String {
    guard name.hasPrefix("consent-"), name.hasSuffix("-_") else { return name }
    for prefix in ["consent-original-", "consent-click-original-"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count).dropLast(2))
    }
    return name
  }

  /// Whether an element is none of HTML's own: `tweet-embed`, or CKEditor's `oembed`.
  private static func isCustom(_ element: String) -> Bool {
    element.utf8.contains(0x2D) || element == "oembed"
  }

  private static let addresses: Set<String> = ["url", "src", "href", "link", "source", "permalink"]

  private static let words = [
    "url", "src", "-href", "-link", "-permalink", "-oembed", "-uri", "-tweet", "-post",
    "-video", "-iframe", "-frame", "-source", "-cmplz",
  ]

  /// Attributes that describe or lay out an element.
  private static let descriptive: Set<String> = [
    "class", "id", "style", "title", "alt", "name", "role", "allow", "sandbox", "width", "height",
    "lang", "slot",
  ]

  /// Share and follow buttons, and the addresses that trackers keep for links.
  private static func isForSharing(_ name: String) -> Bool {
    sharing.occur(in: name)
  }

  private static let sharing = ByteNeedleSet([
    "share", "follow", "track", "versionurl", "author", "profile", "button",
  ])
}
