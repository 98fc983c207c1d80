/// The quotation blocks of Markdown (`> Words`) behind a line that ends in a colon.
///
/// Such a block is what the line before it announces, with quotation marks or without them.
struct QuotationBlocks {
  /// Where the blocks stand, in UTF-8 bytes, in order.
  let ranges: [Range<Int>]

  init(in bytes: [UInt8]) {
    guard bytes.withUnsafeBytes({ Self.mayBe(in: $0) }) else {
      ranges = []
      return
    }
    var ranges: [Range<Int>] = []
    var announces = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if Self.isQuoted(bytes[start..<end]) {
        if let last = ranges.last, last.upperBound + 1 == start {
          ranges[ranges.count - 1] = last.lowerBound..<end
        } else if announces {
          ranges.append(start..<end)
        }
        announces = false
      } else if let last = bytes[start..<end].last(where: { !Self.isEmphasis($0) }) {
        announces = last == 0x3A || bytes[start..<end].suffix(3).elementsEqual(Self.wideColon)
      }
      start = end + 1
    }
    self.ranges = ranges
  }

  /// Whether any line may be of such a block, in a text or in a line of JSON.
  static func mayBe(in bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.holds(0x3E) { place in
      guard place > 1, place + 1 < bytes.count else { return false }
      return bytes[place - 1] == 0x0A || bytes[place - 1] == 0x6E && bytes[place - 2] == 0x5C
    }
  }

  /// The words of a block without marks, as far as they are a post's own.
  ///
  /// A line with a dash and a handle under it is what is left of an embed, which others read.
  static func words(of block: QuotationParagraph, lexicon: QuotationLexicon) -> Range<Int>? {
    let words = block.trimmed(block.scalars.indices)
    guard let first = words.first, lexicon.marks[block.scalars[first]] == nil,
      ![0x27, 0x201D].contains(block.scalars[first]), !isDash(block.scalars[first])
    else { return nil }
    let isSigned = words.contains { place in
      guard block.scalars[place] == 0x0A else { return false }
      let line = block.scalars[(place + 1)...].first { !block.isSpace(of: $0) }
      return line.map { isDash($0) } ?? false
    }
    let holdsMark = words.contains { block.scalars[$0] == 0x40 || block.scalars[$0] == 0x7C }
    return isSigned || holdsMark ? nil : words
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    [0x2D, 0x2013, 0x2014, 0x2015].contains(scalar)
  }

  private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == 0x3E else { return false }
    return line.count == 1 || line[line.startIndex + 1] == 0x20
  }

  private static func isEmphasis(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2A || byte == 0x5F
  }

  private static let wideColon: [UInt8] = [0xEF, 0xBC, 0x9A]
}
