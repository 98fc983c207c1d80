import ArgumentParser
import Detection
import PostModel

/// Reads dates in any language.
struct DateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Read a date in any language; one JSON line of EDTF for each.",
    discussion: """
      Reads what platforms print and what prose says, alone or within a sentence. The value is EDTF \
      (ISO 8601-2); "inferred" names the parts that were not written. A day without a year, a weekday, \
      "yesterday" are relative to --base, never to today; without it a day without a year stays \
      without one (XXXX-03-15). Clock times without a zone are passed over.

      Examples:
        roost date --lang bg --base 2025-03-18 'в публикация в X на 15 март'
        printf '%s\\n' 'Ápr 29., 2020' '2019年6月28日' | roost date -
      """)

  @Argument(help: "Dates or sentences, or - for standard input, one a line.")
  var texts: [String]

  @Option(help: ArgumentHelp("The language of the texts, as bg or pt-BR.", valueName: "tag"))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      "The day, month or year that the texts were written: YYYY-MM-DD, YYYY-MM or YYYY.",
      valueName: "date"))
  var base: String?

  @OptionGroup var languages: LanguageOptions

  mutating func validate() throws {
    _ = try (language(), baseDate())
  }

  func run() throws {
    let (language, base) = try (language(), baseDate())
    let reader = DateReader(packs: try languages.packs())
    var output = StandardOutput()
    for text in LineInput(texts) {
      let reading = reader.reading(of: text, language: language, base: base)
      try output.writeLine(DateLine(text, reading).bytes)
    }
    try output.flush()
  }

  private func language() throws -> LanguageTag? {
    guard let lang else { return nil }
    guard let tag = LanguageTag(lang) else {
      throw ValidationError("'\(lang)' is no language tag.")
    }
    return tag
  }

  private func baseDate() throws -> PostDate? {
    guard let base else { return nil }
    guard base.count <= 10, let date = MachineDate.read(base, source: .article),
      date.value == base
    else {
      throw ValidationError("--base takes YYYY-MM-DD, YYYY-MM or YYYY, not '\(base)'.")
    }
    return date
  }
}
