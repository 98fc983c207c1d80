import Languages
import PostModel

/// A phrase that can tie a quotation to a post, or words that a platform prints, known by a part of it
/// that is looked for.
///
/// Where the part is found, the whole phrase is compared as `QuotationLexicon` compares it, for all
/// languages at once: what may stand beside a word in any of the languages that have the phrase, may.
struct TiePhrase: Hashable, Sendable {
  /// How languages that have a phrase write words together.
  struct Glue: Hashable, Sendable {
    /// Whether words are not parted by spaces.
    let isUnspaced: Bool
    /// Whether letters may be glued before a word.
    let hasPrefixes: Bool

    /// How a language writes, or one that borrows its phrases.
    init(of pack: LanguagePack, among packs: [LanguagePack]) {
      let readers = packs.filter { reader in
        reader.language == pack.language
          || (reader.quotation?.with ?? []).contains { $0 == pack.language.rawValue }
      }
      self.init(readers)
    }

    /// How any of some languages writes.
    init(_ readers: [LanguagePack]) {
      isUnspaced = readers.contains { $0.quotation?.unspaced ?? false }
      hasPrefixes = readers.contains { !($0.quotation?.prefixes ?? []).isEmpty }
    }
  }

  private enum Ending {
    /// Nothing of the same word follows.
    case word
    /// The phrase stands for all words that begin so.
    case open
    /// A case ending may follow.
    case name
  }

  private let scalars: [UInt32]
  /// Where in the phrase the part stands that is looked for.
  private let key: Range<Int>
  private let ending: Ending
  /// Whether the first letter must be a capital.
  private let isCapital: Bool
  /// How what stands beside it is written; without it, anything may.
  private let glue: Glue?

  /// Takes a phrase as packs write it, with `*` behind it if it stands for all that begins so.
  init(_ phrase: String, glue: Glue) {
    let isOpen = phrase.hasSuffix("*")
    self.init(isOpen ? String(phrase.dropLast()) : phrase, isOpen ? .open : .word, false, glue)
  }

  /// Takes a platform's name.
  init(name: String, glue: Glue) {
    self.init(name, .name, QuotationLexicon.isCapital(name), glue)
  }

  /// Takes words that a platform prints, whatever stands beside them.
  init(printed words: String) {
    self.init(words, .open, false, nil)
  }

  private init(_ text: String, _ ending: Ending, _ isCapital: Bool, _ glue: Glue?) {
    scalars = QuotationParagraph.folded(text)
    key = Self.key(of: scalars)
    (self.ending, self.isCapital, self.glue) = (ending, isCapital, glue)
  }

  // MARK: What is looked for

  /// The part that is looked for, in each case that its letters beyond ASCII may have; the scanner
  /// itself knows no case of ASCII.
  var keys: [String] {
    key.reduce([""]) { variants, index in
      let forms = forms(at: index)
      return variants.flatMap { variant in forms.map { variant + $0 } }
    }
  }

  /// The longest part of a word.
  private static func key(of scalars: [UInt32]) -> Range<Int> {
    let words = ranges(of: scalars, in: scalars.indices) { ![0x20, 0x27, 0x2019].contains($0) }
    return words.flatMap { parts(of: $0, in: scalars) }
      .max { length(of: scalars[$0]) < length(of: scalars[$1]) } ?? 0..<0
  }

  /// A word as far as three letters beyond ASCII that have cases, and what of it is ASCII.
  private static func parts(of word: Range<Int>, in scalars: [UInt32]) -> [Range<Int>] {
    let cased = word.filter { scalars[$0] >= 0x80 && forms(of: scalars[$0]).count > 1 }
    let head = word.lowerBound..<(cased.count > 3 ? cased[3] : word.upperBound)
    return [head] + ranges(of: scalars, in: word) { $0 < 0x80 }.filter { $0.count > 3 }
  }

  private static func ranges(
    of scalars: [UInt32], in range: Range<Int>, where belongs: (UInt32) -> Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where !belongs(scalars[index]) {
      if start < index { found.append(start..<index) }
      start = index + 1
    }
    return start < range.upperBound ? found + [start..<range.upperBound] : found
  }

  private static func length(of scalars: ArraySlice<UInt32>) -> Int {
    scalars.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 < 0x800 ? 2 : 3) }
  }

  private func forms(at index: Int) -> [String] {
    // A Turkish capital that folds to a letter of ASCII.
    scalars[index] == 0x69 && index == key.lowerBound
      ? ["i", "\u{130}"] : Self.forms(of: scalars[index])
  }

  /// The spellings of a letter that count as one where phrases are compared.
  private static func forms(of scalar: UInt32) -> [String] {
    guard let letter = Unicode.Scalar(scalar) else { return [] }
    if scalar < 0x80 { return [String(letter)] }
    guard arabic.contains(scalar) else {
      let upper = String(letter).uppercased()
      return upper == String(letter) ? [upper] : [upper, String(letter)]
    }
    return arabic.filter { QuotationParagraph.folded($0) == scalar }
      .compactMap { Unicode.Scalar($0).map { String($0) } }
  }

  /// The letters that Arabic and Persian keyboards write differently.
  private static let arabic: ClosedRange<UInt32> = 0x0622...0x06CC

  // MARK: Whether it stands there

  /// Whether the phrase stands where its key was found, `endings` being those of names in any language.
  func stands(
    at place: Range<Int>, in bytes: UnsafeRawBufferPointer, endings: Set<[UInt32]>
  ) -> Bool {
    let look = ScalarLook(bytes)
    var (start, end) = (place.lowerBound, place.upperBound)
    for scalar in scalars[..<key.lowerBound].reversed() {
      guard let next = look.start(of: scalar, before: start) else { return false }
      start = next
    }
    for scalar in scalars[key.upperBound...] {
      guard let next = look.end(of: scalar, at: end) else { return false }
      end = next
    }
    return isCapitalised(at: start, look) && begins(at: start, look) && ends(at: end, look, endings)
  }

  private func isCapitalised(at start: Int, _ look: ScalarLook) -> Bool {
    guard isCapital, let first = look.scalar(at: start)?.value else { return true }
    return !QuotationParagraph.isLetter(first) || QuotationParagraph.folded(first) != first
  }

  private func begins(at start: Int, _ look: ScalarLook) -> Bool {
    guard let glue, let before = look.letter(before: start) else { return true }
    if glue.isUnspaced { return before >= 0x80 || scalars.first.map { $0 >= 0x80 } ?? true }
    return glue.hasPrefixes && before >= 0x80
  }

  private func ends(at end: Int, _ look: ScalarLook, _ endings: Set<[UInt32]>) -> Bool {
    guard let glue, ending != .open, let next = look.letter(at: end) else { return true }
    if glue.isUnspaced, next >= 0x80 || scalars.last.map({ $0 >= 0x80 }) ?? true { return true }
    guard ending == .name, scalars.count > 1 else { return false }
    // `تلگرامی‌اش`: joiners are no letters of an ending.
    let tail = look.letters(from: end, atMost: Self.longestEnding)
    return endings.contains(tail.filter { !QuotationParagraph.isIgnorable($0) })
  }

  private static let longestEnding = 24
}
