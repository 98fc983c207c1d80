import Platforms
import PostModel

/// A code of a content system in a text: `[tweet 20]`, `{{< youtube TYGIMaP6ukg >}}`,
/// `{% twitter https://… %}`, `[media=youtube]TYGIMaP6ukg[/media]`, `{youtube}TYGIMaP6ukg{/youtube}`,
/// `{% include youtube.html id="TYGIMaP6ukg" %}`, `@[youtube](TYGIMaP6ukg)`.
struct Shortcode: Equatable {
  /// What the code calls the thing it shows, in lower case.
  let name: String
  /// What may be the thing's id: values without a name or under the name of an id, and what stands
  /// between the code and its end.
  let values: [String]
  /// Where the code stands, in UTF-8 bytes.
  let utf8Range: Range<Int>

  /// How codes begin that may name a platform's post by its id, in markup.
  static func signs(of platform: Platform) -> [String] {
    let types = platform.payloads.filter { !$0.keys.isEmpty }.flatMap(\.types)
    return Set([platform.id.rawValue] + types).sorted().flatMap { name in
      let braced = (openings + ["{{&lt; ", "{{&lt;"]).map { $0 + name + " " }
      let plain = ["[\(name) ", "[\(name)]", "[\(name)=", "{\(name)}", "[media=\(name)"]
      return braced + plain + ["\(name)\(page) "]
    }
  }

  /// How a code in braces opens.
  private static let openings = ["{{< ", "{{<", "{% ", "{%", "{{% ", "{{%"]
  /// How the names of pages end that a code takes in.
  private static let page = ".html"

  /// Whether the code is written as the codes of a platform are.
  func isSigned(in text: String, _ platform: PlatformID) -> Bool {
    let code = text.utf8.dropFirst(utf8Range.lowerBound).prefix(utf8Range.count)
    let written = String(Substring(code)).lowercased()
    let signs = Platform.declared(platform).map(Self.signs) ?? []
    return signs.contains { written.contains($0) }
  }

  /// Whether a code may begin with a byte.
  static func opens(_ byte: UInt8) -> Bool { byte == 0x5B || byte == 0x7B }

  /// All codes of a text, known or not.
  static func all(in text: String) -> [Shortcode] {
    let bytes = Array(text.utf8)
    var found: [Shortcode] = []
    var place = 0
    while let start = bytes[place...].firstIndex(where: opens) {
      place = start + 1
      guard let code = Shortcode(bytes, at: start) else { continue }
      found.append(code)
      place = code.utf8Range.upperBound
    }
    return found
  }

  /// Whether a code opens right before a place of a text, in UTF-8 bytes.
  static func opens(before place: Int, in text: String) -> Bool {
    let before = String(decoding: Array(text.utf8.prefix(place).suffix(60)), as: UTF8.self)
    guard let open = before.lastIndex(where: { $0 == "[" || $0 == "{" }),
      !before[open...].contains("\n")
    else { return false }
    if opensBrackets(before, at: open) { return true }
    var rest = before[before.index(after: open)...].lowercased()[...]
    rest = rest.drop { $0 == "%" || $0 == "<" || $0 == " " }
    if let page = rest.firstRange(of: page), rest.hasPrefix("include") {
      // `{% include media/tweet.html url="`
      let stem = rest[..<page.lowerBound].reversed().prefix { $0.isLetter || "_-".contains($0) }
      rest = String(stem.reversed()) + rest[page.upperBound...]
    }
    let name = rest.prefix { $0.isLetter || $0 == "_" || $0 == "-" }
    guard names.contains(where: { name.hasPrefix($0) }) else { return false }
    rest = rest.dropFirst(name.count)
    return rest == "]" || rest == " " || rest == "=" || rest == "}" || rest.hasSuffix("=\"")
      || rest.hasSuffix("='") || rest.hasSuffix("=”") || rest.hasSuffix("=“")
      || rest.hasSuffix("url=") || rest.hasSuffix("]") || rest.hasSuffix(" \"")
  }

  /// Whether `@[tweet](` or `![…](` ends a text: a post is no picture, but some editors show it for one.
  private static func opensBrackets(_ text: String, at open: String.Index) -> Bool {
    guard open > text.startIndex, text.hasSuffix("]("), text[open] == "[" else { return false }
    let mark = text[text.index(before: open)]
    let label = text[text.index(after: open)...].dropLast(2).lowercased()
    // `[![](…)](` is a link that shows a picture.
    guard !label.contains("]") else { return false }
    return mark == "!" || mark == "@" && names.contains { label.hasPrefix($0) }
  }

