import Languages

/// Institutions for which a noun stands: `Der Verein schrieb`, `Kulüp … yazdı`, `구단은 … 썼다`.
extension QuotationReader {
  /// The institution that a sentence names on which a cue leans, or that was named last before a place, if
  /// it was the only one there.
  ///
  /// A noun beside its name shows what it is (`rakip takım Akpınar`), or the name does (`TSV Hohlbach`).
  func institution(in support: QuotationFrame?, before start: Int) -> String? {
    let near = support.map { QuotationNames(frame: $0, lexicon: lexicon).namedPeople() } ?? []
    let here = peopleHere.filter { $0.place < start }
    for people in [near, here] + recent.suffix(Self.mostNear).reversed().map({ $0.people ?? [] }) {
      let found = people.filter { isInstitution($0) }
      guard let last = found.last else { continue }
      return found.allSatisfy { $0.name == last.name } ? last.name : nil
    }
    return nil
  }

  private func isInstitution(_ person: QuotationNames.Person) -> Bool {
    let nouns = lexicon.cues.people.collectives ?? []
    func isKind(_ word: String) -> Bool {
      QuotationNames.isCollective(word.lowercased(), nouns)
    }
    let words = person.name.split(separator: " ").map(String.init)
    return person.isInstitution || person.isArticled && person.isWhole
      || words.count > 1 && words.contains(where: isKind)
      || person.trades.contains(where: isKind) && !person.isComplement
      || words.count > 1
        && words.contains { word in
          (2...4).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
        }
  }

  /// Whether nobody who was named before wrote it: `schrieb ein Nutzer`.
  func isStranger(_ cue: QuotationFrame, _ anchor: QuotationLexicon.Hit) -> Bool {
    guard let strangers = lexicon.cues.people.strangers else { return false }
    return QuotationNames(frame: cue, lexicon: lexicon).words().contains { word in
      cue.words(between: word, and: anchor.range) <= 2
        && QuotationNames.isCollective(cue.text.string(word).lowercased(), strangers)
    }
  }

  /// `Kulüp … diye yazdı`: which one it is was said before, or nobody says it.
  func isCollective(
    _ own: QuotationNames.Name?, _ cue: QuotationFrame, _ anchor: QuotationLexicon.Hit
  ) -> Bool {
    guard let own else { return isCollective(cue, anchor) }
    return QuotationNames(frame: cue, lexicon: lexicon).isCollective(own)
  }

  /// Whether nothing but a noun for an institution stands for the author: `ідеться в дописі підприємства`.
  func isCollective(_ cue: QuotationFrame, _ anchor: QuotationLexicon.Hit) -> Bool {
    guard let collectives = lexicon.cues.people.collectives else { return false }
    let names = QuotationNames(frame: cue, lexicon: lexicon)
    return names.words().contains { word in
      cue.words(between: word, and: anchor.range) <= 2
        && QuotationNames.isCollective(cue.text.string(word).lowercased(), collectives)
        && !names.isGoverned(word)
    }
  }
}

/// What a language's cases make of an institution's name.
extension QuotationReader {
  /// The name as it stands alone: as the document has it elsewhere, else with the noun that opens it in
  /// the form that the pack has (`Ministerstwa Klimatu`).
  func nominative(_ name: String) -> String {
    let people = lexicon.cues.people
    let words = name.split(separator: " ").map(String.init)
    guard let heads = people.institutions, people.cased, people.words != nil, words.count > 1,
      !heads.contains(where: { name.hasPrefix($0 + " ") })
    else { return name }
    let known = (peopleHere + recent.flatMap { $0.people ?? [] }).first { person in
      let other = person.name.split(separator: " ").map(String.init)
      return person.isInstitution && other.count == words.count
        && zip(other, words).allSatisfy { Self.isForm($0, of: $1) }
    }
    if let known { return known.name }
    if let whole = withKnownOpening(words) { return whole }
    guard !isAgreeing(words[1]),
      let head = heads.first(where: { $0 != words[0] && Self.isForm($0, of: words[0]) })
    else { return name }
    return ([head] + words.dropFirst()).joined(separator: " ")
  }

  /// `Komenda Miejska Policji w Zalesiu`, if the document has `Komenda Miejska Policji`: what follows
  /// is the same in all cases.
  private func withKnownOpening(_ words: [String]) -> String? {
    let known = (peopleHere + recent.flatMap { $0.people ?? [] }).lazy.filter(\.isInstitution).map {
      $0.name.split(separator: " ").map(String.init)
    }.first { other in
      (2..<words.count).contains(other.count) && words[other.count].first?.isLowercase ?? false
        && zip(other, words).allSatisfy { Self.isForm($0, of: $1) }
    }
    return known.map { ($0 + words.dropFirst($0.count)).joined(separator: " ") }
  }

  /// Whether two words are one but for their endings: `Ministerstwo`, `Ministerstwa`.
  private static func isForm(_ word: String, of other: String) -> Bool {
    let common = zip(word, other).prefix { $0 == $1 }.count
    return word == other || common >= 4 && common >= word.count - 2 && other.count - common <= 3
  }

  private static let agreeing = [
    "ej", "ego", "emu", "ym", "im", "ém", "ého", "ému", "ой", "ого", "ому", "ым", "ої", "ій", "og",
    "om", "ega", "em",
  ]

  /// `Komendy Miejskiej Policji`: an adjective has the case of its noun.
  private func isAgreeing(_ word: String) -> Bool {
    Self.agreeing.contains { word.hasSuffix($0) }
  }
}

extension QuotationNames {
  /// Whether a name is but a noun for an institution.
  func isCollective(_ name: Name) -> Bool {
    guard name.words == 1, let collectives = people.collectives else { return false }
    return Self.isCollective(text.string(name.range).lowercased(), collectives)
  }

  /// `der Sprecher vom Verein`, `prezes klubu`: a noun, or a preposition of belonging, stands before it.
  func isGoverned(_ word: Range<Int>) -> Bool {
    let words = words()
    guard var index = words.firstIndex(of: word) else { return false }
    while index > 0, words[index].lowerBound - words[index - 1].upperBound == 1 {
      index -= 1
      let before = text.string(words[index]).lowercased()
      if people.genitives?.contains(before) ?? false { return true }
      guard people.articles.contains(before) else {
        if people.particles.contains(before) { return true }
        return words[index].count >= 4 && !frame.hits.contains { $0.range.overlaps(words[index]) }
      }
    }
    return false
  }

  static func isCollective(_ word: String, _ nouns: [String]) -> Bool {
    nouns.contains { noun in
      noun == word || noun.hasSuffix("*") && word.hasPrefix(noun.dropLast())
    }
  }
}
