import Languages

/// What is left of the words round a name in scripts without capital letters.
extension QuotationNames {
  private var attributeEnds: [String] { people.attributes ?? [] }

  private static let dashes: Set<UInt32> = [0x2D, 0x2013, 0x2014]

  /// The name without titles, attributes and honorifics.
  // NOTE: over 40 lines: each round may bare what the next one takes off.
  func reduced(_ range: Range<Int>) -> Name? {
    var range = text.trimmed(range)
    while let first = range.first, Self.dashes.contains(text.scalars[first]) {
      range = text.trimmed(first + 1..<range.upperBound)
    }
    if lexicon.isUnspaced {
      range = withoutNickname(range)
      // `同社`: who it is stands elsewhere.
      let whole = text.string(range)
      guard !people.pronouns.contains(where: { whole.hasSuffix($0) }) else { return nil }
    }
    let titles = (people.articles + people.roles).filter { !$0.hasPrefix("*") }
      .sorted { $0.utf8.count > $1.utf8.count }
    if people.roles.contains(text.string(range)) { return nil }
    var hasTitle = false
    var isChanged = true
    while isChanged {
      isChanged = false
      for word in titles {
        let start = range.lowerBound
        range = dropped(word, at: range, &isChanged)
        if range.lowerBound > start, people.roles.contains(word) { hasTitle = true }
      }
      for word in people.honorifics + people.articles { range = cut(word, at: range, &isChanged) }
    }
    if people.articles.contains(text.string(range)) { return nil }
    let start = range.lowerBound
    range = withoutAttributes(range)
    range = withoutRolePrefix(behindMiddleDot(range))
    range = withoutClause(range)
    let words = text.words(in: range)
    let isTitled = hasTitle || range.lowerBound > start
    // A Persian trade takes a complement, so that it shows no name.
    let shows = people.definite != nil || lexicon.isUnspaced || people.words == 2
    var weight = isTitled && shows ? words.count > 1 || lexicon.isUnspaced ? 3 : -2 : 0
    if words.count == 1, let first = words.first, isDefinite(first) { weight -= 4 }
    if let usual = people.words, words.count > usual, !isBody(words[words.count - 1]) {
      let count = length(of: words, isFirst: hasTitle && shows, usual: usual)
      if lexicon.isUnspaced {
        range = range.lowerBound..<words[count - 1].upperBound
      } else {
        // Behind a title the name begins, and other words may follow it.
        let first = hasTitle && shows ? 0 : words.count - count
        range = words[first].lowerBound..<words[first + count - 1].upperBound
      }
    }
    range = withoutAdverb(withoutTrade(range))
    range = withSurname(range) ?? range
    range = text.trimmed(range)
    guard !range.isEmpty else { return nil }
    let isUsual = lexicon.isUnspaced ? range.count <= 8 : (2...3).contains(words.count)
    weight += isUsual ? words.count == 3 && !shows ? 1 : 2 : words.count > 1 ? 1 : 0
    return Name(
      value: text.string(range), range: range, words: max(1, text.words(in: range).count),
      weight: weight)
  }

  /// How many of some words are a name: a middle name lies between two others, and initials open one.
  ///
  /// `कमला देवी त्रिपाठी`, `आर. के. तिवारी`
  private func length(of words: [Range<Int>], isFirst: Bool, usual: Int) -> Int {
    if isFirst {
      let initials = words.prefix { isInitials($0) }.count
      let isLonger =
        initials == 0 && words.count > usual
        && (isMiddleName(words[usual - 1]) || isSecondSurname(words[usual]))
      return min(words.count, initials > 1 ? initials + 1 : isLonger ? usual + 1 : usual)
    }
    let initials = words.dropLast().reversed().prefix { isInitials($0) }.count
    if initials > 0 { return initials + 1 }
    return isMiddleName(words[words.count - usual]) ? usual + 1 : usual
  }

  /// `林若宁（阿宁）`: brackets behind a name.
  private func withoutNickname(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, [0x29, 0xFF09].contains(text.scalars[last]),
      let open = range.dropFirst(2).first(where: { [0x28, 0xFF08].contains(text.scalars[$0]) })
    else { return range }
    return range.lowerBound..<open
  }

  /// Whether a word is a family name that may stand behind another one: `বসু রায়`.
  private func isSecondSurname(_ word: Range<Int>) -> Bool {
    people.surnameEndings?.contains(text.string(word)) ?? false
  }

  private func isMiddleName(_ word: Range<Int>) -> Bool {
    people.middleNames?.contains(text.string(word)) ?? false
  }

  /// Whether a word is made of initials: `वी.`, `आर.के.`.
  private func isInitials(_ word: Range<Int>) -> Bool {
    word.count <= 8 && word.last.map { text.scalars[$0] == 0x2E } ?? false
  }

