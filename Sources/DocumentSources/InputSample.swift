/// The first bytes of an input, by which its format is told.
///
/// A name says nothing: saved pages come as `.txt`, crawls without an extension, texts as `.html`.
public struct InputSample: Sendable {
  /// How many bytes are looked at.
  static let size = 1 << 16

  /// The bytes as they stand in the file.
  let bytes: [UInt8]
  /// Whether these are all the bytes of the input.
  let isWhole: Bool
  /// The bytes without byte order mark, without the zeros of UTF-16, without leading white space.
  let content: [UInt8]

  /// Takes the first bytes of an input.
  init(bytes: [UInt8], isWhole: Bool) {
    self.bytes = bytes
    self.isWhole = isWhole
    content = Self.content(of: bytes)
  }

  /// Whether the input opens with bytes.
  func opens(with signature: [UInt8], at offset: Int = 0) -> Bool {
    bytes.dropFirst(offset).starts(with: signature)
  }

  /// Whether the input opens with text.
  func opens(with signature: String, at offset: Int = 0) -> Bool {
    bytes.dropFirst(offset).starts(with: signature.utf8)
  }

  private static func content(of bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) || alternates(rest) {
      rest = rest.filter { $0 != 0 && $0 < 0xFE }[...]
    }
    return Array(rest.drop { $0 <= 0x20 })
  }

  /// Whether every other byte is zero, as in the ASCII part of UTF-16 without a mark.
  private static func alternates(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = Array(bytes.prefix(64))
    guard head.count >= 8 else { return false }
    let zeros = head.indices.filter { head[$0] == 0 }
    return zeros.count >= head.count / 2 - 1 && Set(zeros.map { $0 % 2 }).count == 1
  }
}

extension InputSample {
  /// Whether the content opens with a tag, a comment or a declaration of HTML.
  var opensWithMarkup: Bool {
    guard content.first == 0x3C, content.count > 1 else { return false }
    return switch content[1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case UInt8(ascii: "/"): MarkupScan.element(in: content, at: 2) != nil
    default: MarkupScan.element(in: content, at: 1) != nil
    }
  }

  /// Whether tags are so dense that this is a fragment of a page rather than a text about pages.
  ///
  /// A short fragment needs one tag; an article that shows a line of HTML stays a text.
  var isRichInMarkup: Bool {
    let tags = MarkupScan.countTags(in: content)
    return tags > 0 && tags * 500 >= content.count && !isTextWithExamples
  }

  /// Whether markup stands in a few lines among many that have none: a text that shows some code.
  ///
  /// Embeds are no code that texts show; a page whose paragraphs have lost their tags may hold them.
  private var isTextWithExamples: Bool {
    let lines = content.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
    let marked = lines.filter { MarkupScan.countTags(in: Array($0)) > 0 }
    let opening = lines.prefix { MarkupScan.countTags(in: Array($0)) == 0 }
    return opening.count >= 8 && marked.count * 3 <= lines.count
      && !marked.contains { MarkupScan.holdsEmbed(Array($0)) }
  }

  /// Whether it opens like JSON, never closes, and is full of tags: a piece of a page's state.
  var isTornMarkup: Bool {
    guard isWhole, let last = content.last(where: { $0 > 0x20 }) else { return false }
    return last != UInt8(ascii: "}") && last != UInt8(ascii: "]") && isRichInMarkup
  }

  /// The share of bytes that no text holds, in thousandths.
  var controlsPerThousand: Int {
    guard !bytes.isEmpty, !opens(with: [0xFF, 0xFE]), !opens(with: [0xFE, 0xFF]) else { return 0 }
    let text = content.isEmpty ? bytes : content
    let controls = text.count { ($0 < 0x20 && !Self.isTextControl($0)) || $0 == 0x7F }
    return controls * 1000 / text.count
  }

  /// Tab, line ends, form feed and escape, which texts do hold.
  private static func isTextControl(_ byte: UInt8) -> Bool {
    (0x09...0x0D).contains(byte) || byte == 0x1B || byte == 0x1A
  }
}
