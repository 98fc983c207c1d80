import Languages

/// The runs of capitalised words in a frame.
extension QuotationNames {
  /// All runs of capitalised words that may be names.
  func casedNames() -> [Name] {
    var names: [Name] = []
    var run: [Range<Int>] = []
    for word in words() {
      let joins = run.last.map { isJoined($0, word) || isNicknamed(run, word) } ?? true
      if !joins {
        flush(&run, into: &names)
      }
      // `ХК «Металлург»`: what stands in the marks is of the name before them.
      if let last = names.last, word.lowerBound < last.range.upperBound { continue }
      if isNameWord(word, opensName: opensName(run)) || !run.isEmpty && isSecondHalf(word, run) {
        run.append(word)
      } else if !run.isEmpty,
        people.particles.contains(text.string(word)) || isInfix(word, behind: run)
      {
        run.append(word)
      } else {
        flush(&run, into: &names)
      }
    }
    flush(&run, into: &names)
    return names
  }

  /// Whether the next word would be the first of a name, particles not counted.
  private func opensName(_ run: [Range<Int>]) -> Bool {
    run.last.map { people.particles.contains(text.string($0)) } ?? true
  }

  private func flush(_ run: inout [Range<Int>], into names: inout [Name]) {
    defer { run = [] }
    while let last = run.last,
      people.particles.contains(text.string(last)) || Self.infixes.contains(text.string(last))
    {
      run.removeLast()
    }
    let count = run.count
    dropRoles(&run)
    let weight = run.count < count ? 1 : 0
    dropComplements(&run, isBehindRole: weight > 0)
    dropGoverned(&run, isBehindRole: weight > 0)
    let isTitled = run.count < count
    if run.count == 1, isRole(run[0]) { run = [] }
    guard let first = run.first, let last = run.last, !isPossessive(last.upperBound),
      !isInflected(last)
    else { return }
    // `the Santa Clara County Sheriff’s Office` is one name.
    let owner = run.count == 1 ? ownerStart(before: first.lowerBound) : nil
    let range = (owner ?? first.lowerBound)..<wholeEnd(of: last, in: run)
    let words = owner == nil ? run.count : text.words(in: range).count
    names.append(
      Name(
        value: text.string(range), range: range, words: words, weight: weight, isTitled: isTitled))
  }

  /// `NASA’s administrator` is not NASA.
  func isPossessive(_ end: Int) -> Bool {
    end + 1 < text.scalars.count && [0x27, 0x2019].contains(text.scalars[end])
      && text.scalars[end + 1] == 0x73 && (end + 2 == text.scalars.count || !text.isLetter(end + 2))
  }

  /// `SD:s gruppledare`, `SDP:n kansanedustaja`: an abbreviation with its case behind a colon.
  private func isInflected(_ word: Range<Int>) -> Bool {
    let end = word.upperBound
    guard end + 1 < text.scalars.count, text.scalars[end] == 0x3A, isAbbreviation(word) else {
      return false
    }
    return text.isLetter(end + 1) && !text.isUpper(end + 1) && text.endOfWord(end + 1) - end <= 4
  }

  /// `Statsministeren skriver`: a trade that has its capital from the sentence alone.
  private func isRole(_ word: Range<Int>) -> Bool {
    let opens = frame.parts.contains { part in
      part.contains(word.lowerBound)
        && !(part.lowerBound..<word.lowerBound).contains { text.isLetter($0) }
    }
    return opens && people.roles.contains(text.string(word))
  }

  /// Whether a word in lower case stands directly before a place.
  func isAfterSmallWord(_ index: Int) -> Bool {
    guard index >= 2, text.isSpace(index - 1), text.isLetter(index - 2) else { return false }
    var start = index - 2
    while start > 0, text.isLetter(start - 1) { start -= 1 }
    return !text.isUpper(start)
  }

  private func isNameWord(_ word: Range<Int>, opensName: Bool) -> Bool {
    if isInitial(word) || !opensName && isElided(word), word != passed { return true }
    guard text.isUpper(word.lowerBound), word != passed,
      !(opensName && people.articles.contains(text.string(word).lowercased())
        && !isBehindSmallArticle(word))
    else { return false }
    return !isCompound(word)
      && !frame.hits.contains { hit in
        hit.range.overlaps(word) && hit.sign.isNoName
          && (opensName && !(hit.sign == .calendar && isFirstName(word)) || !hit.sign.isCommonName)
          && (hit.range.lowerBound == word.lowerBound || hit.sign.isPlatform)
          && (opensName && !(hit.sign.isSmall && isBehindSmallArticle(word)) || !hit.sign.isSmall)
      }
  }

