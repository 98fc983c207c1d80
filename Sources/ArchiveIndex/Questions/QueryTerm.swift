/// A field of the language of questions.
enum QueryField: String, CaseIterable {
  case handle, platform, since, until, date, cited, site, form, lang
  case articleLang = "article-lang"
  case min, tag, has, articles, post
}

/// One term of a question as it was written, with its place.
struct QueryTerm {
  /// A value with its place, counted in characters.
  struct Value {
    var text: String
    var range: Range<Int>
  }

  /// The field, `nil` for words.
  var field: QueryField?
  var values: [Value]
  var isNegated: Bool
  var range: Range<Int>

  /// The words as `Wording` reads them.
  var asWords: String {
    let text = values.map(\.text).joined(separator: ",")
    return text.contains(where: \.isWhitespace) ? "\"\(text)\"" : text
  }

  /// All terms of a text.
  static func all(in text: String) throws(IndexError) -> [QueryTerm] {
    var reader = QueryTermReader(text)
    var terms: [QueryTerm] = []
    while let term = try reader.next() { terms.append(term) }
    return terms
  }
}

/// Reads terms from left to right.
private struct QueryTermReader {
  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»"]
  private let text: String
  private let characters: [Character]
  private var at = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func next() throws(IndexError) -> QueryTerm? {
    while at < characters.count, characters[at].isWhitespace { at += 1 }
    guard at < characters.count else { return nil }
    let start = at
    let isNegated =
      characters[at] == "-" && at + 1 < characters.count
      && !characters[at + 1].isWhitespace
    if isNegated { at += 1 }
    if let field = try field() {
      let values = try fieldValues(field, from: start)
      return QueryTerm(field: field, values: values, isNegated: isNegated, range: start..<at)
    }
    let value = try isQuote() ? quoted() : run { $0.isWhitespace }
    return QueryTerm(field: nil, values: [value], isNegated: isNegated, range: start..<at)
  }

  /// The field whose name and colon come next, which are then taken.
  private mutating func field() throws(IndexError) -> QueryField? {
    var end = at
    while end < characters.count, characters[end].isASCII,
      characters[end].isLetter || characters[end] == "-"
    {
      end += 1
    }
    guard end > at, end < characters.count, characters[end] == ":" else { return nil }
    let name = String(characters[at..<end]).lowercased()
    guard let field = QueryField(rawValue: name) else {
      let isAddress = characters[end...].starts(with: "://")
      throw QueryTrouble(
        isAddress
          ? "Put an address in quotation marks, or ask for it by post: or site:."
          : "\"\(name)\" is no field. Put it in quotation marks to look for the words.",
        name, among: isAddress ? [] : QueryField.allCases.map(\.rawValue)
      ).error(text, at..<end)
    }
    at = end + 1
    return field
  }

  private mutating func fieldValues(
    _ field: QueryField, from start: Int
  ) throws(IndexError) -> [QueryTerm.Value] {
    var values: [QueryTerm.Value] = []
    repeat {
      let value = try isQuote() ? quoted() : run { $0.isWhitespace || $0 == "," }
      guard !value.text.isEmpty else {
        throw QueryTrouble("A value must follow \(field.rawValue): without a space.")
          .error(text, start..<max(at, start + 1))
      }
      values.append(value)
    } while takeComma()
    return values
  }

  private mutating func takeComma() -> Bool {
    guard at < characters.count, characters[at] == "," else { return false }
    at += 1
    return true
  }

  private func isQuote() -> Bool {
    at < characters.count && Self.quotes[characters[at]] != nil
  }

  private mutating func quoted() throws(IndexError) -> QueryTerm.Value {
    let start = at
    let close = Self.quotes[characters[at]]
    at += 1
    while at < characters.count, characters[at] != close { at += 1 }
    guard at < characters.count else {
      throw QueryTrouble("This quotation mark is never closed.").error(text, start..<start + 1)
    }
    at += 1
    return QueryTerm.Value(text: String(characters[start + 1..<at - 1]), range: start..<at)
  }

  private mutating func run(until isEnd: (Character) -> Bool) -> QueryTerm.Value {
    let start = at
    while at < characters.count, !isEnd(characters[at]) { at += 1 }
    return QueryTerm.Value(text: String(characters[start..<at]), range: start..<at)
  }
}

/// What is wrong at a place of a question.
struct QueryTrouble {
  private var message: String

  init(_ message: String) {
    self.message = message
  }

  /// Adds the nearest of the words that would have been right.
  init(_ message: String, _ word: String, among known: [String]) {
    self.message = message
    if let near = Spelling.nearest(to: word, among: known) {
      self.message += " Did you mean \(near)?"
    } else if !known.isEmpty, known.count < 20 {
      self.message += " Known are \(known.joined(separator: ", "))."
    }
  }

  /// The error, which shows the question with carets under the place.
  func error(_ text: String, _ range: Range<Int>) -> IndexError {
    let characters = Array(text).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let before = characters[..<min(range.lowerBound, characters.count)].reduce(0) {
      $0 + Self.columns($1)
    }
    let under = characters[
      min(range.lowerBound, characters.count)..<min(range.upperBound, characters.count)
    ]
    .reduce(0) { $0 + Self.columns($1) }
    let carets =
      String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
    return IndexError(.invalidQuery, "\(message)\n  \(String(characters))\n  \(carets)")
  }

  /// East Asian signs take two columns.
  private static func columns(_ character: Character) -> Int {
    character.unicodeScalars.first.map {
      (0x1100...0xFFDC).contains($0.value) && $0.value != 0x2026
        && !(0x1E00...0x2E7F).contains($0.value) ? 2 : 1
    } ?? 1
  }
}
