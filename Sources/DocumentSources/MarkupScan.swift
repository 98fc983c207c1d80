/// Counts the tags of HTML in bytes, without parsing.
enum MarkupScan {
  /// How many tags of known elements the bytes hold, also where their `<` is escaped.
  ///
  /// Escaped markup (`&lt;iframe`, `\u003ciframe`) is how a page's attributes and scripts carry
  /// embeds.
  static func countTags(in bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices {
      let next: Int
      switch bytes[index] {
      case UInt8(ascii: "<"): next = index + 1
      case UInt8(ascii: "&") where holds("&lt;", in: bytes, at: index): next = index + 4
      case UInt8(ascii: "\\") where holds("\\u003c", in: bytes, at: index): next = index + 6
      default: continue
      }
      let isClosing = next < bytes.count && bytes[next] == UInt8(ascii: "/")
      if element(in: bytes, at: isClosing ? next + 1 : next) != nil { count += 1 }
    }
    return count
  }

  /// Whether bytes hold an element that embeds are made of.
  static func holdsEmbed(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "<") else { return false }
      let isClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
      let name = element(in: bytes, at: isClosing ? index + 2 : index + 1)
      return name == "blockquote" || name == "iframe"
    }
  }

  /// The known or custom element whose name begins at a place.
  static func element(in bytes: [UInt8], at start: Int) -> String? {
    guard start < bytes.count else { return nil }
    let name = bytes[start...].prefix(32).prefix(while: isNameByte)
    guard let first = name.first, first >= 0x41, start + name.count <= bytes.count else {
      return nil
    }
    let end = start + name.count
    guard end == bytes.count || endsName(bytes[end]) else { return nil }
    // `if a<b and c>d` is no bold type.
    if name.count == 1, end < bytes.count, bytes[end] <= 0x20,
      !bytes[end...].prefix(40).contains(UInt8(ascii: "="))
    {
      return nil
    }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return elements.contains(text) || (text.contains("-") && text.count > 3) ? text : nil
  }

  private static func holds(_ text: String, in bytes: [UInt8], at start: Int) -> Bool {
    bytes[start...].starts(with: text.utf8)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
  }

  private static let elements: Set<String> = [
    "a", "abbr", "article", "aside", "b", "blockquote", "body", "br", "button", "center", "cite",
    "code", "dd", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
    "iframe", "img", "input", "label", "li", "link", "main", "meta", "nav", "noscript", "object",
    "ol", "option", "p", "picture", "pre", "script", "section", "select", "small", "source",
    "span", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "template", "th",
    "thead", "time", "title", "tr", "u", "ul", "video",
  ]
}
