import Languages

/// Institutions whose name begins with a noun that a list has, and goes on to the next phrase.
extension QuotationNames {
  private static let mostWords = 7

  /// `Công ty Xe buýt Tân Hòa viết`, `Община Ново поле публикува`, `شرکت آب منطقه‌ای در کانال`.
  ///
  /// The noun opens its clause or follows a phrase, so that whoever works there is not taken for it; the
  /// name ends where a phrase, a mark or the sentence does.
  ///
  /// `isOpen` lets other words follow, where a capital or a finite verb shows the end: `Polisen i Dalarna
  /// ryckte ut`, `Družba za avtoceste je resnejša`.
  func headedInstitution(isOpen: Bool = false) -> Name? {
    guard let heads = people.institutions else { return nil }
    let words = words()
    for head in heads {
      let scalars = head.unicodeScalars.map(\.value)
      for index in words.indices {
        let start = start(of: scalars, in: words[index])
        guard opens(head: scalars, at: start) else { continue }
        let rest = start..<(start + scalars.count)
        let name =
          institution(from: index, head: rest, in: words)
          ?? (isOpen ? openInstitution(from: index, head: rest, in: words) : nil)
          ?? (isOpen ? wholeHead(head, rest) : nil)
        if let name { return name }
      }
    }
    return nil
  }

  /// The noun that opens an institution's name and the word behind it, in scripts that do not show where
  /// the name ends: `ברכבת הצפון בחרו בהומור`.
  func shortInstitution() -> Name? {
    guard !people.cased, !lexicon.isUnspaced, let name = headedInstitution() else { return nil }
    let words = text.words(in: name.range)
    guard words.count > 3 else { return name }
    let range = words[0].lowerBound..<words[1].upperBound
    return Name(value: text.string(range), range: range, words: 2)
  }

  /// The institution that is named, as somebody whom its own nouns may stand for.
  func namedInstitution() -> Person? {
    guard let name = headedInstitution(isOpen: true), name.words > 1 else { return nil }
    let nouns = text.words(in: name.range).map { text.string($0).lowercased() }
    return Person(
      name: name.value, place: name.range.lowerBound, isWhole: false, isMarked: false,
      isBehindTrade: false, isApposed: false, isComplement: false,
      trades: Set(nouns.filter { $0.count >= 4 }), isInstitution: true)
  }

  /// Where a head may begin in a word: behind letters that are glued before it (`ברכבת`), else with it.
  private func start(of head: [UInt32], in word: Range<Int>) -> Int {
    guard people.definite != nil, word.count > head.count, !isDefinite(word) else {
      return word.lowerBound
    }
    let start = word.upperBound - head.count
    return start - word.lowerBound <= 2 && !head.contains(0x20)
      && text.scalars[start..<word.upperBound].elementsEqual(head)
      && (word.lowerBound..<start).allSatisfy { lexicon.isPrefix(text.folded[$0]) }
      ? start : word.lowerBound
  }

  /// The name up to a finite verb, or to its last capital.
  private func openInstitution(
    from index: Int, head: Range<Int>, in words: [Range<Int>]
  ) -> Name? {
    guard people.cased else { return nil }
    var last: Int?
    for place in words.indices.dropFirst(index + 1).prefix(Self.mostWords - 1) {
      let isSpaced = words[place].lowerBound - words[place - 1].upperBound == 1
      if isSpaced, isAuxiliary(words[place]) {
        last = place - 1
        break
      }
      guard isSpaced, words[place].lowerBound < head.upperBound || !closes(words[place]) else {
        break
      }
      if text.isUpper(words[place].lowerBound) { last = place }
    }
    guard let last, last >= index, words[last].upperBound > head.upperBound,
      (head.lowerBound..<words[last].upperBound).contains(where: { text.isUpper($0) }),
      !people.particles.contains(text.string(words[last]))
    else { return nil }
    let range = head.lowerBound..<words[last].upperBound
    return Name(value: text.string(range), range: range, words: last - index + 1)
  }

  /// `Statens vegvesen melder`: a head of several words that is a name by itself.
  private func wholeHead(_ head: String, _ range: Range<Int>) -> Name? {
    let words = text.words(in: range)
    guard people.cased, words.count > 1, let last = words.last, last.count > 2,
      head.first?.isUppercase ?? false
    else { return nil }
    return Name(value: text.string(range), range: range, words: words.count)
  }

  /// Whether a word is a finite verb in small letters that no name holds.
  func isAuxiliary(_ word: Range<Int>) -> Bool {
    people.auxiliaries?.contains(text.string(word)) ?? false
  }

  private func opens(head: [UInt32], at start: Int) -> Bool {
    let end = start + head.count
    guard end < text.scalars.count, isHead(head, at: start),
      lexicon.isUnspaced || text.isSpace(end), !isRolePhrase(at: start, longerThan: head.count)
    else { return false }
    var before = start
    while people.definite != nil, before > 0, lexicon.isPrefix(text.folded[before - 1]) {
      before -= 1
    }
    while before > 0, text.isSpace(before - 1) { before -= 1 }
    // `la presidente della Biblioteca comunale`: who belongs to it is meant.
    let small = people.cased ? words().last { $0.upperBound == before } : nil
    if let small, !text.isUpper(small.lowerBound), people.particles.contains(text.string(small)),
      !people.articles.contains(text.string(small))
        || people.genitives?.contains(text.string(small)) ?? false
    {
      return false
    }
    return before == 0 || !text.isLetter(before - 1) && !text.isDigit(before - 1)
      || frame.hits.contains { $0.range.upperBound == before }
      || frame.parts.contains { $0.lowerBound >= before && $0.lowerBound <= start }
  }

