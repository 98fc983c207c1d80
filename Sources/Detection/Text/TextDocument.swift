import Languages
package import PostModel

/// A plain-text document: the text that positions count in, and what its opening says of it.
package struct TextDocument: Sendable {
  /// The text as read: UTF-8, line ends folded to LF, invalid bytes and NUL as U+FFFD.
  package let text: String
  /// The address in the opening's line of metadata.
  package private(set) var url: String?
  /// The title in the opening's line of metadata.
  package private(set) var title: String?
  /// The date in the opening's line of metadata.
  package private(set) var published: PostDate?
  /// The text after the metadata, in UTF-8 bytes.
  package let bodyRange: Range<Int>

  /// Reads a document; any bytes make one.
  package init(bytes: [UInt8]) {
    let text = Self.decoded(bytes)
    var header = TextHeader(text)
    header.read()
    self.text = text
    (url, title, published) = (header.url, header.title, header.published)
    bodyRange = header.end..<text.utf8.count
  }

  /// The language of the article's own text, as CLD2 guesses it now.
  package var language: LanguageTag? { ArticleLanguage(text, from: bodyRange.lowerBound).language }

  private static func decoded(_ bytes: [UInt8]) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var rest = bytes[...]
    if rest.starts(with: mark) { rest = rest.dropFirst(3) }
    if !rest.contains(where: { $0 == 0x0D || $0 == 0 }) {
      return String(decoding: rest, as: UTF8.self)
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(rest.count)
    var previous: UInt8 = 0
    for byte in rest {
      switch byte {
      case 0x0D: folded.append(0x0A)
      case 0x0A where previous == 0x0D: break
      // An invalid byte becomes U+FFFD.
      case 0: folded.append(0xFF)
      default: folded.append(byte)
      }
      previous = byte
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

/// The metadata that may open a text: `date 2025-03 url https://… title …`, or front matter.
///
/// Date and address are one word each and the text may follow them on the same line; a title takes
/// the rest of its line.
struct TextHeader {
  private let bytes: TextBytes
  private(set) var url: String?
  private(set) var title: String?
  private(set) var published: PostDate?
  /// Where the text proper begins.
  private(set) var end = 0

  init(_ text: String) {
    bytes = TextBytes(
      text.utf8.count > Self.longest ? Substring(text.utf8.prefix(Self.longest)) : text[...])
  }

  mutating func read() {
    if let matter = FrontMatter(bytes) {
      (url, title, published, end) = (matter.url, matter.title, matter.published, matter.end)
      return
    }
    var position = bytes.skipSpace(0, newlines: true)
    while let next = field(at: position) {
      position = bytes.skipSpace(next, newlines: true)
      end = position
    }
  }

  private mutating func field(at position: Int) -> Int? {
    let lineEnd = bytes.lineEnd(after: position)
    if let value = word(after: "date ", at: position), published == nil,
      let date = Self.date(bytes.string(value))
    {
      published = date
      return value.upperBound
    }
    if let value = word(after: "url ", at: position), url == nil,
      bytes.has(Array("http".utf8), at: value.lowerBound)
    {
      url = bytes.string(value)
      return value.upperBound
    }
    let key = Array("title ".utf8)
    guard bytes.has(key, at: position), title == nil, lineEnd < bytes.count else { return nil }
    title = bytes.string(bytes.trimmed(position + key.count..<lineEnd))
    return lineEnd
  }

  private func word(after key: String, at position: Int) -> Range<Int>? {
    let key = Array(key.utf8)
    guard bytes.has(key, at: position) else { return nil }
    let start = bytes.skipSpace(position + key.count)
    var end = start
    while end < bytes.count, bytes.spaceLength(at: end) == 0 { end += 1 }
    return end > start ? start..<end : nil
  }

  /// `2025`, `2025-03`, `2025-03-18`, and a time after that.
  static func date(_ value: String) -> PostDate? {
    let parts = value.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, parts[0].utf8.count == 4 else { return nil }
    switch numbers.count {
    case 1 where value.utf8.count == 4: return PostDate(year: numbers[0], source: .header)
    case 2 where value.utf8.count == 7:
      return PostDate(year: numbers[0], month: numbers[1], source: .header)
    case 3:
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        .map { PostDate(day: $0, source: .header) }
    default: return nil
    }
  }

  private static let longest = 8192
}
