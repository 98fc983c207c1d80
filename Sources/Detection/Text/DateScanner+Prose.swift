import Languages
package import PostModel

extension DateScanner {
  /// The days that a piece of prose names, in its own order.
  ///
  /// A day without a year, a weekday, `yesterday` are read relative to `base`, the article's date,
  /// never to today; without a base they are left out, but for days without a year where
  /// `leavesYearOpen` asks for `XXXX-03-15`. What was inferred is said in the date.
  package func proseDates(
    in text: Substring, language: LanguageTag?, base: PostDate?, leavesYearOpen: Bool = false
  ) -> [(range: Range<String.Index>, date: PostDate)] {
    let parser = parser(of: text, hint: language, limit: .max, strict: language != nil)
    let reader = ProseDateReader(parser: parser, base: base, leavesYearOpen: leavesYearOpen)
    var found: [(range: Range<String.Index>, date: PostDate)] = []
    var index = 0
    while index < parser.tokens.count {
      if let (date, first, end) = reader.date(at: index) {
        found.append((parser.tokens[first].start..<parser.tokens[end - 1].end, date))
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }
}
