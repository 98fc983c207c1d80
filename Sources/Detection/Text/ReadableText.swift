import Markup

/// A text without what careless conversions left in it, and the way back to the text as it was read.
///
/// Taken out are character references (`&mdash;`), the escapes of Markdown (`\_`) with the marks of its
/// quotations (`> `) where the text holds links of Markdown or an escaped low line, and the escapes of JSON (`\n`, `\"`) where
/// it plainly was not decoded. Lines that were wrapped at a column are joined. Time is linear in the text's length.
struct ReadableText {
  /// The text for scanners.
  let text: String
  /// From each place of the readable text on, how many bytes more the original has had.
  private let shifts: [(place: Int, bytes: Int)]

  /// Whether the two texts differ.
  var isChanged: Bool { !shifts.isEmpty }

  init(_ original: String) {
    let bytes = Array(original.utf8)
    var reader = LeftoverReader(bytes)
    guard reader.mayChange else {
      (text, shifts) = (WrappedLines.joined(original), [])
      return
    }
    reader.read()
    text = WrappedLines.joined(
      reader.shifts.isEmpty ? original : String(decoding: reader.kept, as: UTF8.self))
    shifts = reader.shifts
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
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let hasBackslash = bytes.contains(UInt8(ascii: "\\"))
    isMarkdown =
      Self.count(of: "](http", in: bytes, upTo: 1) > 0
      || hasBackslash && Self.hasEscapedName(bytes)
    isJSON =
      hasBackslash && Self.count(of: "\\n", in: bytes, upTo: 2) >= 2
      && !bytes.dropLast().contains(0x0A)
  }

  /// A cheap look: most texts hold nothing of the kind.
  var mayChange: Bool { isMarkdown || isJSON || bytes.contains(UInt8(ascii: "&")) }

  mutating func read() {
    kept.reserveCapacity(bytes.count)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "&"):
        if let reference = ClosedReference(in: bytes, at: index) {
          replace(reference.length, by: Array(String(Character(reference.scalar)).utf8))
        } else {
          keep()
        }
      case UInt8(ascii: "\\") where isMarkdown || isJSON:
        if let (length, meant) = escape { replace(length, by: meant) } else { keep() }
      case UInt8(ascii: ">") where isMarkdown && isLineStart:
        replace(index + 1 < bytes.count && bytes[index + 1] == 0x20 ? 2 : 1, by: [])
      case UInt8(ascii: "*") where isMarkdown && next == UInt8(ascii: "*"):
        replace(2, by: [])
      default: keep()
      }
    }
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

  private static let escapable = Set("_*#[]()~>-.!`+|{}".utf8)
}
