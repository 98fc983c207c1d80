package import Languages
package import PostModel

/// Reads the days that a line of text names, be it a date alone or a sentence.
package struct DateReader: Sendable {
  /// A date and where it stands, in Unicode code points.
  package struct Found: Sendable {
    /// The date; its source says whether it was the whole text (`printed`) or said in it (`prose`).
    package var date: PostDate
    /// Its place, end exclusive.
    package var range: Range<Int>
  }

  /// What was read.
  package enum Reading: Sendable {
    /// The dates in the order of the text, one at least.
    case dates([Found])
    /// A day that is named relative to another one, which is not known.
    case relative
    /// Nothing that is a date.
    case none
  }

  private let scanner: DateScanner

  /// Compiles the packs; make one reader and share it.
  package init(packs: [LanguagePack]) {
    scanner = DateScanner(packs: packs)
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: A date as platforms print it, one for machines, or prose.
  ///   - language: The language, which decides where languages disagree.
  ///   - base: The day, month or year that days without a year, weekdays and `yesterday` are
  ///     relative to. Without it a day without a year stays without one: `XXXX-03-15`.
  /// - Returns: The dates, or what kept them from being read.
  package func reading(
    of text: String, language: LanguageTag?, base: PostDate?
  ) -> Reading {
    if let whole = whole(text, language) {
      return .dates([Found(date: whole, range: 0..<text.unicodeScalars.count)])
    }
    let named = scanner.proseDates(
      in: text[...], language: language, base: base, leavesYearOpen: base == nil)
    guard named.isEmpty else {
      return .dates(
        named.map { Found(date: $0.date, range: Self.codePoints(of: $0.range, in: text)) })
    }
    let isRelative = !scanner.proseDates(in: text[...], language: language, base: Self.anyDay)
      .isEmpty
    return isRelative ? .relative : .none
  }

  private func whole(_ text: String, _ language: LanguageTag?) -> PostDate? {
    let printed = scanner.printedDate(text[...], hint: language)
    guard printed == nil || text.contains(Self.clock) else { return printed }
    return MachineDate.read(text, source: .printed) ?? printed
  }

  /// A time that is written for machines is kept; what platforms print has no zone.
  private static var clock: Regex<Substring> { /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/ }

  private static func codePoints(of range: Range<String.Index>, in text: String) -> Range<Int> {
    let scalars = text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return start..<start + scalars.distance(from: range.lowerBound, to: range.upperBound)
  }

  /// Some day, to see whether a base is all that is missing.
  private static let anyDay = PostDate(value: "2000-06-15", precision: .day, source: .article)
}
