import Languages

/// Institutions whose name begins with a noun that a list has, and goes on to the next phrase.
extension QuotationNames {
  private static let mostWords = 7

  /// Prepositions of belonging, some of them one with an article.
  private static let genitives: Set<String> = [
    "de", "du", "des", "d", "del", "della", "dello", "dell", "dei", "degli", "delle", "di", "do",
    "da", "dos", "das",
  ]

  /// `Công ty Xe buýt Tân Hòa viết`, `Община Ново поле публикува`, `شرکت آب منطقه‌ای در کانال`.
  ///
  /// The noun opens its clause or follows a phrase, so that whoever works there is not taken for it; the
  /// name ends where a phrase, a mark or the sentence does.
  func headedInstitution() -> Name? {
    guard let heads = people.institutions else { return nil }
    let words = words()
    for head in heads {
      let scalars = head.unicodeScalars.map(\.value)
      for index in words.indices where opens(head: scalars, at: words[index].lowerBound) {
        if let name = institution(from: index, head: scalars.count, in: words) { return name }
      }
    }
    return nil
  }

  private func opens(head: [UInt32], at start: Int) -> Bool {
    let end = start + head.count
    guard end < text.scalars.count, text.scalars[start..<end].elementsEqual(head),
      lexicon.isUnspaced || text.isSpace(end), !isRolePhrase(at: start, longerThan: head.count)
    else { return false }
    var before = start
    while before > 0, text.isSpace(before - 1) { before -= 1 }
    // `la presidente della Biblioteca comunale`: who belongs to it is meant.
    let small = people.cased ? words().last { $0.upperBound == before } : nil
    if let small, !text.isUpper(small.lowerBound), people.particles.contains(text.string(small)),
      !people.articles.contains(text.string(small)) || Self.genitives.contains(text.string(small))
    {
      return false
    }
    return before == 0 || !text.isLetter(before - 1) && !text.isDigit(before - 1)
      || frame.hits.contains { $0.range.upperBound == before }
      || frame.parts.contains { $0.lowerBound >= before && $0.lowerBound <= start }
  }

  private func isRolePhrase(at start: Int, longerThan count: Int) -> Bool {
    people.roles.contains { role in
      let scalars = role.unicodeScalars.map(\.value)
      return scalars.count > count && text.scalars[start...].starts(with: scalars)
    }
  }

  private func institution(from index: Int, head: Int, in words: [Range<Int>]) -> Name? {
    let start = words[index].lowerBound
    var end = words[index].upperBound
    var count = 1
    var trailing = 0
    for word in words[(index + 1)...] {
      let gap = end..<word.lowerBound
      guard count < Self.mostWords,
        gap.allSatisfy({ text.isSpace($0) || text.scalars[$0] == 0x2D }),
        word.lowerBound < start + head || !closes(word),
        people.cased || !people.articles.contains(text.string(word))
      else { break }
      let isNoun = !text.isUpper(word.lowerBound) && word.lowerBound >= start + head
      // `ličko-senjska` is one word.
      let isJoined = text.scalars[word.lowerBound - 1] == 0x2D
      trailing = isNoun ? trailing + (isJoined ? 0 : 1) : 0
      end = word.upperBound
      count += 1
    }
    if lexicon.isUnspaced {
      // The verb may stand in the same word: `เทศบาลโพสต์`.
      let cuts = frame.hits.filter { $0.sign.isNoName && $0.sign != .between }.map(
        \.range.lowerBound)
      end = cuts.filter { $0 > start + head && $0 < end }.min() ?? end
    }
    // An auxiliary or a preposition of one or two letters: `Gasilska zveza Podgorje je`.
    while people.cased, !people.isSpelledSmall,
      let last = words.last(where: { $0.upperBound == end }),
      last.count <= 2, !text.isUpper(last.lowerBound), last.lowerBound > start + head
    {
      end = words.last { $0.upperBound < last.lowerBound }?.upperBound ?? end
      trailing = max(0, trailing - 1)
    }
    guard end > start + head, isClosed(end), !people.cased || people.isSpelledSmall || trailing <= 2
    else { return nil }
    return Name(value: text.string(start..<end), range: start..<end, words: count)
  }

  /// Whether a word belongs to a phrase that no name holds.
  private func closes(_ word: Range<Int>) -> Bool {
    frame.hits.contains { hit in
      hit.range.overlaps(word) && hit.sign.isNoName && hit.sign != .between
        && !(hit.sign == .at && hit.range.count < 2)
    }
  }

  /// Whether a phrase, a mark or nothing follows.
  private func isClosed(_ end: Int) -> Bool {
    var next = end
    while next < text.scalars.count, text.isSpace(next) { next += 1 }
    guard next < text.scalars.count, frame.parts.contains(where: { $0.contains(next) }),
      text.isLetter(next)
    else { return true }
    let behind = text.endOfWord(next) + 1
    return frame.hits.contains {
      $0.range.contains(next) || behind - next <= 3 && $0.range.contains(behind)
    }
  }
}

extension QuotationCues.People {
  /// Whether the words of an institution's name are written small (`Công an xã Phú Lương`).
  fileprivate var isSpelledSmall: Bool { particles.contains("xã") }
}