  /// `Maj Törnros`: a month's name in capitals before one more capital.
  private func isFirstName(_ word: Range<Int>) -> Bool {
    let next = word.upperBound + 1
    return lexicon.writesDaysSmall && next < text.scalars.count && text.isSpace(next - 1)
      && text.isUpper(next) && frame.parts.contains { $0.contains(next) }
      && !frame.hits.contains { $0.range.lowerBound == next && $0.sign.isPlatform }
  }

  /// `der Reddit-Nutzer`: a platform's name and a noun are one word, and nobody's name.
  private func isCompound(_ word: Range<Int>) -> Bool {
    let hyphen = word.lowerBound - 1
    return hyphen > 0 && text.scalars[hyphen] == 0x2D
      && frame.hits.contains { $0.sign.isPlatform && $0.range.upperBound == hyphen }
  }

  /// One space, a hyphen, an apostrophe or the dot of an initial stands between words of a name.
  private func isJoined(_ word: Range<Int>, _ next: Range<Int>) -> Bool {
    let gap = text.scalars[word.upperBound..<next.lowerBound].map {
      text.isSpace(of: $0) ? 0x20 : $0
    }
    switch gap {
    case [0x20], [0x2D], [0x2E, 0x20], [0x27], [0x2019], [0x20, 0x2019], [0x20, 0x27]: return true
    // `J.W. van Dam`
    case [0x2E], [0x2E, 0x2D]: return word.count == 1 && text.isUpper(next.lowerBound)
    case [0x2D, 0x20]: return Self.conjunctions.contains(text.string(next))
    default: return false
    }
  }

  /// `Jonas „Brett“ Kulick`: a nickname in marks stands between first name and surname.
  ///
  /// `der Film „Brett“ Premiere` has an article before it.
  private func isNicknamed(_ run: [Range<Int>], _ next: Range<Int>) -> Bool {
    guard let last = run.last, text.isUpper(last.lowerBound), text.isUpper(next.lowerBound),
      frame.labels.contains(where: { label in
        label.lowerBound == last.upperBound + 2 && label.upperBound + 2 == next.lowerBound
          && text.isUpper(label.lowerBound) && text.words(in: label).count <= 2
      })
    else { return false }
    guard run.count == 1, let before = words().last(where: { $0.upperBound < last.lowerBound })
    else { return true }
    return !people.articles.contains(text.string(before).lowercased())
      && !people.particles.contains(text.string(before))
  }

  /// `Midt- og Vestjyllands Politi`, `Víziközmű-szolgáltató Zrt.`: a word is but a part of a name that
  /// a hyphen opens or closes.
  private func isSecondHalf(_ word: Range<Int>, _ run: [Range<Int>]) -> Bool {
    guard let last = run.last else { return false }
    let hyphen = last.upperBound
    if hyphen + 1 < text.scalars.count, text.scalars[hyphen] == 0x2D, text.isSpace(hyphen + 1) {
      return true
    }
    if run.count > 1, Self.conjunctions.contains(text.string(last)),
      text.scalars[run[run.count - 2].upperBound] == 0x2D
    {
      return true
    }
    // `Ala-oja`: endings of family names are listed with their hyphen.
    if word.lowerBound == hyphen + 1, text.scalars[hyphen] == 0x2D,
      people.surnameEndings?.contains("-" + text.string(word)) ?? false
    {
      return true
    }
    // Before the abbreviation of a company's form.
    let next = word.upperBound + 1
    guard word.lowerBound == hyphen + 1, text.scalars[hyphen] == 0x2D,
      next < text.scalars.count, text.isSpace(next - 1), text.isUpper(next)
    else { return false }
    let end = text.endOfWord(next)
    return end - next <= 4 && end < text.scalars.count && text.scalars[end] == 0x2E
  }

  /// Whether a word has its capital behind an apostrophe: `д’Андре`.
  private func isElided(_ word: Range<Int>) -> Bool {
    word.count > 3 && text.isInnerApostrophe(word.lowerBound + 1)
      && text.isUpper(word.lowerBound + 2)
  }

  /// `A. M. Holt`, `J.-P. Maurin`, `О. В. Зуев`: one capital and a dot before one more capital.
  func isInitial(_ word: Range<Int>) -> Bool {
    guard word.count == 1, text.isUpper(word.lowerBound), word.upperBound + 1 < text.scalars.count,
      text.scalars[word.upperBound] == 0x2E
    else { return false }
    let sign = word.upperBound + 1
    let next = sign + (text.isSpace(sign) || text.scalars[sign] == 0x2D ? 1 : 0)
    return next < text.scalars.count && text.isUpper(next)
      && frame.parts.contains { $0.contains(next) }
      && !frame.hits.contains { $0.sign.isPlatform && $0.range == word }
  }
}
