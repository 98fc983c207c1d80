import Languages

/// What the words on both sides of a name say of it.
extension QuotationNames {
  /// `El farero de Punta Morgal, Eladio Riancho, debía`: who somebody is, a comma, the name, a comma.
  func isApposed(_ name: Name) -> Bool {
    var before = name.range.lowerBound - 1
    while before >= 0, text.isSpace(before) { before -= 1 }
    let end = name.range.upperBound
    return before > 0 && text.scalars[before] == 0x2C && text.isLetter(before - 1)
      && end < text.scalars.count && text.scalars[end] == 0x2C
  }

  /// `говорителката на МВР`: a preposition stands between a trade and what it belongs to.
  func isBehindTradeAndSmallWord(_ start: Int) -> Bool {
    guard let word = words().last(where: { $0.upperBound <= start }), word.count <= 3 else {
      return false
    }
    return isBehindTrade(word.lowerBound)
  }

  /// Where the capitalised words begin of which a possessive ends directly before a place.
  func ownerStart(before place: Int) -> Int? {
    guard place >= 4, text.isSpace(place - 1), isPossessive(place - 3) else { return nil }
    var start = place - 3
    while start > 0 {
      var word = start
      while word > 0, text.isLetter(word - 1) { word -= 1 }
      guard word < start, text.isUpper(word) else { break }
      start = word
      guard start > 1, text.isSpace(start - 1), text.isLetter(start - 2) else { return start }
      start -= 1
    }
    return start < place - 3 ? start + (text.isSpace(start) ? 1 : 0) : nil
  }

  /// Where a name ends whose last word goes on behind a sign: `Meškám.sk`, `РИОСВ – Пловдив`.
  ///
  /// So does an abbreviation whose dot closes no sentence (`Malena S. in a thread`, `Vízmű Zrt. közölte`), and
  /// an authority or a club whose other name stands in marks: `ХК «Металлург»`.
  func wholeEnd(of word: Range<Int>, in run: [Range<Int>]) -> Int {
    let end = generationEnd(of: word, in: run)
    if end > word.upperBound { return end }
    if let label = frame.labels.first(where: { $0.lowerBound == end + 2 }), isKind(word),
      label.upperBound < text.scalars.count, text.isUpper(label.lowerBound)
    {
      return label.upperBound + 1
    }
    guard end + 2 < text.scalars.count, frame.parts.contains(where: { $0.contains(end + 2) }) else {
      return end
    }
    if run.count > 1, word.count <= 4, text.scalars[end] == 0x2E, text.isSpace(end + 1),
      text.isLetter(end + 2), !text.isUpper(end + 2)
    {
      return end + 1
    }
    if text.scalars[end] == 0x2E, text.isLetter(end + 1), !text.isUpper(end + 1) {
      let domain = text.endOfWord(end + 1)
      return (2...4).contains(domain - end - 1) ? domain : end
    }
    // The place of an authority, whose name is an abbreviation.
    guard text.isSpace(end), [0x2D, 0x2013].contains(text.scalars[end + 1]), text.isSpace(end + 2),
      word.count >= 3, word.allSatisfy({ text.isUpper($0) }), end + 3 < text.scalars.count,
      text.isUpper(end + 3)
    else { return end }
    let place = text.endOfWord(end + 3)
    let isOver =
      place + 1 < text.scalars.count && text.isSpace(place) && text.isLetter(place + 1)
      && !text.isUpper(place + 1)
    return isOver ? place : end
  }

  /// Where a name ends that tells father and son apart: `Walt Dunmore Jr.`, `Karel Houska st.`.
  private func generationEnd(of word: Range<Int>, in run: [Range<Int>]) -> Int {
    let end = word.upperBound
    guard let generations = people.generations, run.count > 1 else { return end }
    let last = generations.lazy.map({ $0.unicodeScalars.map(\.value) }).first { last in
      let start = end + 1
      if text.scalars[word].elementsEqual(last.dropLast()) {
        return end < text.scalars.count && text.scalars[end] == last.last
      }
      return start + last.count <= text.scalars.count && text.isSpace(end)
        && text.scalars[start..<(start + last.count)].elementsEqual(last)
        && (start + last.count == text.scalars.count || !text.isLetter(start + last.count))
    }
    guard let last else { return end }
    return text.scalars[word].elementsEqual(last.dropLast()) ? end + 1 : end + 1 + last.count
  }

  /// Whether a word says what a name in marks behind it is: an abbreviation, or a kind of institution.
  private func isKind(_ word: Range<Int>) -> Bool {
    let value = text.string(word)
    return word.count >= 2 && word.count <= 5 && word.allSatisfy { text.isUpper($0) }
      || people.institutions?.contains(value) ?? false
      || people.bodies?.contains(value.lowercased()) ?? false
  }

  /// `Directive 1` is nobody.
  func isNumbered(_ name: Name) -> Bool {
    let end = name.range.upperBound
    return end + 1 < text.scalars.count && text.isSpace(end) && text.isDigit(end + 1)
  }

