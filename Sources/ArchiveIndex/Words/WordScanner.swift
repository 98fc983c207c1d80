/// Parts texts into words and notes where each stands.
///
/// A word is a run of letters and numbers, without case and accents. In scripts that set no space
/// between words every letter is a word of its own; a run of them in a question is then a phrase,
/// which finds it anywhere. ASCII is parted here; what is beyond is parted by `WordTokenizer` where
/// it occurs for the first time, and remembered.
struct WordScanner {
  /// All words that were met.
  private(set) var words = WordList()
  /// The words that were met, in order: the word's number, the text's, and the place, in 24, 20 and
  /// 20 bits.
  private(set) var occurrences: [UInt64] = []
  /// Runs beyond ASCII, and the words that each has.
  private var runs = WordList()
  private var wordsOfRun: [[Int]] = []
  private var tokenizer: WordTokenizer?
  private var run: [UInt8] = []

  /// Takes the words of a text that has a number below 2²⁰.
  mutating func scan(_ text: UnsafeRawBufferPointer, number: Int) throws {
    var place = 0
    var index = 0
    while index < text.count {
      if let plain = Self.plainRun(text, &index) {
        if !plain.isEmpty { note(words.number(plain).number, number, &place) }
        continue
      }
      run.removeAll(keepingCapacity: true)
      let isASCII = takeRun(text, &index)
      guard !run.isEmpty else { continue }
      if isASCII {
        note(run.withUnsafeBytes { words.number($0).number }, number, &place)
      } else {
        for word in try wordsBeyondASCII() { note(word, number, &place) }
      }
    }
  }

  /// Takes a word that is all in small letters and digits of ASCII, as most are, with what follows
  /// it; `nil` where there is another.
  private static func plainRun(
    _ text: UnsafeRawBufferPointer, _ index: inout Int
  ) -> UnsafeRawBufferPointer? {
    let start = index
    var end = start
    while end < text.count, case let byte = text[end],
      byte &- 0x61 < 26 || byte &- 0x30 < 10
    {
      end += 1
    }
    if end < text.count {
      // What is neither a small letter nor beyond ASCII ends the word, but for a capital.
      if text[end] >= 0x80 || text[end] &- 0x41 < 26 { return nil }
    }
    index = end + 1
    return UnsafeRawBufferPointer(rebasing: text[start..<end])
  }

  private mutating func note(_ word: Int, _ number: Int, _ place: inout Int) {
    guard word < 1 << 24 else { return }
    occurrences.append(
      UInt64(word) << 40 | UInt64(number) << 20 | UInt64(min(place, 1 << 20 - 1)))
    place += 1
  }

  /// Takes bytes that may hold a word, and says whether all are ASCII.
  private mutating func takeRun(_ text: UnsafeRawBufferPointer, _ index: inout Int) -> Bool {
    var isASCII = true
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        guard let letter = Self.letter(byte) else {
          index += 1
          return isASCII
        }
        run.append(letter)
        index += 1
        continue
      }
      let (scalar, length) = Self.scalar(text, index)
      if (0x2000...0x206F).contains(scalar) {
        index += length
        return isASCII
      }
      if Wording.isUnspaced(scalar) {
        if run.isEmpty {
          takeUnspaced(text, &index)
          return false
        }
        return isASCII
      }
      isASCII = false
      run.append(contentsOf: text[index..<index + length])
      index += length
    }
    return isASCII
  }

  /// Takes one letter with its marks.
  private mutating func takeUnspaced(_ text: UnsafeRawBufferPointer, _ index: inout Int) {
    repeat {
      let length = Self.scalar(text, index).length
      run.append(contentsOf: text[index..<index + length])
      index += length
    } while index < text.count && text[index] >= 0x80 && Self.isMark(Self.scalar(text, index).value)
  }

  private mutating func wordsBeyondASCII() throws -> [Int] {
    let (number, isNew) = run.withUnsafeBytes { runs.number($0) }
    guard isNew else { return wordsOfRun[number] }
    let tokenizer = try tokenizer ?? WordTokenizer()
    self.tokenizer = tokenizer
    // An accent without a letter is a word of nothing to the tokenizer.
    let parted = try tokenizer.words(of: String(decoding: run, as: UTF8.self))
    let found = parted.filter { !$0.isEmpty }.map { word in
      var word = word
      return word.withUTF8 { words.number(UnsafeRawBufferPointer($0)).number }
    }
    wordsOfRun.append(found)
    return found
  }

  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }

  /// The scalar that begins at a place of what is UTF-8.
  private static func scalar(
    _ text: UnsafeRawBufferPointer, _ index: Int
  ) -> (value: UInt32, length: Int) {
    let lead = text[index]
    let wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let length = min(wanted, text.count - index)
    var value = UInt32(lead) & (wanted == 2 ? 0x1F : wanted == 3 ? 0x0F : 0x07)
    for place in stride(from: 1, to: length, by: 1) {
      value = value << 6 | UInt32(text[index + place] & 0x3F)
    }
    return (value, length)
  }

  private static func isMark(_ value: UInt32) -> Bool {
    if (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7AF).contains(value) { return false }
    return Unicode.Scalar(value)?.properties.generalCategory == .nonspacingMark
  }
}
