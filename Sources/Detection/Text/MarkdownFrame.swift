/// The brackets and the address that Markdown writes round words that are a link.
struct MarkdownFrame {
  /// The words with all that is round them.
  let range: Range<Int>
  /// Where the link leads.
  let address: String

  /// Looks round words; converters put line ends between a link's brackets and a block within it.
  init?(around words: Range<Int>, in text: TextBytes) {
    let start = text.skipSpaceBack(
      words.lowerBound, newlines: true, downTo: max(0, words.lowerBound - Self.reach))
    let end = text.skipSpace(
      words.upperBound, newlines: true, upTo: min(text.count, words.upperBound + Self.reach))
    guard text.has([0x5B], endingAt: start), let tail = Self.tail(at: end, in: text) else {
      return nil
    }
    (range, address) = (start - 1..<tail.end, tail.address)
  }

  /// The end of a link whose label ends at a position, and its address without brackets and title.
  static func tail(at position: Int, in text: TextBytes) -> (end: Int, address: String)? {
    guard text.has([0x5D, 0x28], at: position),
      let end = text.first(0x29, in: position..<min(text.count, position + longestAddress))
    else { return nil }
    let inside = text.string(position + 2..<end).drop { $0 == "<" || $0.isWhitespace }
    let address = inside.prefix { !$0.isWhitespace && $0 != ">" }
    return (end + 1, String(address))
  }

  private static let reach = 12
  private static let longestAddress = 600
}
