import Languages

/// Reads who is said to have written a quotation, as the prose names him or her.
struct QuotationNames {
  let frame: QuotationFrame
  let lexicon: QuotationLexicon

  /// A word that is no name after all.
  var passed: Range<Int>?

  var text: QuotationParagraph { frame.text }
  var people: QuotationCues.People { lexicon.cues.people }

  /// A name and where it stands.
  struct Name {
    var value: String
    var range: Range<Int>
    var words: Int
    /// How much speaks for it.
    var weight = 0
    /// Whether a trade, or what belongs to it, was cut off before the name.
    var isTitled = false
  }

  /// Somebody who is named.
  struct Person {
    var name: String
    /// Where the name begins in its paragraph.
    var place: Int
    var isWhole: Bool
    /// Whether a handle follows.
    var isMarked: Bool
    /// Whether a trade stands before the name.
    var isBehindTrade: Bool
    /// Whether the name stands between commas, behind what the person is.
    var isApposed: Bool
    /// Whether an article or a preposition leads to the name, as to a place.
    var isComplement: Bool
    /// The words beside the name that may say what the person is.
    var trades: Set<String>
    /// Whether a definite article stands directly before the name (`The Dunmere Otters`).
    var isArticled = false
    /// Whether it is an institution, whose own words say what it is.
    var isInstitution = false
  }

  /// All who are named.
  func namedPeople() -> [Person] {
    casedNames().map { name in
      Person(
        name: name.value, place: name.range.lowerBound,
        isWhole: name.words > 1 && !isNumbered(name),
        isMarked: isBeforeHandle(name.range.upperBound),
        isBehindTrade: name.isTitled || isBehindTrade(name.range.lowerBound),
        isApposed: isApposed(name), isComplement: isComplement(name), trades: trades(beside: name),
        isArticled: isArticled(name))
    }
  }

  /// The name of the author: before the verb the first one, behind it the first one that is whole.
  func author(anchor: QuotationLexicon.Hit) -> Name? {
    people.cased ? casedAuthor(anchor).map { withLabel($0) } : uncasedAuthor(anchor)
  }

  private func casedAuthor(_ anchor: QuotationLexicon.Hit) -> Name? {
    if let name = headedInstitution() { return name }
    guard let name = personalName(anchor) else { return label(near: anchor) }
    if let whole = headedInstitution(isOpen: true), whole.words > name.words,
      whole.range.contains(name.range.lowerBound), whole.range.contains(name.range.upperBound - 1)
    {
      return whole
    }
    return institution(around: name) ?? name
  }

  private func personalName(_ anchor: QuotationLexicon.Hit) -> Name? {
    let all = casedNames()
    // `Ketua RW 05 Slamet Hartadi`: what a number follows is an office, where others are named.
    let plain = all.filter { !isNumbered($0) }
    let names = plain.isEmpty ? all : plain
    if let marked = names.first(where: { isBeforeHandle($0.range.upperBound) }) { return marked }
    let part = frame.parts.first { $0.contains(anchor.range.lowerBound) } ?? 0..<0
    if isPronoun(beside: anchor) {
      // `Колин Эстридж снял шляпу: «…», — написал он`
      return names.first { $0.words > 1 && $0.range.upperBound <= part.lowerBound }
    }
    let before = names.filter {
      // A nickname in marks parts a name, and so its sentence.
      $0.range.upperBound <= anchor.range.lowerBound
        && (part.contains($0.range.lowerBound) || part.contains($0.range.upperBound - 1))
    }
    if let whole = withoutOffices(before).first(where: { $0.words > 1 }) ?? before.first {
      return whole
    }
    let behind = withoutOffices(names.filter { $0.range.lowerBound >= anchor.range.upperBound })
    if let first = behind.first, first.words > 1 || standsAlone(first) {
      // `Lutz Feddersen sieht es sportlich: „…“, so der Parteilose`
      guard isBehindArticle(first) else { return first }
      return names.first { $0.words > 1 && !isComplement($0) } ?? first
    }
    return behind.first { $0.words > 1 } ?? behind.first ?? names.first { $0.words > 1 }
      ?? names.first
  }

  /// `ministrul Sănătății, Corneliu Vrabie`: an office, a comma and then who holds it.
  private func withoutOffices(_ names: [Name]) -> [Name] {
    let offices = names.indices.filter {
      $0 + 1 < names.count && isOffice(names[$0], of: names[$0 + 1])
    }
    return names.indices.filter { !offices.contains($0) }.map { names[$0] }
  }

