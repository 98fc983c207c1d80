import Foundation

/// Tells markup that may show a post, as it is or in base64.
enum EmbeddedMarkup {
  /// Whether a text holds an element that may show a post.
  static func looksLikeMarkup(_ text: String) -> Bool {
    text.utf8.contains(0x3C) && tags.contains { $0.occurs(in: text) }
  }

  /// The markup that a text holds in base64, percent-encoded within it or not (Borlabs Cookie).
  ///
  /// Bounded: a text over 4 MB is no placeholder of a post.
  static func base64(_ text: String) -> String? {
    guard mayBeMarkup(text) else { return nil }
    let trimmed = text.trimmingSpaces()
    guard (24...4_000_000).contains(trimmed.utf8.count),
      trimmed.utf8.prefix(64).allSatisfy(isBase64),
      let data = Data(base64Encoded: trimmed, options: .ignoreUnknownCharacters)
    else { return nil }
    let decoded = String(decoding: data, as: UTF8.self)
    let plain = decoded.hasPrefix("%3C") ? decoded.removingPercentEncoding ?? decoded : decoded
    return looksLikeMarkup(plain) ? plain : nil
  }

  private static let tags: [ByteNeedle] = [
    "<iframe", "<blockquote", "<script", "<div", "<a ", "<amp-", "<figure", "<p", "<embed",
    "<object",
  ].map(ByteNeedle.init)

  /// Whether a text begins as markup does in base64: `<`, `%3C`, `{` or white space before it.
  static func mayBeMarkup(_ text: String) -> Bool {
    guard let start = text.utf8.first(where: { $0 > 0x20 }), initials.contains(start) else {
      return false
    }
    let first = text.utf8.lazy.drop { $0 <= 0x20 }.prefix(2)
    return beginnings.contains(String(decoding: Array(first), as: UTF8.self))
  }

  /// Whether a text, data most likely, holds a string that begins as a tag does in base64.
  static func mayQuoteBase64(_ text: String) -> Bool { quoted.contains { $0.occurs(in: text) } }

  private static let quoted = ["\"PG", "\"PH", "\"PE", "\"PC"].map(ByteNeedle.init)

  /// The first letters of those beginnings: P J C I D e.
  private static let initials: [UInt8] = [0x50, 0x4A, 0x43, 0x49, 0x44, 0x65]

  /// How a text begins that is markup in base64.
  static let beginnings: Set<String> = [
    "PG", "PH", "PE", "PC", "PD", "PA", "PF", "JT", "Cj", "Cg", "ID", "IC", "CQ", "DQ", "ey",
  ]

  private static func isBase64(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B
      || byte == 0x2F || byte == 0x3D || byte == 0x0A
  }
}
