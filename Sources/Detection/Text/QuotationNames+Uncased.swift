import Languages

/// Names in scripts without capital letters.
extension QuotationNames {
  func uncasedAuthor(_ anchor: QuotationLexicon.Hit) -> Name? {
    if let end = markedEnd(), let name = reduced(clauseStart(before: end)..<end) { return name }
    if var name = headedInstitution() {
      name.weight = 3
      return name
    }
    if !people.subjects.isEmpty {
      return frame.parts.lazy.compactMap { subjectName(in: $0) }.first ?? labelled()
    }
    if let name = labelled() { return name }
    var best: Name?
    for region in regions(anchor) {
      guard var name = reduced(text.trimmed(region)), name.range.count(where: text.isLetter) > 1
      else {
        continue
      }
      name.weight += adjacency(of: region, anchor)
      if isApposition(text.trimmed(region)) || isOffice(text.trimmed(region)) { name.weight -= 3 }
      if name.weight > best?.weight ?? -.max { best = name }
    }
    return best
  }

  /// `بهمن رادفر، کارشناس حیات وحش، …`: a trade between commas says what the one before it is.
  private func isApposition(_ region: Range<Int>) -> Bool {
    var before = region.lowerBound - 1
    while before > 0, text.isSpace(before) { before -= 1 }
    guard people.definite == nil, before > 0, isComma(before), text.scalars[before] != 0x3A else {
      return false
    }
    return startsWithRole(region)
  }

  private func startsWithRole(_ region: Range<Int>) -> Bool {
    people.roles.contains { role in
      let scalars = QuotationParagraph.folded(role)
      return text.folded[region].starts(with: scalars)
        && (region.count == scalars.count || text.isSpace(region.lowerBound + scalars.count))
    }
  }

  /// `فرماندار دشت نیلوفر، بهمن صفاری‌نیا، …`: a trade and its place, a comma, and then who holds it.
  private func isOffice(_ region: Range<Int>) -> Bool {
    guard !lexicon.isUnspaced, region.upperBound + 2 < text.scalars.count,
      [0x2C, 0x060C].contains(text.scalars[region.upperBound]), startsWithRole(region),
      let part = frame.parts.first(where: { $0.contains(region.upperBound) }),
      let close = (region.upperBound + 1..<max(part.upperBound, region.upperBound + 1)).first(
        where: { isComma($0) })
    else { return false }
    let next = text.trimmed(region.upperBound + 1..<close)
    return (1...4).contains(text.words(in: next).count) && !startsWithRole(next)
      && firstStop(next) == next.upperBound
  }

  /// The likeliest name of words without any cue.
  func firstName() -> Name? {
    shortInstitution()
      ?? frame.parts.flatMap { pieces($0) }.compactMap { reduced($0) }
      .max { $0.weight < $1.weight }
  }

  /// Where the name may stand, the likeliest first.
  private func regions(_ anchor: QuotationLexicon.Hit) -> [Range<Int>] {
    guard let part = frame.parts.first(where: { $0.contains(anchor.range.lowerBound) }) else {
      return frame.parts.map { $0.lowerBound..<firstStop($0) }
    }
    let verb = startOfWord(anchor.range.lowerBound, from: part.lowerBound)
    let rest = anchor.range.upperBound..<part.upperBound
    var regions = [rest.lowerBound..<firstStop(rest)]
    regions += places(before: verb, in: part)
    regions += pieces(part.lowerBound..<verb)
    regions += accounts(before: verb, in: part)
    // `نشر اللاعب سامر الحلو … وعلق`: an earlier verb may have the name.
    for hit in frame.hits where hit.sign.isVerb && hit.range.upperBound <= verb {
      regions.append(hit.range.upperBound..<firstStop(hit.range.upperBound..<part.upperBound))
    }
    if people.subjects.isEmpty, !lexicon.isUnspaced { regions += tails(part.lowerBound..<verb) }
    regions += chunks(rest)
    regions += tails(rest)
    return regions + frame.parts.flatMap { pieces($0) }
  }

  /// Whose account it is that a space parts from its name: `เพจเฟซบุ๊ก บ้านริมคลอง ออกมาชี้แจง`.
  private func accounts(before verb: Int, in part: Range<Int>) -> [Range<Int>] {
    guard lexicon.isUnspaced else { return [] }
    return frame.hits.compactMap { hit in
      let start = hit.range.upperBound
      guard hit.sign.isPlatform || hit.sign == .account, part.contains(hit.range.lowerBound),
        start + 2 < verb, text.isSpace(start), text.isLetter(start + 1)
      else { return nil }
      let end = firstStop(start + 1..<verb)
      return end > start + 2 ? start + 1..<end : nil
    }
  }

