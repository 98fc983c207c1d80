import Languages

/// Names in scripts without capital letters.
extension QuotationNames {
  private var text: QuotationParagraph { frame.text }
  private var people: QuotationCues.People { lexicon.cues.people }

  func uncasedAuthor(_ anchor: QuotationLexicon.Hit) -> Name? {
    let names = regions(anchor).compactMap { region in
      reduced(text.trimmed(region)).flatMap { $0.value.unicodeScalars.count > 1 ? $0 : nil }
    }
    if markedEnd() != nil || !people.subjects.isEmpty || lexicon.isUnspaced { return names.first }
    return names.first { $0.words > 1 } ?? names.first
  }

  /// Where the name may stand, the likeliest first.
  private func regions(_ anchor: QuotationLexicon.Hit) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    if let end = markedEnd() { regions.append(clauseStart(before: end)..<end) }
    if !people.subjects.isEmpty {
      return regions + frame.parts.compactMap { subject(in: $0) }
    }
    if let part = frame.parts.first(where: { $0.contains(anchor.range.lowerBound) }) {
      let verb = startOfWord(anchor.range.lowerBound, from: part.lowerBound)
      let before = part.lowerBound..<firstStop(part.lowerBound..<verb)
      let behind = anchor.range.upperBound..<firstStop(anchor.range.upperBound..<part.upperBound)
      regions += [before, behind]
      // `نشر اللاعب سامر الحلو … وعلق`: an earlier verb may have the name.
      for hit in frame.hits where hit.sign.isVerb && hit.range.upperBound <= verb {
        regions.append(hit.range.upperBound..<firstStop(hit.range.upperBound..<part.upperBound))
      }
      regions += chunks(anchor.range.upperBound..<part.upperBound)
      regions += tails(anchor.range.upperBound..<part.upperBound)
    }
    return regions + frame.parts.map { $0.lowerBound..<firstStop($0) }
  }

  /// Where a name ends that a handle follows.
  private func markedEnd() -> Int? {
    for part in frame.parts {
      guard let at = part.first(where: { text.scalars[$0] == 0x40 || text.scalars[$0] == 0xFF20 })
      else { continue }
      var end = at
      while end > part.lowerBound, !text.isLetter(end - 1) { end -= 1 }
      return end > part.lowerBound ? end : nil
    }
    return nil
  }

  private func clauseStart(before end: Int) -> Int {
    let part = frame.parts.first { $0.lowerBound < end && end <= $0.upperBound } ?? 0..<end
    var start = part.lowerBound
    for index in part.lowerBound..<end where isComma(index) { start = index + 1 }
    for hit in frame.hits where hit.range.upperBound <= end && hit.range.lowerBound >= start {
      if hit.sign.isVerb || hit.sign == .calendar { start = max(start, hit.range.upperBound) }
    }
    return start
  }

  /// The comma-separated pieces of a range that hold no cue: `…, נפתלי אוחנה`.
  private func chunks(_ range: Range<Int>) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isComma(index) || isStop(index) || index == range.upperBound - 1 {
      let piece = start..<(isComma(index) || isStop(index) ? index : index + 1)
      if firstStop(piece) == piece.upperBound { pieces.append(piece) }
      start = index + 1
    }
    return pieces.filter { piece in piece.contains { text.isLetter($0) } }
  }

  /// What follows the last cue of a range: `כתבה אתמול בפייסבוק יעל ברנדיס`.
  private func tails(_ range: Range<Int>) -> [Range<Int>] {
    let last = frame.hits.filter { range.contains($0.range.lowerBound) && $0.sign.closesName }
      .map(\.range.upperBound).max()
    guard let last, last < range.upperBound else { return [] }
    return chunks(last..<range.upperBound)
  }

  private func isStop(_ index: Int) -> Bool { [0x2E, 0x3002].contains(text.scalars[index]) }

  private func isComma(_ index: Int) -> Bool {
    [0x2C, 0x060C, 0x3001, 0xFF0C, 0x3A, 0xFF1A, 0x2013, 0x2014].contains(text.scalars[index])
  }

  /// Where a name must have ended: at a comma, a digit, a bracket or a cue.
  private func firstStop(_ range: Range<Int>) -> Int {
    let range = text.trimmed(range)
    let mark = range.first { index in
      isComma(index) || isStop(index) || text.isDigit(index)
        || [0x28, 0xFF08, 0x40, 0x22, 0x201C].contains(text.scalars[index])
    }
    let cue = frame.hits.filter {
      range.contains($0.range.lowerBound) && $0.sign.closesName
    }.map { startOfWord($0.range.lowerBound, from: range.lowerBound) }.min()
    return min(mark ?? range.upperBound, cue ?? range.upperBound)
  }

  /// Where the word begins of which a cue is a part: `فنشرت`.
  private func startOfWord(_ index: Int, from limit: Int) -> Int {
    var start = index
    while !lexicon.isUnspaced, start > limit, text.isLetter(start - 1) { start -= 1 }
    return start
  }

  /// The words before a particle that closes the subject: `…さんは`, `…가`, `… ने`.
  private func subject(in part: Range<Int>) -> Range<Int>? {
    var start = part.lowerBound
    for index in part {
      if isComma(index) { start = index + 1 }
      for particle in people.subjects {
        let scalars = particle.unicodeScalars.map(\.value)
        let end = index + scalars.count
        guard end <= part.upperBound, Array(text.scalars[index..<end]) == scalars else { continue }
        let isClosed = lexicon.isUnspaced || end == part.upperBound || !text.isLetter(end)
        let isOpen =
          particle.hasPrefix(" ") || index > start && text.isLetter(index - 1)
          || text.scalars[max(index - 1, 0)] == 0xFF09 || text.scalars[max(index - 1, 0)] == 0x29
        if isClosed, isOpen, index > start + 1 { return start..<firstBracket(start..<index) }
      }
    }
    return nil
  }

  private func firstBracket(_ range: Range<Int>) -> Int {
    range.first { [0x28, 0xFF08].contains(text.scalars[$0]) } ?? range.upperBound
  }

  /// The name without titles, attributes and honorifics.
  private func reduced(_ range: Range<Int>) -> Name? {
    var range = range
    let titles = (people.articles + people.roles).filter { !$0.hasPrefix("*") }
      .sorted { $0.utf8.count > $1.utf8.count }
    if people.roles.contains(text.string(range)) { return nil }
    var isChanged = true
    while isChanged {
      isChanged = false
      for word in titles {
        range = dropped(word, at: range, &isChanged)
      }
      for word in people.honorifics + people.articles { range = cut(word, at: range, &isChanged) }
    }
    range = withoutAttributes(range)
    range = withoutRolePrefix(range)
    let words = text.words(in: range)
    if let count = people.words, words.count > count {
      if lexicon.isUnspaced {
        range = range.lowerBound..<words[count - 1].upperBound
      } else {
        range = words[words.count - count].lowerBound..<range.upperBound
      }
    }
    range = text.trimmed(range)
    guard !range.isEmpty else { return nil }
    return Name(value: text.string(range), range: range, words: max(1, text.words(in: range).count))
  }

  private func dropped(_ word: String, at range: Range<Int>, _ isChanged: inout Bool) -> Range<Int>
  {
    let scalars = QuotationParagraph.folded(word)
    let end = range.lowerBound + scalars.count
    guard end < range.upperBound, Array(text.folded[range.lowerBound..<end]) == scalars,
      lexicon.isUnspaced || !text.isLetter(end)
    else { return range }
    isChanged = true
    return text.trimmed(end..<range.upperBound)
  }

  private func cut(_ word: String, at range: Range<Int>, _ isChanged: inout Bool) -> Range<Int> {
    let scalars = QuotationParagraph.folded(word)
    let start = range.upperBound - scalars.count
    guard start > range.lowerBound, Array(text.folded[start..<range.upperBound]) == scalars,
      lexicon.isUnspaced || text.isSpace(start - 1)
    else { return range }
    isChanged = true
    return text.trimmed(range.lowerBound..<start)
  }

  /// `النقيب البحري نادر الخطّاف`: attributes carry the article, and two words at least follow them.
  private func withoutAttributes(_ range: Range<Int>) -> Range<Int> {
    guard let definite = people.definite else { return range }
    let prefix = QuotationParagraph.folded(definite)
    let words = text.words(in: range)
    guard words.count > 2 else { return range }
    let last = words.dropLast(2).last { word in
      word.count > prefix.count + 1
        && Array(text.folded[word.prefix(prefix.count)]) == prefix
    }
    return last.map { text.trimmed($0.upperBound..<range.upperBound) } ?? range
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

extension QuotationParagraph {
  /// The words of a range, joiners inside of them.
  func words(in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if isSpace(index) {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, !isSpace(index) { index += 1 }
      words.append(start..<index)
    }
    return words
  }
}

extension QuotationLexicon.Sign {
  fileprivate var isVerb: Bool {
    switch self {
    case .writes, .says, .posts: true
    default: false
    }
  }

  fileprivate var closesName: Bool {
    switch self {
    case .writes, .says, .posts, .at, .calendar, .account, .platform, .noun, .postNoun, .relative:
      true
    default: false
    }
  }
}
