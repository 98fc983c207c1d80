/// How the lines of a text are parted, and whether one of them may be a platform's own by its form.
struct LineBreaks {
  private var lines = 1
  private var emptyLines = 0
  private var gaps = 0
  private var longest = 0
  private var previous = 0
  private var wasEmpty = false
  /// Whether JSON wrote a letter as a number.
  private(set) var holdsCodes = false
  private var holdsReturns = false
  /// Whether a line may be a platform's own by its form: it ends in a number, or in a date.
  private(set) var mayHoldOwnLine = false

  /// Counts the lines of a text.
  init(in bytes: UnsafeRawBufferPointer) {
    holdsReturns = bytes.first(0x0D, from: 0) != nil
    var place = 0
    while let feed = bytes.first(0x0A, from: place) {
      note(bytes, place..<feed)
      place = feed + 1
    }
    noteForm(bytes, place..<bytes.count)
  }

  /// Counts the lines of the texts in a line of JSON.
  init(inJSON bytes: UnsafeRawBufferPointer) {
    var start = 0
    var place = 0
    while let escape = bytes.first(0x5C, from: place), escape + 1 < bytes.count {
      place = escape + 2
      switch bytes[escape + 1] {
      case 0x75: holdsCodes = true
      case 0x72: holdsReturns = true
      case 0x6E:
        note(bytes, start..<escape)
        start = place
      default: break
      }
    }
    noteForm(bytes, start..<Self.closingQuote(in: bytes, from: start))
  }

  /// Whether a post may stand there that nothing but lines tell of.
  var mayHoldPost: Bool { mayPartParagraphs || mayBeWrapped || mayHoldOwnLine }

  /// Whether empty lines may part the text's paragraphs, of which there may be three.
  var mayPartParagraphs: Bool {
    holdsReturns || (gaps > 1 && gaps * 4 + 4 >= lines - emptyLines)
  }

  /// Whether lines may have been wrapped at a column, of at most a hundred characters.
  var mayBeWrapped: Bool { lines - emptyLines > 3 && longest <= 400 }

  private mutating func note(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
    let isEmpty = bytes[line].allSatisfy { Self.mayBeSpace($0) || $0 == 0x5C }
    lines += 1
    if isEmpty {
      emptyLines += 1
      if !wasEmpty { gaps += 1 }
    }
    wasEmpty = isEmpty
    noteForm(bytes, line)
  }

  /// `VERB NAME Weekday, DAY MONTH YEAR` under a post, or a frame's edge that ends in `, 1`.
  private mutating func noteForm(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
    longest = max(longest, line.count)
    defer { previous = max(previous, line.count) }
    guard !mayHoldOwnLine, line.count >= 8, previous >= 8 else { return }
    let shown = Self.trimmed(bytes[line])
    // JSON may write a letter as two.
    mayHoldOwnLine = UnknownBylines.mayBe(shown, atMost: 260) || UnknownFrames.mayBe(shown)
  }

  /// A line without white space at its ends, or JSON's tabulators.
  private static func trimmed(
    _ line: Slice<UnsafeRawBufferPointer>
  ) -> Slice<UnsafeRawBufferPointer> {
    var line = line
    while true {
      if let first = line.first, mayBeSpace(first) {
        line = line.dropFirst()
      } else if let last = line.last, mayBeSpace(last) {
        line = line.dropLast()
      } else if line.starts(with: tabulator) {
        line = line.dropFirst(2)
      } else if line.suffix(2).elementsEqual(tabulator) {
        line = line.dropLast(2)
      } else {
        return line
      }
    }
  }

  private static let tabulator = Array("\\t".utf8)

  /// The quotation mark that closes a string of JSON.
  private static func closingQuote(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while let quote = bytes.first(0x22, from: place) {
      if quote == 0 || bytes[quote - 1] != 0x5C { return quote }
      place = quote + 1
    }
    return bytes.count
  }

  /// Spaces of ASCII, and every byte that is part of another space or of a direction mark; the `t` of
  /// JSON's tabulator is not among them, and does no harm.
  private static func mayBeSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 || (0x80...0xBF).contains(byte) || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
  }
}
