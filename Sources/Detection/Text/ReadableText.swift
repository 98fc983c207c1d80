import Markup

/// A text without what careless conversions left in it, and the way back to the text as it was read.
///
/// Taken out are character references (`&mdash;`), the marks that lead the lines of quotations (`> `), the
/// brackets of bare addresses (`<https://…>`), the escapes of Markdown (`\_`) where the text holds links of
/// Markdown, an escaped low line or a quotation that a colon announces, and the escapes of JSON (`\n`, `\"`)
/// where it plainly was not decoded. Lines that were wrapped at a column are joined. Time is linear in the
/// text's length.
struct ReadableText {
  /// The text for scanners.
  let text: String
  /// Where the text quotes in a block of Markdown what the line before it announces.
  let blocks: [Range<Int>]
  /// From each place of the readable text on, how many bytes more the original has had.
  private let shifts: [(place: Int, bytes: Int)]
  /// Which lines of the readable text were led by the mark of a quotation.
  let quoted: QuotedLines

  /// Whether the two texts differ.
  var isChanged: Bool { !shifts.isEmpty }

  init(_ original: String) {
    let bytes = Array(original.utf8)
    var reader = LeftoverReader(bytes)
    guard reader.mayChange else {
      (text, shifts, quoted, blocks) = (WrappedLines.joined(original), [], QuotedLines(), [])
      return
    }
    reader.read()
    text = WrappedLines.joined(
      reader.shifts.isEmpty ? original : String(decoding: reader.kept, as: UTF8.self))
    (shifts, quoted, blocks) = (reader.shifts, reader.quoted, reader.blocks)
  }

  /// Where a range of the readable text stands in the original, both in UTF-8 bytes.
  func original(_ range: Range<Int>) -> Range<Int> {
    original(range.lowerBound)..<original(range.upperBound)
  }

  private func original(_ place: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? place + shifts[low - 1].bytes : place
  }
}