  /// What stands in its clause before the words that lead to a platform: `语言学家裴若澜在X上`.
  private func places(before verb: Int, in part: Range<Int>) -> [Range<Int>] {
    guard lexicon.isUnspaced else { return [] }
    let platforms = frame.hits.filter { $0.sign.isPlatform && part.contains($0.range.lowerBound) }
    return platforms.compactMap { hit in
      let end = startOfLead(hit)
      var start = clauseStart(before: end)
      guard start < end else { return nil }
      // `เมื่อวันที่ 20 เม.ย. 2569 นายกำธร ศรีพรหมวัน`: the day may stand before the name.
      if let digit = (start..<end).last(where: { text.isDigit($0) }),
        reduced(start..<firstDay(start..<end)) == nil
      {
        start = digit + 1
      }
      return start..<firstDay(start..<end)
    }
  }

  /// Where the words begin that lead to a name of a platform.
  func startOfLead(_ hit: QuotationLexicon.Hit) -> Int {
    var start = hit.range.lowerBound
    for _ in 0..<8 {
      var end = start
      while end > 0, text.isSpace(end - 1) { end -= 1 }
      let before = frame.hits.filter { $0.range.upperBound == end && $0.range.lowerBound < start }
      guard let next = before.first(where: { $0.sign.leadsToPlace }) else { return start }
      start = next.range.lowerBound
      if next.sign == .at { return start }
    }
    return start
  }

  private func firstDay(_ range: Range<Int>) -> Int {
    let day = frame.hits.first {
      [.calendar, .sameDay, .nextDay].contains($0.sign) && range.contains($0.range.lowerBound)
    }
    return min(
      day?.range.lowerBound ?? range.upperBound,
      range.first { text.isDigit($0) && $0 > range.lowerBound } ?? range.upperBound)
  }