  /// `de Punta Morgal`, `in Lower Wick`: a small word of the language stands directly before.
  func isComplement(_ name: Name) -> Bool {
    let start = name.range.lowerBound
    guard let word = words().last(where: { $0.upperBound <= start }),
      start - word.upperBound == 1
    else { return false }
    return people.particles.contains(text.string(word))
      || people.articles.contains(text.string(word).lowercased()) && !text.isUpper(word.lowerBound)
      || frame.hits.contains { $0.sign == .at && $0.range.upperBound == word.upperBound }
  }

  func isArticled(_ name: Name) -> Bool {
    let start = name.range.lowerBound
    guard let word = words().last(where: { $0.upperBound <= start }), start - word.upperBound == 1
    else { return false }
    return people.definites?.contains(text.string(word).lowercased()) ?? false
  }

  /// Whether a name goes on in lower case behind a preposition that is one with its article (`du`).
  func isTruncated(_ name: Name) -> Bool {
    let words = words()
    guard let index = words.firstIndex(where: { $0.upperBound == name.range.upperBound }),
      index + 2 < words.count, isSpaced(words[index], words[index + 1]),
      isSpaced(words[index + 1], words[index + 2]), !text.isUpper(words[index + 2].lowerBound)
    else { return false }
    return people.particles.contains(text.string(words[index + 1]))
      && people.contractions?.contains(text.string(words[index + 1])) ?? false
  }

  /// A name in marks behind a common noun: `ο σύλλογος «Φτερό» έγραφε`.
  func label(near anchor: QuotationLexicon.Hit) -> Name? {
    let label = frame.labels.first { label in
      guard label.lowerBound > 0, text.isUpper(label.lowerBound),
        !frame.hits.contains(where: { $0.sign.isPlatform && label.contains($0.range.lowerBound) }),
        let word = words().last(where: { $0.upperBound < label.lowerBound })
      else { return false }
      return label.lowerBound - word.upperBound <= 3 && word.count >= 4
        && !text.isUpper(word.lowerBound)
        && !frame.hits.contains { $0.range.overlaps(word) }
    }
    return label.map { Name(value: text.string($0), range: $0, words: 1) }
  }

  /// `Ronilački klub Murina`, `Confrérie des goûteurs du Revermont`: an institution, whose name has
  /// common nouns inside, directly behind the words that lead to an author.
  func institution(around name: Name) -> Name? {
    guard name.weight == 0 else { return nil }
    let words = words()
    guard let first = words.firstIndex(where: { $0.lowerBound == name.range.lowerBound }),
      let last = words.firstIndex(where: { $0.upperBound == name.range.upperBound })
    else { return nil }
    if name.range.count >= 2, (first...last).allSatisfy({ isAbbreviation(words[$0]) }),
      let place = placed(behind: last, in: words)
    {
      let range = name.range.lowerBound..<words[place].upperBound
      return Name(value: text.string(range), range: range, words: name.words + place - last)
    }
    let start = name.words > 2 ? nil : head(before: first, in: words)
    if start == nil, let body = body(behind: last, in: words) {
      let range = name.range.lowerBound..<words[body].upperBound
      return Name(value: text.string(range), range: range, words: name.words + body - last)
    }
    let end = start == nil && name.words == 1 ? tail(behind: last, in: words) : nil
    guard start != nil || end != nil, opens(words[start ?? first].lowerBound),
      closes(words[end ?? last].upperBound)
    else { return nil }
    let range = words[start ?? first].lowerBound..<words[end ?? last].upperBound
    return Name(
      value: text.string(range), range: range, words: (end ?? last) - (start ?? first) + 1)
  }

  /// The capitalised word before some common nouns before a name.
  private func head(before index: Int, in words: [Range<Int>]) -> Int? {
    var place = index - 1
    var hasNoun = false
    while place >= 0, index - place <= 4, isSpaced(words[place], words[place + 1]) {
      if text.isUpper(words[place].lowerBound) {
        let isName =
          hasNoun && !isTaken(words[place])
          && !people.roles.contains(text.string(words[place]))
        return isName ? place : nil
      }
      guard isInner(words[place], &hasNoun) else { return nil }
      place -= 1
    }
    return nil
  }

  /// The last capitalised word behind some common nouns behind a name.
  private func tail(behind index: Int, in words: [Range<Int>]) -> Int? {
    guard !people.roles.contains(text.string(words[index])) else { return nil }
    var place = index + 1
    var hasNoun = false
    while place < words.count, place - index <= 5, isSpaced(words[place - 1], words[place]) {
      if text.isUpper(words[place].lowerBound) {
        guard hasNoun, !isTaken(words[place]) else { return nil }
        var last = place
        while last + 1 < words.count, text.isUpper(words[last + 1].lowerBound),
          isSpaced(words[last], words[last + 1]), !isTaken(words[last + 1])
        {
          last += 1
        }
        return last
      }
      guard isInner(words[place], &hasNoun) else { return nil }
      place += 1
    }
    return nil
  }