  private init?(_ bytes: [UInt8], at start: Int) {
    // No code is longer, whatever its attributes.
    let limit = min(bytes.count, start + 300)
    let opening = bytes[start..<limit]
    let isSquare = bytes[start] == 0x5B
    guard let end = opening.firstIndex(where: { $0 == (isSquare ? 0x5D : 0x7D) || $0 == 0x0A }),
      bytes[end] != 0x0A
    else { return nil }
    let inside = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    var words = inside.split { " {%<>/\u{A0}".contains($0) }.map { $0.trimmingSpaces() }
    guard let first = words.first, first.utf8.count < 30, inside.first != "/" else { return nil }
    words.removeFirst()
    // `[media=youtube]`, but also `[youtube=TYGIMaP6ukg]`.
    let sides = first.split(separator: "=", maxSplits: 1).map(String.init)
    guard let head = sides.first?.lowercased() else { return nil }
    let isMedia = head == "media" && sides.count > 1
    let included = Self.included(by: head, words)
    name = included ?? (isMedia ? Self.unquoted(sides[1]).lowercased() : head)
    var values = words.compactMap(Self.value)
    if !isMedia, sides.count > 1 { values.append(Self.unquoted(sides[1])) }
    var last = end + 1
    while last < limit, bytes[last] == 0x7D { last += 1 }
    if let content = Self.content(bytes, from: last, within: limit, isSquare) {
      values.append(content.text)
      last = content.end
    } else if isSquare, start > 0, bytes[start - 1] == 0x40,
      let content = Self.bracketed(bytes, from: last, within: limit)
    {
      values.append(content.text)
      last = content.end
    }
    self.values = values
    utf8Range = start..<last
  }

  /// The page that a code takes in, without its ending and folders: `{% include media/youtube.html … %}`.
  private static func included(by head: String, _ words: [String]) -> String? {
    guard head.hasPrefix("include"),
      let name = words.first(where: { $0.lowercased().hasSuffix(page) })
    else { return nil }
    return String(name.dropLast(page.count)).lowercased()
  }

  /// What stands in the parentheses behind a code: `@[youtube](TYGIMaP6ukg)`.
  private static func bracketed(
    _ bytes: [UInt8], from start: Int, within limit: Int
  ) -> (text: String, end: Int)? {
    guard start < limit, bytes[start] == 0x28,
      let end = bytes[start..<limit].firstIndex(where: { $0 == 0x29 || $0 <= 0x20 }),
      bytes[end] == 0x29
    else { return nil }
    return (String(decoding: bytes[(start + 1)..<end], as: UTF8.self), end + 1)
  }

  /// What stands between a code and `[/name]`.
  private static func content(
    _ bytes: [UInt8], from start: Int, within limit: Int, _ isSquare: Bool
  ) -> (text: String, end: Int)? {
    let closing: [UInt8] = [isSquare ? 0x5B : 0x7B, 0x2F]
    guard let place = bytes[start..<limit].firstIndex(of: closing[0]), place + 1 < limit,
      bytes[place + 1] == closing[1],
      let end = bytes[place..<limit].firstIndex(of: isSquare ? 0x5D : 0x7D)
    else { return nil }
    return (String(decoding: bytes[start..<place], as: UTF8.self).trimmingSpaces(), end + 1)
  }

  /// A value that may be an id, `nil` where its name says that it is something else.
  private static func value(_ word: String) -> String? {
    let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { return unquoted(word) }
    return idNames.contains(sides[0].lowercased()) ? unquoted(sides[1]) : nil
  }

  private static func unquoted(_ text: String) -> String {
    String(text.drop { quotes.contains($0) }.reversed().drop { quotes.contains($0) }.reversed())
  }

  private static let quotes: Set<Character> = ["\"", "'", "”", "“", "″", "’", "‘"]

  private static let idNames: Set<String> = [
    "id", "v", "video", "videoid", "video_id", "code", "shortcode", "tweet", "tweetid", "tweet_id",
    "status", "post", "postid",
  ]

  private static let names = [
    "embed", "tweet", "twitter", "youtube", "instagram", "facebook", "tiktok", "vimeo", "video",
    "soundcloud", "spotify", "reddit", "media", "oembed", "iframe", "telegram", "bluesky", "x ",
    "mastodon",
  ]
}