  private func isOffice(_ name: Name, of holder: Name) -> Bool {
    // `Primarul comunei Valea Cerbului, Iordache Mărgineanu, a transmis`
    if isEmployer(name, of: holder) || isOwner(name, of: holder) { return true }
    guard holder.words > 1, name.range.upperBound <= holder.range.lowerBound,
      name.words == 1 || name.weight > 0 || isApposed(holder) || isComplement(name)
    else {
      return false
    }
    let gap = text.scalars[name.range.upperBound..<holder.range.lowerBound]
    let words = words().filter {
      $0.lowerBound >= name.range.upperBound && $0.upperBound <= holder.range.lowerBound
    }
    return gap.first == 0x2C && words.allSatisfy { people.roles.contains(text.string($0)) }
      && (isAfterSmallWord(name.range.lowerBound) || name.weight > 0)
  }

  /// `Dunmere Rovers midfielder Kofi Ansah`: where somebody plays, a trade and the name.
  private func isEmployer(_ name: Name, of holder: Name) -> Bool {
    guard holder.words > 1, name.range.upperBound < holder.range.lowerBound else { return false }
    let between = name.range.upperBound..<holder.range.lowerBound
    let gap = words().filter { between.contains($0.lowerBound) }
    // `Sveriges tidligere stats- og utenriksminister Nils Aukrust`
    return gap.last.map { isTrade($0) } ?? false && gap.count <= 4
      && between.allSatisfy { text.isSpace($0) || text.isLetter($0) || text.scalars[$0] == 0x2D }
      && !frame.hits.contains {
        between.overlaps($0.range) && (gap.count <= 3 || $0.sign.isNoName && !$0.sign.isSmall)
      }
  }

  /// Whether a name of one word has its capital from the sentence alone, as it seems: no verb is near.
  func isOpener(_ name: Name, anchor: QuotationLexicon.Hit) -> Bool {
    guard name.words == 1, name.weight == 0 else { return false }
    let start = name.range.lowerBound
    let opens = frame.parts.contains { part in
      part.contains(start) && !(part.lowerBound..<start).contains { text.isLetter($0) }
    }
    let words = words()
    guard opens, let index = words.firstIndex(where: { $0.lowerBound == start }),
      index + 1 < words.count, words[index + 1].lowerBound - words[index].upperBound == 1
    else { return false }
    return !frame.hits.contains {
      $0.sign.isVerb && $0.range.lowerBound == words[index + 1].lowerBound
    }
      && frame.words(between: name.range, and: anchor.range) > 1
  }

  /// Whether a name opens its sentence and a verb follows: `Riistakeskus muistuttaa`.
  func isSubject(_ name: Name) -> Bool {
    opensSentence(name)
      && frame.hits.contains {
        $0.sign.isVerb && $0.range.lowerBound == name.range.upperBound + 1
      }
  }

  /// Whether a name opens its sentence and ends in marks: `ФК «Лиман» не забарився`.
  func isLabelled(_ name: Name) -> Bool {
    opensSentence(name) && frame.labels.contains { $0.upperBound + 1 == name.range.upperBound }
  }

  func opensSentence(_ name: Name) -> Bool {
    frame.parts.contains { text.trimmed($0).lowerBound == name.range.lowerBound }
  }

  /// The author if a name is left out of account.
  func author(anchor: QuotationLexicon.Hit, without name: Name) -> Name? {
    var rest = self
    rest.passed = name.range
    return rest.personalName(anchor)
  }

  /// `so der Parteilose`: one word behind an article that has its capital as all nouns have.
  func isBehindArticle(_ name: Name) -> Bool {
    guard name.words == 1,
      let word = words().last(where: { $0.upperBound <= name.range.lowerBound })
    else { return false }
    return name.range.lowerBound - word.upperBound == 1 && word.count == 3
      && people.articles.contains(text.string(word))
  }

  /// Whether a word in lower case stands before a name that is neither article nor preposition.
  func isBehindTrade(_ start: Int) -> Bool {
    guard isAfterSmallWord(start), let word = words().last(where: { $0.upperBound <= start }) else {
      return false
    }
    return word.count >= 3 && !people.articles.contains(text.string(word).lowercased())
      && !people.particles.contains(text.string(word))
      && !frame.hits.contains { $0.range.overlaps(word) && $0.sign != .noun }
  }

  /// `he wrote`, `schrieb er`: whoever it is stands elsewhere.
  func isPronoun(beside anchor: QuotationLexicon.Hit) -> Bool {
    let words = words()
    let before = words.last { $0.upperBound <= anchor.range.lowerBound }
    let behind = words.first { $0.lowerBound >= anchor.range.upperBound }
    return [before, behind].contains { word in
      guard let word, abs(word.lowerBound - anchor.range.lowerBound) < 24,
        !text.isUpper(word.lowerBound) || !isBehindCapital(word.lowerBound)
      else { return false }
      return people.pronouns.contains(text.string(word).lowercased())
    }
  }

