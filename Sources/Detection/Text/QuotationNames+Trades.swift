import Languages

/// Who is meant by a noun alone: `napsal hejtman` after `Hejtman Otakar Březinský otevřel most`.
extension QuotationNames {
  private static let farthestTrade = 60

  /// What joins two names that stand side by side, where it is a word of its own.
  static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "e", "ed", "en", "og", "och", "ja", "és", "și", "şi", "i", "a", "in",
    "ve", "και", "и", "й", "та", "і", "dan", "và",
  ]

  /// The words beside a name that may say what somebody is, in lower case.
  ///
  /// They stand before it, a comma at most between (`Wójt gminy Zalesie, Jan Kurpiel`), or behind it
  /// between commas.
  func trades(beside name: Name) -> Set<String> {
    let words = words()
    let before = lead(before: name.range.lowerBound)
    let behind = apposition(behind: name.range.upperBound)
    var trades = Set<String>()
    for word in words where word.count >= 4 {
      // What follows a name is somebody else where it is capitalised.
      let says = before.contains(word) || behind.contains(word) && !text.isUpper(word.lowerBound)
      if says { trades.insert(text.string(word).lowercased()) }
    }
    return trades
  }

  private func lead(before end: Int) -> Range<Int> {
    let limit = frame.parts.first { $0.contains(end) }?.lowerBound ?? end
    var start = end
    var hasWord = false
    while start > max(limit, end - Self.farthestTrade) {
      let index = start - 1
      if text.isLetter(index) || text.scalars[index] == 0x2D {
        hasWord = true
      } else if !text.isSpace(index), hasWord || text.scalars[index] != 0x2C {
        break
      }
      start = index
    }
    return start..<end
  }

  private func apposition(behind start: Int) -> Range<Int> {
    guard let part = frame.parts.first(where: { $0.contains(start) }), text.scalars[start] == 0x2C
    else { return start..<start }
    let limit = min(part.upperBound, start + Self.farthestTrade)
    let end = (start + 1..<max(limit, start + 1)).first { index in
      !text.isLetter(index) && !text.isSpace(index) && text.scalars[index] != 0x2D
    }
    return start..<(end ?? limit)
  }

  /// The nouns beside a verb that may stand for its author: `napsal hejtman`.
  func nouns(beside anchor: QuotationLexicon.Hit) -> [String] {
    words().filter { word in
      word.count >= 4 && frame.words(between: word, and: anchor.range) <= 2
        && !frame.hits.contains { $0.range.overlaps(word) } && isNoun(text.string(word))
    }.map { text.string($0).lowercased() }
  }

  private func isNoun(_ word: String) -> Bool {
    let lower = word.lowercased()
    return (lower == word || people.roles.contains(word))
      && !people.articles.contains(lower) && !people.pronouns.contains(lower)
      && !people.particles.contains(lower)
  }
}

extension QuotationNames.Person {
  /// Whether a noun says what this person is, endings left out of account.
  func isKnown(as noun: String, isInflected: Bool) -> Bool {
    trades.contains { Self.isSame($0, noun, isInflected) }
  }

  /// The name without a trade that opens it and that no list has, where a noun shows that it is one:
  /// `Biskop Gunnel Ekmark`, `skriver biskopen`.
  func withoutTrade(_ noun: String, isInflected: Bool) -> String? {
    let words = name.split(separator: " ")
    guard !isInstitution, words.count > 2, Self.isSame(words[0].lowercased(), noun, isInflected)
    else { return nil }
    return words.dropFirst().joined(separator: " ")
  }

  /// Whether two words are one but for their endings: `borgmester`, `borgmesteren`.
  private static func isSame(_ trade: String, _ noun: String, _ isInflected: Bool) -> Bool {
    let common = zip(trade, noun).prefix { $0 == $1 }.count
    let shorter = min(trade.count, noun.count)
    let longer = max(trade.count, noun.count)
    return common == shorter && shorter >= 4 && longer - shorter <= 2
      || isInflected && common >= 4 && common >= shorter - 2 && longer - common <= 3
  }

  /// Whether a name is but a part of what is told of somebody else: `Wójt gminy Zalesie Małe, Jan Kurpiel`.
  func isTold(of others: [QuotationNames.Person]) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    return others.contains { other in words.allSatisfy { other.trades.contains($0) } }
  }

  /// The person's whole name if it ends in a surname: of `Ana Lahav and Rui Morales` the second.
  func wholeName(endingIn surname: String) -> String? {
    isInstitution ? nil : Self.wholeName(name, endingIn: surname)
  }

  static func wholeName(_ name: String, endingIn surname: String) -> String? {
    let words = name.split(separator: " ")
    let last = words.lastIndex { QuotationNames.conjunctions.contains(String($0)) }
    let whole = words[(last.map { $0 + 1 } ?? 0)...].joined(separator: " ")
    if whole.hasSuffix(" " + surname) { return whole }
    // `Dunmore` behind `Walt Dunmore Jr.`
    guard let tail = words.last, tail.hasSuffix("."), tail.count <= 5 else { return nil }
    return whole.dropLast(tail.count + 1).hasSuffix(" " + surname) ? whole : nil
  }
}