  /// Whether a head stands at a place, or stands there in small letters behind an article with nothing
  /// before it that it might belong to: `s’agace la préfecture de la Vouge`, `el ayuntamiento de Soto`.
  private func isHead(_ head: [UInt32], at start: Int) -> Bool {
    let range = start..<(start + head.count)
    if text.scalars[range].elementsEqual(head) { return true }
    // `la asociación Amigos del Silencio`: the name itself has its capitals.
    guard people.cased, people.genitives != nil, text.scalars[start] == text.folded[start],
      range.upperBound + 1 < text.scalars.count, !text.isUpper(range.upperBound + 1),
      text.folded[range].elementsEqual(head.map { QuotationParagraph.folded($0) })
    else { return false }
    let words = words()
    guard let article = words.last(where: { $0.upperBound <= start }),
      start - article.upperBound <= 1, people.articles.contains(text.string(article).lowercased())
    else { return false }
    let before = words.last { $0.upperBound <= article.lowerBound }
    return !(before.map { people.particles.contains(text.string($0)) } ?? false)
  }

  private func isRolePhrase(at start: Int, longerThan count: Int) -> Bool {
    people.roles.contains { role in
      let scalars = role.unicodeScalars.map(\.value)
      return scalars.count > count && text.scalars[start...].starts(with: scalars)
    }
  }

  private func institution(
    from index: Int, head: Range<Int>, in words: [Range<Int>]
  ) -> Name? {
    let start = head.lowerBound
    var end = words[index].upperBound
    var count = 1
    var trailing = 0
    for word in words[(index + 1)...] {
      let gap = end..<word.lowerBound
      guard count < Self.mostWords,
        gap.allSatisfy({ text.isSpace($0) || [0x2D, 0x27, 0x2019].contains(text.scalars[$0]) }),
        word.lowerBound < head.upperBound || !closes(word) && !isAuxiliary(word),
        people.cased || !people.articles.contains(text.string(word))
      else { break }
      let isNoun = !text.isUpper(word.lowerBound) && word.lowerBound >= head.upperBound
      // `ličko-senjska` is one word.
      let isJoined = text.scalars[word.lowerBound - 1] == 0x2D
      trailing = isNoun ? trailing + (isJoined ? 0 : 1) : 0
      end = word.upperBound
      count += 1
    }
    end = cut(behind: head.upperBound, before: end)
    // An auxiliary or a preposition of one or two letters: `Gasilska zveza Podgorje je`.
    while people.cased, !people.isSpelledSmall,
      let last = words.last(where: { $0.upperBound == end }),
      last.count <= 2, !text.isUpper(last.lowerBound), last.lowerBound > head.upperBound
    {
      end = words.last { $0.upperBound < last.lowerBound }?.upperBound ?? end
      trailing = max(0, trailing - 1)
    }
    guard end > head.upperBound, isClosed(end),
      !people.cased || people.isSpelledSmall || trailing <= 2
        || trailing <= 5 && closesSentence(start..<end)
    else { return nil }
    guard isNamed(start..<end) else { return nil }
    return Name(value: text.string(start..<end), range: start..<end, words: count)
  }

  /// `objavila je na Instagramu Udruga za zaštitu starih mlinova.`: a capital that no sentence begins
  /// with, and nothing follows.
  private func closesSentence(_ range: Range<Int>) -> Bool {
    guard text.isUpper(range.lowerBound),
      frame.hits.contains(where: { $0.range.upperBound == range.lowerBound - 1 })
    else { return false }
    var next = range.upperBound
    while next < text.scalars.count, text.isSpace(next) { next += 1 }
    return next == text.scalars.count || [0x2E, 0x21].contains(text.scalars[next])
  }

  /// A noun in small letters is a name only with a capital behind it.
  private func isNamed(_ range: Range<Int>) -> Bool {
    !people.cased || text.scalars[range.lowerBound] != text.folded[range.lowerBound]
      || range.contains { text.isUpper($0) }
  }

  /// Where a phrase cuts a word of a script without spaces, for the verb may stand in it: `เทศบาลโพสต์`.
  private func cut(behind head: Int, before end: Int) -> Int {
    guard lexicon.isUnspaced else { return end }
    let cuts = frame.hits.filter { $0.sign.isNoName && $0.sign != .between }
      .map(\.range.lowerBound)
    return cuts.filter { $0 > head && $0 < end }.min() ?? end
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
    let word = next..<text.endOfWord(next)
    let isOver = !people.cased && people.articles.contains(text.string(word)) || isAuxiliary(word)
    let behind = word.upperBound + 1
    return isOver
      || frame.hits.contains {
        $0.range.contains(next) || behind - next <= 3 && $0.range.contains(behind)
      }
  }
}

extension QuotationCues.People {
  /// Whether the words of an institution's name are written small (`Công an xã Phú Lương`).
  fileprivate var isSpelledSmall: Bool { particles.contains("xã") }
}