  /// `Lam Anh viết`: a word that is a pronoun elsewhere, inside of a name.
  private func isBehindCapital(_ index: Int) -> Bool {
    guard index >= 2, text.isSpace(index - 1), text.isLetter(index - 2) else { return false }
    var start = index - 2
    while start > 0, text.isLetter(start - 1) { start -= 1 }
    return text.isUpper(start)
  }

  /// `Дмитриев, ръководител` is a name, `German politician` is none.
  private func standsAlone(_ name: Name) -> Bool {
    var next = name.range.upperBound
    guard next < text.scalars.count, text.isSpace(next) else { return true }
    while next < text.scalars.count, text.isSpace(next) { next += 1 }
    guard next < text.scalars.count, text.isLetter(next) else { return true }
    return frame.hits.contains { $0.range.lowerBound == next } || next >= frame.end
  }

  func isBeforeHandle(_ end: Int) -> Bool {
    var index = end
    while index < text.scalars.count, index < end + 4,
      text.isSpace(index)
        || [0x28, 0xFF08, 0x2C, 0x2013, 0x2014, 0x2D].contains(text.scalars[index])
    {
      index += 1
    }
    return index > end && index < text.scalars.count
      && (text.isAt(index) || text.signedHandle(at: index) != nil)
  }

  /// Whether an account with a sign of its platform's own stands in the frame.
  var namesSignedAccount: Bool {
    frame.parts.contains { part in part.contains { text.signedHandle(at: $0) != nil } }
  }

  /// The words of the frame, what stands in parentheses left out.
  func words() -> [Range<Int>] {
    var words: [Range<Int>] = []
    for part in frame.parts {
      var index = part.lowerBound
      var depth = 0
      while index < part.upperBound {
        let scalar = text.scalars[index]
        if scalar == 0x28 || scalar == 0xFF08 { depth += 1 }
        if scalar == 0x29 || scalar == 0xFF09 { depth = max(0, depth - 1) }
        if text.isAt(index) {
          index = text.endOfHandle(index)
        } else if let handle = text.signedHandle(at: index) {
          index = handle.upperBound
        } else if text.isLetter(index) || text.isDigit(index) {
          let start = index
          while index < part.upperBound,
            text.isLetter(index) || text.isDigit(index)
              || text.isInnerApostrophe(index) || text.isInnerDot(index)
          {
            index += 1
          }
          if depth == 0 { words.append(start..<index) }
        } else {
          index += 1
        }
      }
    }
    return words
  }
}

extension QuotationParagraph {
  func isSpace(of scalar: UInt32) -> Bool { Self.isSpace(scalar) }

  /// The full stop of a host that is somebody's name: `Meškám.sk`.
  func isInnerDot(_ index: Int) -> Bool {
    scalars[index] == 0x2E && index > 0 && isLetter(index - 1)
      && index + 1 < scalars.count && isLetter(index + 1) && !isUpper(index + 1)
  }

  /// The apostrophe of Ukrainian, which is a letter of the word: `Мар'яна`; so it is in the Breton `c’h`.
  func isInnerApostrophe(_ index: Int) -> Bool {
    if isBretonApostrophe(index) { return true }
    let letters: ClosedRange<UInt32> = 0x0400...0x04FF
    return [0x27, 0x2019, 0x02BC].contains(scalars[index]) && index > 0
      && letters.contains(scalars[index - 1])
      && index + 1 < scalars.count && letters.contains(scalars[index + 1])
  }
}

extension QuotationParagraph {
  private func isBretonApostrophe(_ index: Int) -> Bool {
    index > 0 && index + 1 < scalars.count && [0x27, 0x2019, 0x02BC].contains(scalars[index])
      && folded[index - 1] == 0x63 && folded[index + 1] == 0x68
  }
}

extension QuotationLexicon.Sign {
  /// Words that are names as well: Theresa May, Amal Said.
  var isCommonName: Bool { self == .calendar || self == .says || self == .writes }

  /// Words such as `in` and `the`, which names may hold (`Le Guirec`).
  var isSmall: Bool { self == .at || self == .between }

  /// Words that are no part of a name even with a capital letter.
  var isNoName: Bool {
    switch self {
    case .denies, .relative, .notPlatform, .joins, .after, .speaks, .there: false
    default: true
    }
  }
}
