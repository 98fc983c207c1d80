public import PostModel

/// Reads a question as people write it.
///
///     handle:nasa since:2024-01 until:2024-06 site:bbc.co.uk form:quote "space station" -has:id
///
/// Words and `"phrases"` are looked for in posts; `field:value` is a condition; of values with commas
/// between them one must hold; `-` before any of these means that it must not hold. A value or a
/// phrase that stands in quotation marks is taken as it is.
public struct QueryParser: Sendable {
  private let today: CivilDate
  private let platforms: [String: PlatformID]

  /// Reads questions as of a day, with the names that stand for platforms, in lower case.
  public init(today: CivilDate, platforms: [String: PlatformID]) {
    self.today = today
    self.platforms = platforms
  }

  /// The conditions that a text states.
  public func conditions(in text: String) throws(IndexError) -> [PostQuery.Condition] {
    var words: [String] = []
    var conditions: [PostQuery.Condition] = []
    for term in try QueryTerm.all(in: text) {
      if let field = term.field {
        conditions += try condition(term, field, text)
      } else if term.isNegated {
        conditions.append(.init(.words(term.asWords), isNegated: true))
      } else {
        words.append(term.asWords)
      }
    }
    // All words must stand in what one article shows of the post.
    if !words.isEmpty { conditions.insert(.init(.words(words.joined(separator: " "))), at: 0) }
    return conditions
  }

  /// The beginning and the end of what a date of a question means: an EDTF year, month, day or moment,
  /// an interval (`2024-01/2024-03`), a decade (`201X`), `today`, `yesterday`, or how long ago (`30d`,
  /// `2w`, `6m`, `1y`).
  public func period(_ text: String) -> (since: String?, until: String?)? {
    AskedDate(text, today: today).map { ($0.since, $0.until) }
  }

  private func condition(
    _ term: QueryTerm, _ field: QueryField, _ text: String
  ) throws(IndexError) -> [PostQuery.Condition] {
    if field == .date || field == .since || field == .until {
      return try dates(term, field, text)
    }
    return [.init(try kind(term, field, text), isNegated: term.isNegated)]
  }

  private func kind(
    _ term: QueryTerm, _ field: QueryField, _ text: String
  ) throws(IndexError) -> PostQuery.Condition.Kind {
    let values = term.values
    switch field {
    case .handle: return .handle(values.map(\.text))
    case .site: return .site(values.map(\.text))
    case .tag: return .hashtag(values.map(\.text))
    case .post: return .post(values.map(\.text))
    case .platform:
      return .platform(
        try each(values, text, "platform", platforms.keys.sorted()) { platforms[$0.lowercased()] })
    case .form:
      return .form(
        try each(values, text, "form of citation", Citation.Form.allCases.map(\.rawValue)) {
          Citation.Form(rawValue: $0.lowercased())
        })
    case .has:
      return .has(
        try each(values, text, "part of a post", PostQuery.Condition.Part.allCases.map(\.rawValue))
        {
          PostQuery.Condition.Part(rawValue: $0.lowercased())
        })
    case .lang: return .language(try each(values, text, "language tag", []) { LanguageTag($0) })
    case .articleLang:
      return .articleLanguage(try each(values, text, "language tag", []) { LanguageTag($0) })
    case .min:
      return .minimumConfidence(
        try only(term, text, "It takes a number from 0 to 1.") {
          Double($0).flatMap { (0...1).contains($0) ? $0 : nil }
        })
    case .articles:
      return .articles(
        try only(term, text, "It takes a whole number.") { Int($0).flatMap { $0 >= 0 ? $0 : nil } })
    case .cited:
      let period = try period(term, text)
      return .cited(since: period.since, until: period.until)
    case .since, .until, .date: return .words("")
    }
  }

  private func dates(
    _ term: QueryTerm, _ field: QueryField, _ text: String
  ) throws(IndexError) -> [PostQuery.Condition] {
    let period = try period(term, text)
    var conditions: [PostQuery.Condition] = []
    if field != .until, let since = period.since {
      conditions.append(.init(.since(since), isNegated: term.isNegated))
    }
    if field != .since, let until = period.until {
      conditions.append(.init(.until(until), isNegated: term.isNegated))
    }
    guard field != .date || !term.isNegated || conditions.count < 2, !conditions.isEmpty else {
      throw QueryTrouble("A period cannot be left out of the middle. Ask before and after it.")
        .error(text, term.range)
    }
    return conditions
  }

  private func period(
    _ term: QueryTerm, _ text: String
  ) throws(IndexError) -> (since: String?, until: String?) {
    let hint = "Write 2024, 2024-01, 2024-01-31, 2024-01/2024-03, 30d, 2w, 6m, 1y or today."
    return try only(term, text, "That is no date. " + hint) { self.period($0) }
  }

  private func each<Value>(
    _ values: [QueryTerm.Value], _ text: String, _ what: String, _ known: [String],
    _ read: (String) -> Value?
  ) throws(IndexError) -> [Value] {
    var result: [Value] = []
    for value in values {
      guard let read = read(value.text) else {
        throw QueryTrouble("\"\(value.text)\" is no \(what).", value.text, among: known)
          .error(text, value.range)
      }
      result.append(read)
    }
    return result
  }

  private func only<Value>(
    _ term: QueryTerm, _ text: String, _ hint: String, _ read: (String) -> Value?
  ) throws(IndexError) -> Value {
    guard term.values.count == 1, let value = term.values.first, let read = read(value.text) else {
      throw QueryTrouble(hint).error(text, term.values.first?.range ?? term.range)
    }
    return read
  }
}