  /// A noun that closes an institution's name: `लखनऊ ग्रामीण पुलिस`.
  private func isBody(_ word: Range<Int>) -> Bool {
    let word = text.string(word)
    return people.bodies?.contains { body in
      body == word || body.hasPrefix("*") && word.hasSuffix(body.dropFirst())
    } ?? false
  }

  /// `ครูเป็ด เทรนเนอร์คู่ใจ`: what a Thai is stands behind the name, a space between.
  private func withoutTrade(_ range: Range<Int>) -> Range<Int> {
    let words = text.words(in: range)
    guard lexicon.isUnspaced, words.count == 2, people.words == 2,
      people.roles.contains(where: { role in
        role.unicodeScalars.count >= 3
          && text.folded[words[1]].starts(with: QuotationParagraph.folded(role))
      })
    else { return range }
    return words[0]
  }

  /// `陶知遥也来凑热闹`: an adverb of Chinese behind a name, which opens what the person does.
  private func withoutAdverb(_ range: Range<Int>) -> Range<Int> {
    guard lexicon.isUnspaced, people.surnames != nil else { return range }
    let adverb = range.dropFirst(2).first { Self.adverbs.contains(text.scalars[$0]) }
    return adverb.map { range.lowerBound..<$0 } ?? range
  }

  /// The signs 也 則 则 卻 却 亦 昨.
  private static let adverbs: Set<UInt32> = [
    0x4E5F, 0x5247, 0x5219, 0x537B, 0x5374, 0x4EA6, 0x6628,
  ]

  /// `박도윤 청람교통공사`, `主委林火樹`: a family name opens the name, and two letters follow it.
  private func withSurname(_ range: Range<Int>) -> Range<Int>? {
    guard let surnames = people.surnames else { return nil }
    let words = text.words(in: range)
    if words.count > 1 {
      // `황보세라`: some family names have two letters.
      let long = surnames.filter { $0.unicodeScalars.count == 2 }
      let whole = words.filter { word in
        (word.count == 3 && opensName(word, surnames) || word.count == 4 && opensName(word, long))
          && !isBody(word)
      }
      return whole.count == 1 ? whole[0] : nil
    }
    // `家许砚`: what is left of a trade whose other sign is a verb (`小说家`).
    let isCut = range.count == 3 && people.roles.contains("*" + text.string(range.prefix(1)))
    if lexicon.isUnspaced, range.count > 5, !isOrganisation(range) {
      // `接到订单的餐馆老板娘文秀兰`: whatever says who it is stands before the name.
      let last = range.upperBound - 3..<range.upperBound
      return opensName(last, surnames) ? last : nil
    }
    guard lexicon.isUnspaced, range.count == 4 || isCut, !opensName(range, surnames) else {
      return nil
    }
    let tail = range.lowerBound + 1..<range.upperBound
    return opensName(tail, surnames) ? tail : nil
  }

  /// Whether Chinese words end as the name of an institution does, or hold a foreign name.
  private func isOrganisation(_ range: Range<Int>) -> Bool {
    range.contains { text.scalars[$0] == 0xB7 || text.scalars[$0] < 0x3000 }
      || people.bodies?.contains { text.string(range).hasSuffix($0) } ?? false
  }

  private func opensName(_ range: Range<Int>, _ surnames: [String]) -> Bool {
    surnames.contains { text.string(range).hasPrefix($0) }
  }

  private func dropped(_ word: String, at range: Range<Int>, _ isChanged: inout Bool) -> Range<Int>
  {
    let scalars = QuotationParagraph.folded(word)
    let end = range.lowerBound + scalars.count
    guard end < range.upperBound, Array(text.folded[range.lowerBound..<end]) == scalars,
      lexicon.isUnspaced || !text.isLetter(end)
    else { return range }
    isChanged = true
    // `डॉ.`
    let isDotted = text.scalars[end] == 0x2E && end + 1 < range.upperBound
    return text.trimmed((isDotted ? end + 1 : end)..<range.upperBound)
  }

  private func cut(_ word: String, at range: Range<Int>, _ isChanged: inout Bool) -> Range<Int> {
    let scalars = QuotationParagraph.folded(word)
    let start = range.upperBound - scalars.count
    guard start > range.lowerBound, Array(text.folded[start..<range.upperBound]) == scalars,
      lexicon.isUnspaced || text.isSpace(start - 1) || closesName(start, in: range)
    else { return range }
    isChanged = true
    return text.trimmed(range.lowerBound..<start)
  }

  /// Whether a Korean name of three letters ends at a place: `정하늬씨`.
  private func closesName(_ end: Int, in range: Range<Int>) -> Bool {
    let start = end - 3
    guard let surnames = people.surnames, start >= range.lowerBound,
      start == range.lowerBound || text.isSpace(start - 1)
    else { return false }
    return opensName(start..<end, surnames)
  }

