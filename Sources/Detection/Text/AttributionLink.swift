/// The link round the date of an attribution in texts that keep Markdown or HTML code.
struct AttributionLink {
  /// Where the link's words begin.
  let textStart: Int
  private let address: String?

  /// Reads `[` or `<a href="…">` at a position; the link may be set off by Markdown (`*[…](…)*`).
  init?(at position: Int, in text: TextBytes) {
    var position = position
    while position < text.count, text.bytes[position] == 0x2A || text.bytes[position] == 0x5F {
      position += 1
    }
    guard position < text.count else { return nil }
    if text.bytes[position] == 0x5B {
      textStart = position + 1
      address = nil
      return
    }
    guard text.has(Array("<a ".utf8), at: position),
      let end = text.first(0x3E, in: position..<min(text.count, position + 600))
    else { return nil }
    textStart = end + 1
    let tag = text.string(position..<end)
    let value = tag.split(separator: "href=", maxSplits: 1).dropFirst().first
    address = value.map { String($0.drop { Self.quotes.contains($0) }) }
      .map { String($0.prefix { !Self.quotes.contains($0) && $0 != " " }) }
  }

  /// The link's end and address, where it closes at a position.
  func closing(at position: Int, in text: TextBytes) -> (end: Int, address: String?) {
    if let tail = MarkdownFrame.tail(at: position, in: text) { return tail }
    let tag = Array("</a>".utf8)
    return text.has(tag, at: position) ? (position + tag.count, address) : (position, address)
  }

  private static let quotes: Set<Character> = ["\"", "'", "”", "“", "″"]
}
