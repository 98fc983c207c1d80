package import Languages
package import PostModel

/// Reads the dates that platforms and prose print, in all languages at once.
///
/// Where languages disagree, the hint decides; without one, what stays open is not guessed. Clock
/// times are passed over: their zone is never known, and X prints the day of Universal Time.
package struct DateScanner: Sendable {
  private let lexicon: DateLexicon

  /// The packs that it was made of.
  var packs: [LanguagePack] { lexicon.packs }

  /// Compiles the packs; make one scanner and share it.
  package init(packs: [LanguagePack]) {
    lexicon = DateLexicon(packs: packs)
  }

  /// Whether a word may stand in a date and says nothing in it.
  func isFiller(_ word: Substring) -> Bool {
    lexicon.meanings[DateLexicon.fold(String(word))]?.allSatisfy { $0.meaning == .skip } ?? false
  }

  /// Whether a word is a weekday's full name in some language but a few.
  func names(weekday word: String, besides languages: Set<String>) -> Bool {
    lexicon.meanings[DateLexicon.fold(word)]?.contains { entry in
      guard case .weekday = entry.meaning, entry.pack >= 0 else { return false }
      return !languages.contains(lexicon.packs[entry.pack].language.primary)
    } ?? false
  }

  /// The date that a text is, and nothing besides, as far as the day.
  package func printedDate(_ text: Substring, hint: LanguageTag?) -> PostDate? {
    let parser = parser(of: text, hint: hint, limit: Self.window)
    guard let reading = parser.date(at: 0), let date = reading.date(source: .printed) else {
      return nil
    }
    let rest = parser.tokens[parser.tail(from: reading.end)...]
    return rest.allSatisfy { $0.isMark(".,)）·|") } ? date : nil
  }

  /// The date with which a text begins, and where it ends; more text may follow without a space.
  package func leadingDate(
    in text: Substring, hint: LanguageTag?
  ) -> (date: PostDate?, end: String.Index)? {
    let parser = parser(of: text, hint: hint, limit: Self.window)
    guard let reading = parser.date(at: 0), reading.isComplete,
      let date = reading.date(source: .printed)
    else { return nil }
    return (date, parser.tokens[parser.tail(from: reading.end) - 1].end)
  }

  func parser(
    of text: Substring, hint: LanguageTag?, limit: Int, strict: Bool = false
  )
    -> DateParser
  {
    var lexer = DateLexer(text, lexicon: lexicon)
    return DateParser(
      tokens: lexer.tokens(atMost: limit), lexicon: lexicon, hints: lexicon.packs(for: hint),
      isStrict: strict)
  }

  /// No date that is printed beside a post has more pieces than this.
  private static let window = 28
}
