import Languages
import PostModel

/// Reads dates from the pieces of a text.
struct DateParser {
  let tokens: [DateToken]
  let lexicon: DateLexicon
  /// The packs whose meaning of a word wins.
  let hints: Set<Int>
  /// Whether words of other packs mean nothing.
  let isStrict: Bool

  /// The longest phrase at a place that means something.
  func phrase(at index: Int) -> (entries: [DateLexicon.Entry], end: Int)? {
    guard index < tokens.count, let word = tokens[index].word else { return nil }
    if let found = phrase(word, at: index) { return found }
    guard let apostrophe = word.firstIndex(of: "'") else { return nil }
    // `d'hier`, `dell'altro ieri`
    let rest = String(word[word.index(after: apostrophe)...])
    if let found = phrase(rest, at: index), found.entries.contains(where: { $0.meaning != .skip }) {
      return found
    }
    // `Mart'ta`
    return entries(of: String(word[..<apostrophe])).map { ($0, index + 1) }
  }

  private func phrase(
    _ word: String, at index: Int
  ) -> (entries: [DateLexicon.Entry], end: Int)? {
    guard let most = lexicon.phraseLengths[word] else { return nil }
    var key = word
    var found = entries(of: key).map { ($0, index + 1) }
    var next = index + 1
    for _ in 1..<max(most, 1) {
      guard next < tokens.count else { break }
      // `segunda-feira`
      if tokens[next].isMark("-"), tokens[next].isGlued, next + 1 < tokens.count { next += 1 }
      guard let word = tokens[next].word else { break }
      key += " " + word
      next += 1
      if let entries = entries(of: key) { found = (entries, next) }
    }
    return found
  }

  /// Where some letters end that begin at a place, however they are cut into pieces: `日前`.
  func end(of words: String, from index: Int) -> Int? {
    var read = ""
    for next in index..<min(index + 12, max(tokens.count, index)) {
      guard let word = tokens[next].word else { return nil }
      if !read.isEmpty, !tokens[next].isGlued || !(word.unicodeScalars.first?.isUnspaced ?? false) {
        read += " "
      }
      read += word
      if read == words { return next + 1 }
      guard words.utf8.starts(with: read.utf8) else { return nil }
    }
    return nil
  }

  private func entries(of key: String) -> [DateLexicon.Entry]? {
    guard let entries = lexicon.meanings[key] else { return nil }
    guard isStrict else { return entries }
    let own = entries.filter { $0.pack < 0 || hints.contains($0.pack) }
    return own.isEmpty ? nil : own
  }

  /// Whether the phrase may mean something.
  func means(_ index: Int, _ test: (DateLexicon.Meaning) -> Bool) -> Int? {
    guard let phrase = phrase(at: index), phrase.entries.contains(where: { test($0.meaning) })
    else { return nil }
    return phrase.end
  }

  /// Reads the date that begins at a piece; words that may stand before a date are passed over.
  func date(at index: Int) -> DateReading? {
    numericDate(at: index) ?? namedDate(at: index, skippingWeekdays: true)
      ?? namedDate(at: index, skippingWeekdays: false)
  }

  /// The place after what may follow a date: `г.`, `at 4:08 PM`, `um 11:43 PDT`.
  func tail(from end: Int, dottedClock: Bool = false) -> Int {
    var end = end
    while let next = means(end, { $0 == .closer }) {
      end = next
      if end < tokens.count, tokens[end].isMark("."), tokens[end].isGlued { end += 1 }
    }
    return clock(from: end) ?? end
  }

  private func clock(from start: Int) -> Int? {
    var index = start
    var passed = 0
    while passed < 4, index < tokens.count {
      if let after = afterClock(index) { return clockWords(from: after) }
      if tokens[index].isMark(",.·|-–—:") {
        index += 1
      } else if let next = means(index, { $0 == .skip || $0 == .clockWord }) {
        index = next
      } else {
        return nil
      }
      passed += 1
    }
    return nil
  }

  /// The place after `16:08`, `6.50`, `15h32`.
  private func afterClock(_ index: Int) -> Int? {
    if tokens[index].kind == .clock { return index + 1 }
    guard index + 2 < tokens.count, let hour = tokens[index].number, hour.digits <= 2,
      hour.value < 24, tokens[index + 1].isGlued, tokens[index + 2].isGlued,
      let minute = tokens[index + 2].number, minute.digits == 2, minute.value < 60
    else { return nil }
    return tokens[index + 1].isMark(".") || tokens[index + 1].word == "h" ? index + 3 : nil
  }

  private func clockWords(from start: Int) -> Int {
    var end = start
    while let next = means(end, { $0 == .clockWord }) { end = next }
    // `(PDT időzóna szerint)`
    if end + 1 < tokens.count, tokens[end].isMark("("), means(end + 1, { $0 == .clockWord }) != nil,
      let close = tokens[end..<min(end + 6, tokens.count)].firstIndex(where: { $0.isMark(")") })
    {
      return close + 1
    }
    return end
  }
}