  /// A noun in small letters that closes a name: `Storhöjdens skidanläggning`, `Hiirolan kaupunki`.
  private func body(behind index: Int, in words: [Range<Int>]) -> Int? {
    guard let bodies = people.bodies else { return nil }
    let noun = ((index + 1)..<min(index + 3, words.count)).first { place in
      guard isSpaced(words[place - 1], words[place]), !text.isUpper(words[place].lowerBound) else {
        return false
      }
      let word = text.string(words[place])
      return bodies.contains { $0 == word || $0.hasPrefix("*") && word.hasSuffix($0.dropFirst()) }
    }
    return noun.map { complement(behind: $0, in: words) }
  }

  /// `Krajská správa v Žiline`, `ГУ МЧС по Каменской области`: a preposition and a place behind a name
  /// belong to it where nothing follows but the words of its cue.
  func placed(behind index: Int, in words: [Range<Int>]) -> Int? {
    guard index + 2 < words.count, isSpaced(words[index], words[index + 1]),
      isSpaced(words[index + 1], words[index + 2]), words[index + 1].count <= 4,
      !text.isUpper(words[index + 1].lowerBound), text.isUpper(words[index + 2].lowerBound),
      people.articles.contains(text.string(words[index + 1]))
        || people.particles.contains(text.string(words[index + 1])), !isTaken(words[index + 2]),
      !Self.conjunctions.contains(text.string(words[index + 1])),
      !isAuxiliary(words[index + 1])
    else { return nil }
    var last = index + 2
    while !closes(words[last].upperBound), last - index < 4, last + 1 < words.count,
      isSpaced(words[last], words[last + 1]), !isTaken(words[last + 1])
    {
      last += 1
    }
    return closes(words[last].upperBound) ? last : nil
  }

  /// The last word of what a noun governs: `Štátna ochrana prírody`.
  private func complement(behind noun: Int, in words: [Range<Int>]) -> Int {
    if let place = placed(behind: noun, in: words) { return place }
    var last = noun
    while last + 1 < words.count, last - noun < 2, !closes(words[last].upperBound) {
      let word = words[last + 1]
      let isInside =
        word.lowerBound - words[last].upperBound == 1 && !isTaken(word)
        && !people.articles.contains(text.string(word))
        && !people.pronouns.contains(text.string(word))
      guard isInside else { break }
      last += 1
    }
    return closes(words[last].upperBound) ? last : noun
  }

  /// Whether a word may stand inside of an institution's name: a noun, or a preposition.
  private func isInner(_ word: Range<Int>, _ hasNoun: inout Bool) -> Bool {
    let overlapping = frame.hits.filter { $0.range.overlaps(word) }
    guard overlapping.allSatisfy({ $0.sign == .at || $0.sign == .between || $0.sign == .account })
    else { return false }
    if overlapping.isEmpty, word.count >= 4 { hasNoun = true }
    return !people.pronouns.contains(text.string(word))
  }

  private func isTaken(_ word: Range<Int>) -> Bool {
    frame.hits.contains { $0.range.overlaps(word) && $0.sign.isNoName }
  }

  private func isSpaced(_ word: Range<Int>, _ next: Range<Int>) -> Bool {
    next.lowerBound - word.upperBound == 1 && text.isSpace(word.upperBound)
  }

  /// Whether words that lead to an author end where a name begins.
  private func opens(_ start: Int) -> Bool {
    var end = start
    while end > 0, text.isSpace(end - 1) { end -= 1 }
    if end > 0, text.scalars[end - 1] == 0x2C {
      return frame.parts.contains { $0.contains(end - 1) }
    }
    let word = words().last { $0.upperBound == end }
    if let word, people.articles.contains(text.string(word).lowercased()),
      !frame.hits.contains(where: { $0.range == word && $0.sign == .at })
    {
      return opens(word.lowerBound)
    }
    return frame.hits.contains { $0.range.upperBound == end && $0.sign.leadsToAuthor }
  }

  /// Whether nothing follows a name that might belong to it.
  private func closes(_ end: Int) -> Bool {
    var next = end
    while next < text.scalars.count, text.isSpace(next) { next += 1 }
    guard next < text.scalars.count, frame.parts.contains(where: { $0.contains(next) }) else {
      return true
    }
    if !text.isLetter(next) || isAuxiliary(next..<text.endOfWord(next)) { return true }
    // `a publié`, `je objavio`
    let behind = text.endOfWord(next) + 1
    return frame.hits.contains {
      $0.range.lowerBound == next || behind - next <= 4 && $0.range.lowerBound == behind
    }
  }
}

extension QuotationLexicon.Sign {
  fileprivate var leadsToAuthor: Bool {
    switch self {
    case .writes, .says, .posts, .platform, .account, .calendar, .postNoun, .noun, .home: true
    default: false
    }
  }
}