/// Goes through a text once and leaves out what is left over.
private struct LeftoverReader {
  private let bytes: [UInt8]
  private let isMarkdown: Bool
  private let isJSON: Bool
  private(set) var kept: [UInt8] = []
  private(set) var shifts: [(place: Int, bytes: Int)] = []
  private(set) var quoted = QuotedLines()
  private(set) var blocks: [Range<Int>] = []
  private let announced: [Range<Int>]
  private var index = 0
  /// The line whose marks were read.
  private var lineRead = -1
  /// Where the brackets close that an address opened.
  private var closing: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    announced = QuotationBlocks(in: bytes).ranges
    let hasBackslash = bytes.contains(UInt8(ascii: "\\"))
    isMarkdown =
      !announced.isEmpty || Self.count(of: "](http", in: bytes, upTo: 1) > 0
      || hasBackslash && Self.hasEscapedName(bytes)
    isJSON =
      hasBackslash && Self.count(of: "\\n", in: bytes, upTo: 2) >= 2
      && !bytes.dropLast().contains(0x0A)
  }

  /// A cheap look: most texts hold nothing of the kind.
  var mayChange: Bool {
    isMarkdown || isJSON || bytes.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ">") }
  }

  mutating func read() {
    kept.reserveCapacity(bytes.count)
    while index < bytes.count {
      noteBlock()
      if isLineStart, kept.count != lineRead { readMarks() }
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: "&"):
        if let reference = ClosedReference(in: bytes, at: index) {
          replace(reference.length, by: Array(String(Character(reference.scalar)).utf8))
        } else {
          keep()
        }
      case UInt8(ascii: "\\") where isMarkdown || isJSON:
        if let (length, meant) = escape { replace(length, by: meant) } else { keep() }
      case UInt8(ascii: "<"):
        if let end = addressEnd {
          closing = end
          replace(1, by: isBesideGap(kept.last) ? [] : [0x20])
        } else {
          keep()
        }
      case UInt8(ascii: ">") where index == closing:
        replace(1, by: isBesideGap(next) ? [] : [0x20])
      case UInt8(ascii: "*") where isMarkdown && next == UInt8(ascii: "*"):
        replace(2, by: [])
      default: keep()
      }
    }
    if blocks.count < announced.count { blocks.append(blockStart..<kept.count) }
  }

  /// Where the block began that is read.
  private var blockStart = 0

  /// Keeps in mind where a block begins and ends, in what is kept.
  private mutating func noteBlock() {
    guard blocks.count < announced.count else { return }
    let block = announced[blocks.count]
    if index <= block.lowerBound { blockStart = kept.count }
    if index >= block.upperBound { blocks.append(blockStart..<kept.count) }
  }

  /// Takes the marks out that lead a line: `> `, `> > `; what has no space behind it may be code.
  private mutating func readMarks() {
    let place = kept.count
    var depth = 0
    while let mark = markEnd {
      replace(mark - index, by: [])
      depth += 1
    }
    quoted.note(lineAt: place, depth: depth)
    lineRead = place
  }

  /// Where a mark ends that stands here, perhaps behind as many spaces as Markdown allows.
  private var markEnd: Int? {
    var place = index
    while place < bytes.count, place - index < 3, bytes[place] == 0x20 { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">") else { return nil }
    guard place + 1 < bytes.count, bytes[place + 1] != 0x0A else { return place + 1 }
    if bytes[place + 1] == 0x20 { return place + 2 }
    return isMarkdown || bytes[place + 1] == UInt8(ascii: ">") ? place + 1 : nil
  }

  /// Where the brackets close that open here round an address.
  private var addressEnd: Int? {
    let rest = bytes[(index + 1)...].prefix(Self.longestAddress)
    guard Self.schemes.contains(where: { rest.starts(with: $0) }),
      let end = rest.firstIndex(where: { $0 <= 0x20 || $0 == 0x3C || $0 == UInt8(ascii: ">") }),
      bytes[end] == UInt8(ascii: ">")
    else { return nil }
    return end
  }

  private func isBesideGap(_ byte: UInt8?) -> Bool {
    byte.map { $0 <= 0x20 || Self.punctuation.contains($0) } ?? true
  }

  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private var isLineStart: Bool { kept.last.map { $0 == 0x0A } ?? true }

  private mutating func keep() {
    kept.append(bytes[index])
    index += 1
  }

  private mutating func replace(_ length: Int, by meant: [UInt8]) {
    kept += meant
    index += length
    shifts.append((kept.count, index - kept.count))
  }

  /// The escape at this place.
  private var escape: (length: Int, meant: [UInt8])? {
    guard let next else { return nil }
    if isJSON {
      switch next {
      case UInt8(ascii: "n"): return (2, [0x0A])
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"): return (2, [next])
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[(index + 2)...].prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, let number = UInt32(digits, radix: 16),
          let scalar = Unicode.Scalar(number)
        else { return nil }
        return (6, Array(String(Character(scalar)).utf8))
      default: return nil
      }
    }
    return Self.escapable.contains(next) ? (2, [next]) : nil
  }

  /// Whether a low line within a word is escaped, `tide\_watch`: only Markdown does that.
  private static func hasEscapedName(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(2).dropFirst().contains { place in
      bytes[place] == UInt8(ascii: "\\") && bytes[place + 1] == UInt8(ascii: "_")
        && bytes[place - 1].isHandleByte && bytes[place + 2].isHandleByte
    }
  }

  private static func count(of text: String, in bytes: [UInt8], upTo limit: Int) -> Int {
    let needle = ByteNeedle(text)
    return bytes.withUnsafeBufferPointer { hay in
      var count = 0
      var place = 0
      while count < limit, let found = needle.firstIndex(in: hay, from: place) {
        count += 1
        place = found + 1
      }
      return count
    }
  }

  private static let schemes = ["https://", "http://"].map { Array($0.utf8) }
  private static let punctuation = Set("().,;:!?".utf8)
  private static let longestAddress = 2000
  private static let escapable = Set("_*#[]()~>-.!`+|{}".utf8)
}
