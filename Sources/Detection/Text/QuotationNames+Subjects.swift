import Languages

/// Names that a particle closes (`…は`, `…가`, `… ने`), and names in marks, in scripts without capital
/// letters.
extension QuotationNames {
  func subjectName(in part: Range<Int>) -> Name? {
    guard let region = subject(in: part) else { return nil }
    guard var name = reduced(text.trimmed(region)) else { return nil }
    let surname = name.value.prefix(1)
    if people.surnames?.contains(String(surname)) ?? false,
      people.honorifics.contains(String(name.value.dropFirst()))
    {
      name.value = String(surname)
    }
    return isSomebody(name) ? name : nil
  }

  /// The name of a sentence's subject of which a word is a part: `जसवीर सिंह ढिल्लों ने`, for `जसवीर`.
  func subject(named part: String) -> String? {
    guard people.subjects.contains(where: { $0.hasPrefix(" ") }), !lexicon.isUnspaced else {
      return nil
    }
    let sentences = frame.parts.flatMap { region in
      text.scalars[region].split { [0x0964, 0x21, 0x3F].contains($0) }.map(\.indices)
    }
    return sentences.lazy.compactMap { subjectName(in: $0)?.value }.first { name in
      let words = name.split(separator: " ")
      return words.count > 1 && (words.first ?? "" == part || words.last ?? "" == part)
    }
  }

  /// `नगर के महापौर जसवीर सिंह ढिल्लों हँस पड़े`: behind a trade that opens a sentence, where no
  /// particle closes the subject.
  func openingName() -> String? {
    guard people.subjects.contains(where: { $0.hasPrefix(" ") }), people.words != nil,
      let part = frame.parts.first
    else { return nil }
    let words = text.words(in: text.trimmed(part))
    let last = words.indices.prefix(5).last { index in
      people.roles.contains(text.string(words[index]))
        && (index == 0 || index > 0 && isLinked(words[index - 1]))
    }
    guard let last, last + 2 < words.count else { return nil }
    let region = words[last].lowerBound..<words[min(last + 4, words.count - 1)].upperBound
    guard !frame.hits.contains(where: { $0.range.overlaps(region) && $0.sign.isVerb }),
      let name = reduced(region), name.words > 1
    else { return nil }
    return name.value
  }

  /// Whether a word ties a trade to what it belongs to (`के`), or is a trade itself.
  private func isLinked(_ word: Range<Int>) -> Bool {
    let value = text.string(word)
    return people.articles.contains(value) || people.roles.contains(value)
      || people.genitives?.contains(value) ?? false
  }

  /// Not `投稿は`; a family name alone, as `정씨는`, stands for who was named before.
  private func isSomebody(_ name: Name) -> Bool {
    guard name.value.unicodeScalars.count > 1 else {
      return people.surnames?.contains(name.value) ?? false
    }
    return !frame.hits.contains {
      ($0.sign == .noun || $0.sign.isPostNoun) && $0.range == name.range
    }
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
        if isClosed, isBehindPlatform(index) {
          start = end
          break
        }
        if isClosed, isOpen, index > start + 1 {
          return regionOfSubject(start..<index)
        }
      }
    }
    return nil
  }

  /// `ティックトックには`: a platform with its preposition is the topic, and nobody's name.
  private func isBehindPlatform(_ index: Int) -> Bool {
    lexicon.isUnspaced
      && frame.hits.contains {
        $0.sign.isPlatform && $0.range.upperBound == index - 1
          && [0x306B, 0x3067].contains(text.scalars[index - 1])
      }
  }

  /// `市の公式X`: whose account writes, not the account.
  private func withoutPlace(_ range: Range<Int>) -> Int {
    let place = frame.hits.first {
      ($0.sign.isPlatform || $0.sign == .account) && $0.range.upperBound == range.upperBound
        && $0.range.lowerBound >= range.lowerBound
    }
    return place.map { max(range.lowerBound, startOfLead($0)) } ?? range.upperBound
  }

  /// `주인 박말순(72)씨의 손녀 정하늬씨는`: words behind brackets are of somebody else.
  private func regionOfSubject(_ range: Range<Int>) -> Range<Int> {
    let close = range.last { [0x29, 0xFF09].contains(text.scalars[$0]) }
    if let close, (close + 1..<range.upperBound).contains(where: { text.isSpace($0) }) {
      return regionOfSubject(close + 1..<range.upperBound)
    }
    return range.lowerBound..<withoutPlace(range.lowerBound..<firstBracket(range))
  }

  private func firstBracket(_ range: Range<Int>) -> Int {
    range.first { [0x28, 0xFF08].contains(text.scalars[$0]) } ?? range.upperBound
  }

  /// A name in marks, for which the frame has a gap: `चाय कंपनी 'बाग़बान' ने`, `渡輪公司「翠航」昨晚`.
  func labelled() -> Name? {
    let label = frame.labels.first { label in
      var before = label.lowerBound - 2
      var behind = label.upperBound + 1
      while before > 0, text.isSpace(before) { before -= 1 }
      while behind < text.scalars.count, text.isSpace(behind) { behind += 1 }
      guard before >= 0, text.isLetter(before), behind < text.scalars.count,
        !frame.hits.contains(where: { $0.sign.isVerb && $0.range.upperBound == before + 1 })
      else { return false }
      if people.subjects.isEmpty {
        return frame.hits.contains {
          $0.range.lowerBound == behind && ($0.sign == .calendar || $0.sign == .at)
        }
      }
      return people.subjects.contains { subject in
        text.folded[behind...].starts(with: QuotationParagraph.folded(subject).drop { $0 == 0x20 })
      }
    }
    return label.map { Name(value: text.string($0), range: $0, words: 1) }
  }
}