  /// A surname with the word before it, if that may be the first name.
  func uncasedName(endingIn surname: String) -> String? {
    let words = words()
    for index in words.indices.dropFirst() where text.string(words[index]) == surname {
      guard isFree(index - 1, in: words) else { continue }
      var start = index - 1
      // `سامي بن خالد الدربي`, `سید کاوه رستگارنیا`
      while start > 0, text.isSpace(words[start].lowerBound - 1),
        words[start].lowerBound - words[start - 1].upperBound == 1,
        isParticle(words[start - 1]) || isParticle(words[start]) && isFree(start - 1, in: words)
      {
        start -= 1
      }
      return text.string(words[start].lowerBound..<words[index].upperBound)
    }
    return nil
  }

  /// Whether a word may be a first name: nothing that a list has, and directly before the next one.
  private func isFree(_ index: Int, in words: [Range<Int>]) -> Bool {
    let word = words[index]
    let isBound = index > 0 && isParticle(words[index - 1])
    return words[index + 1].lowerBound - word.upperBound == 1 && word.count >= 2
      && (isBound || !isDefinite(word)) && !isParticle(word)
      && !(people.roles + people.articles + people.honorifics).contains(text.string(word))
      && !frame.hits.contains { $0.range.overlaps(word) }
  }

  /// `النقيب البحري نادر الخطّاف`: attributes carry the article, and two words at least follow them.
  private func withoutAttributes(_ range: Range<Int>) -> Range<Int> {
    let words = text.words(in: range)
    guard people.definite != nil, words.count > 2 else { return range }
    // `عبد الله بن ناصر`: behind a particle the article is of the name.
    let attribute = words.indices.dropLast(2).last { index in
      isDefinite(words[index]) && !(index > 0 && isParticle(words[index - 1]))
    }
    guard let last = attribute.map({ words[$0] }) else { return range }
    let rest = text.trimmed(last.upperBound..<range.upperBound)
    // `المديرية العامة للأمن الوطني` is an office, not a person.
    return text.words(in: rest).first.map(isDefinite) ?? true ? range : rest
  }

  func isDefinite(_ word: Range<Int>) -> Bool {
    guard let definite = people.definite else { return false }
    let prefix = QuotationParagraph.folded(definite)
    let folded = text.folded[word]
    return word.count > prefix.count + 1
      && (folded.starts(with: prefix) || folded.starts(with: Self.toThe))
  }

  /// The Arabic article behind a preposition: `للفريق`.
  private static let toThe: [UInt32] = [0x0644, 0x0644]

  /// `指揮を執る我妻`: in Japanese a clause before a name ends in hiragana, the name begins without.
  private func withoutClause(_ range: Range<Int>) -> Range<Int> {
    guard !attributeEnds.isEmpty else { return range }
    if !lexicon.isUnspaced {
      // `국회의원인 옥지훈`: one word behind an attribute is the name.
      let words = text.words(in: range)
      let last = words.dropLast().last { word in
        attributeEnds.contains { text.string(word).hasSuffix($0) }
      }
      return last.map { text.trimmed($0.upperBound..<range.upperBound) } ?? range
    }
    let ends = Set(attributeEnds.flatMap { $0.unicodeScalars.map(\.value) })
    let last = range.dropLast(2).last { index in
      ends.contains(text.scalars[index]) && !(0x3040...0x309F).contains(text.scalars[index + 1])
    }
    return last.map { $0 + 1..<range.upperBound } ?? range
  }

  /// `女優・小野寺ひより`: a dot parts a trade in Chinese signs from the name, as it parts foreign names.
  private func behindMiddleDot(_ range: Range<Int>) -> Range<Int> {
    let dot = range.dropFirst().last { index in
      text.scalars[index] == 0x30FB && (0x4E00...0x9FFF).contains(text.scalars[index - 1])
    }
    guard lexicon.isUnspaced, let dot, dot + 1 < range.upperBound else { return range }
    return dot + 1..<range.upperBound
  }

  /// `作家の大槻`, `英国旅行作家艾琳`: in scripts without spaces a role ends in one of a few signs.
  private func withoutRolePrefix(_ range: Range<Int>) -> Range<Int> {
    let ends = Set(
      people.roles.filter { $0.hasPrefix("*") }.flatMap {
        $0.dropFirst().unicodeScalars.map(\.value)
      })
    guard !ends.isEmpty, lexicon.isUnspaced else { return range }
    let last = range.dropLast(2).last { index in
      ends.contains(text.scalars[index]) && index > range.lowerBound
    }
    return last.map { $0 + 1..<range.upperBound } ?? range
  }
}
