import Languages

/// Institutions whose name begins with a noun that a list has, and goes on to the next phrase.
extension QuotationNames {
  private static let mostWords = 7

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
      trailing = text.isUpper(word.lowerBound) ? 0 : trailing + 1
      end = word.upperBound
      count += 1
    }
    if lexicon.isUnspaced {
      // The verb may stand in the same word: `เทศบาลโพสต์`.
      let cuts = frame.hits.filter { $0.sign.isNoName && $0.sign != .between }.map(
        \.range.lowerBound)
      end = cuts.filter { $0 > start + head && $0 < end }.min() ?? end
    }
    guard end > start + head, isClosed(end), !people.cased || people.isSpelledSmall || trailing <= 1
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
    return frame.hits.contains { $0.range.contains(next) }
  }
}

extension QuotationCues.People {
  /// Whether the words of an institution's name are written small (`Công an xã Phú Lương`).
  fileprivate var isSpelledSmall: Bool { particles.contains("xã") }
}