  /// The pieces between commas, each up to its first cue.
  private func pieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isComma(index) || index == range.upperBound - 1 {
      let end = isComma(index) ? index : index + 1
      if start < end {
        let first = behindReference(text.trimmed(start..<end))
        pieces.append(first..<firstStop(first..<end))
      }
      start = index + 1
    }
    return pieces.filter { piece in piece.contains { text.isLetter($0) } }
  }

  /// `این را نسترن دریانورد`: what speaks of the quotation may open the words with the name.
  private func behindReference(_ range: Range<Int>) -> Int {
    let reference = frame.hits.filter {
      $0.sign == .refers && $0.range.lowerBound == range.lowerBound
        && $0.range.upperBound < range.upperBound
    }
    return reference.map(\.range.upperBound).max() ?? range.lowerBound
  }

  /// A name beside its verb is likelier than one that stands apart.
  private func adjacency(of region: Range<Int>, _ anchor: QuotationLexicon.Hit) -> Int {
    let verb = startOfWord(anchor.range.lowerBound, from: 0)
    func isEmpty(_ gap: Range<Int>) -> Bool {
      !gap.contains { text.isLetter($0) || text.isDigit($0) }
    }
    if region.upperBound <= verb { return isEmpty(region.upperBound..<verb) ? 2 : 0 }
    guard region.lowerBound >= anchor.range.upperBound else { return 0 }
    // Chinese and Thai name who writes before the verb: `發文怒嗆`.
    if lexicon.isUnspaced { return -3 }
    return isEmpty(anchor.range.upperBound..<region.lowerBound) ? 2 : 0
  }

  /// Where a name ends that a handle follows.
  private func markedEnd() -> Int? {
    for part in frame.parts {
      guard let at = part.first(where: { text.scalars[$0] == 0x40 || text.scalars[$0] == 0xFF20 })
      else { continue }
      var end = at
      while end > part.lowerBound, !text.isLetter(end - 1) { end -= 1 }
      // `באינסטגרם (@name)`: the handle belongs to the place, not to a name before it.
      let isPlace = frame.hits.contains {
        ($0.sign.isPlatform || $0.sign == .account || $0.sign == .noun)
          && $0.range.upperBound == end
      }
      return end > part.lowerBound && !isPlace ? end : nil
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
      if firstStop(piece) == text.trimmed(piece).upperBound { pieces.append(piece) }
      start = index + 1
    }
    return pieces.filter { piece in piece.contains { text.isLetter($0) } }
  }

  /// What follows the last cue of a range: `כתבה אתמול בפייסבוק יעל ברנדיס`.
  private func tails(_ range: Range<Int>) -> [Range<Int>] {
    let last = frame.hits.filter { range.contains($0.range.lowerBound) && $0.sign.closesName }
      .map(\.range.upperBound).max()
    guard let last, last < range.upperBound else { return [] }
    return chunks(behindBracket(last, before: range.upperBound)..<range.upperBound)
  }

  /// `ב־X (טוויטר לשעבר) חבר הכנסת`: behind brackets of which a place is inside.
  private func behindBracket(_ start: Int, before end: Int) -> Int {
    let bracket = (start..<end).first { [0x28, 0x29, 0xFF08, 0xFF09].contains(text.scalars[$0]) }
    guard let bracket, [0x29, 0xFF09].contains(text.scalars[bracket]) else { return start }
    return bracket + 1
  }

  /// A full stop, but none behind an abbreviation (`মো. আবদুল`, `ดร.ธนากร`).
  private func isStop(_ index: Int) -> Bool {
    guard text.scalars[index] == 0x2E else { return text.scalars[index] == 0x3002 }
    guard index + 1 == text.scalars.count || text.isSpace(index + 1) else { return false }
    if frame.parts.contains(where: { text.trimmed($0).upperBound == index + 1 }) { return true }
    var start = index
    while start > 0, text.isLetter(start - 1) { start -= 1 }
    return index - start > 3 && !(0x0E00...0x0E7F).contains(text.scalars[start])
  }

  func isComma(_ index: Int) -> Bool {
    Self.commas.contains(text.scalars[index])
  }

  private static let commas: Set<UInt32> = [
    0x2C, 0x060C, 0x3001, 0xFF0C, 0x3A, 0xFF1A, 0x2013, 0x2014, 0x3B, 0x061B, 0xFF1B, 0x0964,
  ]

  /// Where a name must have ended: at a comma, a digit, a bracket or a cue.
  private func firstStop(_ range: Range<Int>) -> Int {
    let range = text.trimmed(range)
    let mark = range.first { index in
      isComma(index) || isStop(index) || text.isDigit(index)
        || [0x28, 0xFF08, 0x40, 0x22, 0x201C].contains(text.scalars[index])
          && !isGershayim(index)
    }
    let start = endOfTitle(range)
    let cue = frame.hits.filter {
      $0.range.lowerBound >= start && range.contains($0.range.lowerBound) && closesName($0)
        && !opensName($0, start)
    }.map { startOfWord($0.range.lowerBound, from: range.lowerBound) }.min()
    return min(mark ?? range.upperBound, cue ?? range.upperBound)
  }

  /// Where a name begins behind a trade that may hold words of other meaning: `ראש העירייה`.
  private func endOfTitle(_ range: Range<Int>) -> Int {
    guard !lexicon.isUnspaced else { return range.lowerBound }
    let ends = people.roles.compactMap { role -> Int? in
      let scalars = QuotationParagraph.folded(role)
      let end = range.lowerBound + scalars.count
      guard end < range.upperBound, text.isSpace(end), scalars.count >= 3,
        text.folded[range.lowerBound..<end].elementsEqual(scalars)
      else { return nil }
      return text.trimmed(end..<range.upperBound).lowerBound
    }
    return ends.max() ?? range.lowerBound
  }

  /// The mark inside of a Hebrew abbreviation: `עו"ד`.
  private func isGershayim(_ index: Int) -> Bool {
    text.scalars[index] == 0x22 && index > 0 && text.isLetter(index - 1)
      && index + 1 < text.scalars.count && text.isLetter(index + 1)
  }

  /// `بهمن رادفر`: a month's name that opens a name, and no day stands before it.
  private func opensName(_ hit: QuotationLexicon.Hit, _ start: Int) -> Bool {
    guard hit.sign == .calendar, hit.range.lowerBound == start, people.definite == nil,
      !lexicon.isUnspaced, people.words == 3
    else { return false }
    var before = start - 1
    while before > 0, text.isSpace(before) { before -= 1 }
    return before < 0 || isComma(before)
      || people.roles.contains { role in
        let scalars = QuotationParagraph.folded(role)
        return before + 1 >= scalars.count
          && text.folded[(before + 1 - scalars.count)...before]
            .elementsEqual(scalars)
      }
  }

  private func closesName(_ hit: QuotationLexicon.Hit) -> Bool {
    // `রওনক ফারদিন তাঁর ভেরিফায়েড ফেসবুক`; in scripts without spaces such words may be parts of names.
    (hit.sign.closesName || hit.sign == .between && !lexicon.isUnspaced && hit.range.count > 1)
      && !isInsideName(hit.range)
  }

  /// `洪于晴昨晚`: a sign that leads to places, between a family name and one more sign of the name.
  private func isInsideName(_ range: Range<Int>) -> Bool {
    guard let surnames = people.surnames, lexicon.isUnspaced, range.count == 1,
      range.lowerBound > 0, range.upperBound + 1 < text.scalars.count,
      surnames.contains(text.string(range.lowerBound - 1..<range.lowerBound)),
      text.isLetter(range.upperBound)
    else { return false }
    return !frame.hits.contains { $0.range.lowerBound == range.upperBound }
      && frame.hits.contains { $0.range.lowerBound == range.upperBound + 1 }
  }

  /// Where the word begins of which a cue is a part: `فنشرت`.
  private func startOfWord(_ index: Int, from limit: Int) -> Int {
    var start = index
    while !lexicon.isUnspaced, start > limit, text.isLetter(start - 1) { start -= 1 }
    return start
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
  fileprivate var leadsToPlace: Bool {
    switch self {
    case .at, .between, .account, .platform: true
    default: false
    }
  }

  fileprivate var closesName: Bool {
    switch self {
    case .writes, .says, .posts, .at, .calendar, .account, .platform, .noun, .postNoun, .relative,
      .home, .refers, .sameDay, .nextDay:
      true
    default: false
    }
  }
}
