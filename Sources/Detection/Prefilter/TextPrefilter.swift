import PostModel

/// Tells from the bytes of a text whether it may repeat a post: by its signs, by a phrase that may tie
/// a quotation beside it, or by the empty lines between which a post of bare words may stand.
struct TextPrefilter: Sendable {
  private let gate: TextGate
  private let words: TextReader

  /// Compiles what is looked for; `nil` where the scanner does not run on this processor.
  init?(words: TextReader) {
    guard let gate = TextGate() else { return nil }
    self.gate = gate
    self.words = words
  }

  /// Whether a text may hold a citation; `false` is certain.
  func mayCite(_ bytes: [UInt8]) -> Bool {
    guard let scratch = gate.makeScratch() else { return true }
    var finding = bytes.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    guard !finding.mayHoldPost else { return true }
    let breaks = bytes.withUnsafeBytes { LineBreaks(in: $0) }
    if breaks.mayPartParagraphs { return true }
    guard finding.hidesLetters else { return mayQuote(bytes, ties: finding.ties) }
    let shown = Self.withoutIgnorables(bytes)
    finding = shown.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    return finding.mayHoldPost || mayQuote(shown, ties: finding.ties)
  }

  /// Makes a look at lines of JSON that hold texts, to be used by one task at a time.
  func makeRecordLook() -> (UnsafeRawBufferPointer) -> Bool {
    guard let scratch = gate.makeScratch() else { return { _ in true } }
    return { line in
      // Markup, and letters that are written as numbers, are looked at once they are decoded.
      if line.first(0x3C, from: 0) != nil { return true }
      let breaks = LineBreaks(inJSON: line)
      if breaks.holdsCodes || breaks.mayPartParagraphs { return true }
      let finding = gate.finding(in: line, with: scratch, anySign: true)
      return finding.mayHoldPost || !finding.ties.isEmpty || finding.hidesLetters
    }
  }

  /// Whether a quotation stands in the paragraph of a tie, or in the one behind it.
  private func mayQuote(_ bytes: [UInt8], ties: [Int]) -> Bool {
    guard !ties.isEmpty else { return false }
    var next = 0
    var wasTied = false
    for paragraph in QuotationParagraphs(bytes) {
      while next < ties.count, ties[next] <= paragraph.lowerBound { next += 1 }
      let isTied = next < ties.count && ties[next] <= paragraph.upperBound
      if isTied || wasTied, words.mayQuote(bytes[paragraph]) { return true }
      wasTied = isTied
    }
    return false
  }

  private static func withoutIgnorables(_ bytes: [UInt8]) -> [UInt8] {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy.filter {
        !QuotationParagraph.isIgnorable($0.value)
      })
    return Array(String(view).utf8)
  }
}

/// How the lines of a text are parted.
struct LineBreaks {
  private var lines = 1
  private var emptyLines = 0
  private var gaps = 0
  /// Whether JSON wrote a letter as a number.
  private(set) var holdsCodes = false
  private var holdsReturns = false

  /// Counts the lines of a text.
  init(in bytes: UnsafeRawBufferPointer) {
    holdsReturns = bytes.first(0x0D, from: 0) != nil
    var place = 0
    while let feed = bytes.first(0x0A, from: place) {
      note(isEmpty: bytes[place..<feed].allSatisfy(Self.mayBeSpace))
      place = feed + 1
    }
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
        note(isEmpty: bytes[start..<escape].allSatisfy { Self.mayBeSpace($0) || $0 == 0x5C })
        start = place
      default: break
      }
    }
  }

  /// Whether empty lines may part the text's paragraphs, of which there may be three.
  var mayPartParagraphs: Bool {
    holdsReturns || (gaps > 1 && gaps * 4 + 4 >= lines - emptyLines)
  }

  private var wasEmpty = false

  private mutating func note(isEmpty: Bool) {
    lines += 1
    if isEmpty {
      emptyLines += 1
      if !wasEmpty { gaps += 1 }
    }
    wasEmpty = isEmpty
  }

  /// Spaces of ASCII, and every byte that is part of another space or of a direction mark; the `t` of
  /// JSON's tabulator is not among them, and does no harm.
  private static func mayBeSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 || (0x80...0xBF).contains(byte) || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
  }
}
