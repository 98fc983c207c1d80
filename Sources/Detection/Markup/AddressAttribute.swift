/// Which attributes keep the address of what an element would show.
enum AddressAttribute {
  /// Whether a frame's attribute may hold the frame's address: `src`, and where lazy loaders and
  /// consent managers move it (`data-src`, `data-lazy-src`, `data-cmp-src`, `data-cookieblock-src`).
  static func mayHoldFrame(_ name: String) -> Bool {
    name == "src" || name == "data" || name == "value"
      || (name.hasPrefix("data-") && !isForSharing(name))
  }

  /// Whether an attribute is one that only scripts read: `data-…`, `srcdoc`, Vue's `:name`.
  static func mayBeScripts(_ name: String) -> Bool {
    switch name.utf8.first {
    case 0x64: name.utf8.starts(with: "data-".utf8)
    case 0x73: name == "srcdoc"
    case 0x3A: true
    default: false
    }
  }

  /// Whether an element's attribute may say what a script will show in its place.
  static func mayHoldPost(_ name: String) -> Bool {
    name.hasPrefix("data-") && !isForSharing(name)
      && (words.contains { name.hasSuffix($0) } || name.contains("embed"))
  }

  private static let words = [
    "url", "-src", "-href", "-link", "-permalink", "-oembed", "-uri", "-tweet", "-post",
    "-video", "-iframe", "-frame", "-source",
  ]

  /// Share and follow buttons, and the addresses that trackers keep for links.
  private static func isForSharing(_ name: String) -> Bool {
    name.contains("share") || name.contains("follow") || name.contains("track")
      || name.contains("versionurl") || name.contains("author") || name.contains("profile")
  }
}
