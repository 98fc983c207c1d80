import Languages

/// What stands before a name in a run of capitalised words and is none of it.
extension QuotationNames {
  func dropRoles(_ run: inout [Range<Int>]) {
    while let first = run.first, people.articles.contains(text.string(first).lowercased()),
      !isBehindSmallArticle(first), !isInitial(first)
    {
      run.removeFirst()
    }
    let count = run.count
    let whole = run
    while run.count > 1, let first = run.first, people.roles.contains(text.string(first)) {
      run.removeFirst()
    }
    // `Anggota DPRD Ratna Kusumawati`: a chamber or a party between a trade and a whole name.
    while run.count < count, let first = run.first, isAbbreviation(first),
      names(in: run.dropFirst()) >= 2
    {
      run.removeFirst()
    }
    dropOpeningTrade(&run)
    dropPlace(&run, behind: whole.prefix(count - run.count))
    dropOffice(&run)
    dropCompound(&run)
    dropTrades(&run)
  }

  private func dropTrades(_ run: inout [Range<Int>]) {
    // `Projektleiterin Kerstin Albrecht`, `US-Komponistin Priya Shah`: what ends like a trade before
    // a whole name is one.
    let title = min(compound(at: 0, of: run), run.count)
    guard names(in: run[title...]) >= 2, let last = run[..<title].last else { return }
    let word = text.string(last).lowercased()
    // `fiskeren Maren Holm Lauritsen`: some first names end as trades do, which are written small there.
    let isFirstName =
      people.firstNames?.contains(text.string(last)) ?? false
      || lexicon.writesDaysSmall && isBehindTrade(run[0].lowerBound)
    let isTrade = people.roles.contains { $0.hasPrefix("*") && word.hasSuffix($0.dropFirst()) }
    guard isTrade, !isFirstName else { return }
    run.removeFirst(title)
    // `Der Zuger Ringer Beat Amrhyn`: where somebody is from, and the trade.
    dropTrades(&run)
  }

  /// `the Three Counties Trust`: what has a capital behind an article has it as a name.
  func isBehindSmallArticle(_ word: Range<Int>) -> Bool {
    let next = word.upperBound + 1
    guard next < text.scalars.count, text.isSpace(word.upperBound), text.isUpper(next),
      let before = words().last(where: { $0.upperBound < word.lowerBound }),
      word.lowerBound - before.upperBound == 1
    else { return false }
    // `aus Ihrem Alltag`: a pack lists with a capital what always has one.
    if people.articles.contains(text.string(word)) { return false }
    let article = text.string(before)
    // `la banda Los Grillos`: an article with a capital, and no sentence begins there.
    if before.count >= 4, !text.isUpper(before.lowerBound), text.isSpace(before.upperBound),
      people.definites?.contains(text.string(word).lowercased()) ?? false,
      !frame.hits.contains(where: { $0.range.overlaps(before) })
    {
      return true
    }
    return before.count <= 3 && !people.pronouns.contains(article)
      && (people.articles.contains(article) || people.particles.contains(article))
  }

  /// `Sládek Ctibor Rozsíval` at the start of a sentence: a trade has its capital from there, where
  /// people have two names.
  private func dropOpeningTrade(_ run: inout [Range<Int>]) {
    guard people.words == 2, (3...4).contains(run.count), names(in: run[...]) == run.count,
      let first = run.first,
      !isAbbreviation(first), !run.contains(where: { isPatronymic($0) || isInitial($0) }),
      hasTwoSurnames(run.suffix(3)) == (run.count == 4),
      !run.contains(where: { people.particles.contains(text.string($0)) }),
      frame.parts.contains(where: { text.trimmed($0).lowerBound == first.lowerBound }),
      isSentenceStart(first.lowerBound)
    else { return }
    run.removeFirst()
  }

  private func isSentenceStart(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, text.isSpace(before) { before -= 1 }
    return before < 0 || [0x2E, 0x21, 0x3F, 0x2026].contains(text.scalars[before])
  }

  /// `Wali Kota Karangjati Doni Setiawan`: the place of an office stands before the name.
  private func dropPlace(_ run: inout [Range<Int>], behind offices: ArraySlice<Range<Int>>) {
    guard let known = people.offices, names(in: run[...]) > 2,
      offices.contains(where: { known.contains(text.string($0)) })
    else { return }
    keepLast(2, of: &run)
  }

  /// `Riksdagsledamoten Pär Lövdén`: no first name is as long as a compound.
  private func dropCompound(_ run: inout [Range<Int>]) {
    guard let first = run.first, first.count >= Self.longestFirstName,
      names(in: run.dropFirst()) >= 2, text.scalars[first.upperBound] != 0x2D
    else { return }
    run.removeFirst()
  }

  private static let longestFirstName = 13

  /// `Sarıkum İlçe Başkanı Gülsüm Ertan`, `Utama KRUN Retno Wulandari`: an office before a whole name.
  private func dropOffice(_ run: inout [Range<Int>]) {
    guard names(in: run[...]) > 2, let first = run.first,
      let last = run.indices.last(where: { index in
        index > 0 && names(in: run[(index + 1)...]) >= 2
          && (people.roles.contains(text.string(run[index]))
            || run[index].count >= 3 && isAbbreviation(run[index]))
      }), !isAbbreviation(first)
    else { return }
    run.removeFirst(last + 1)
  }

  /// `kmet obce Slivak Desislava Hadži`, `poslanec ODS Marek Dostál`: a place or a party stands between
  /// a trade and the name.
  ///
  /// So it does behind a trade with a capital: `Primátor Prahy Otakar Březina`.
  func dropComplements(_ run: inout [Range<Int>], isBehindRole: Bool) {
    guard let first = run.first, isBehindRole || isAfterSmallWord(first.lowerBound),
      !isBehindAccount(first.lowerBound)
    else { return }
    let head = compound(at: 0, of: run)
    guard names(in: run[head...]) >= 2 else { return }
    if isAbbreviation(first) {
      // `klub KS Podhale`: the abbreviation opens the club's name.
      let noun = words().last { $0.upperBound < first.lowerBound }.map { text.string($0) }
      if let noun, people.bodies?.contains(noun) ?? false { return }
      if isBehindTrade(first.lowerBound) || isBehindTradeAndSmallWord(first.lowerBound) {
        run.removeFirst(head)
        // `direktor FK Brod Marko Jurin`: behind the sign of a club stands its name.
        if let count = people.words, isClubSign(first), names(in: run[...]) > count,
          !hasTwoSurnames(run[...])
        {
          keepLast(count, of: &run)
        }
      }
      return
    }
    guard let count = people.words, names(in: run[...]) > count,
      !run.contains(where: { isPatronymic($0) || isInitial($0) }), !hasTwoSurnames(run[...]),
      !opensWithFirstName(run),
      !run.contains(where: { people.particles.contains(text.string($0)) })
    else { return }
    keepLast(count, of: &run)
  }

  /// Takes words off until as many names are left, what hyphens join being one (`Wilk-Morawska`).
  private func keepLast(_ count: Int, of run: inout [Range<Int>]) {
    while names(in: run[...]) > count || run.first.map({ isTail($0) }) ?? false {
      run.removeFirst()
    }
  }

  /// `la préfète du Vernois Élise Le Bihan`: a trade, a preposition of belonging, a place and a whole
  /// name.
  func dropGoverned(_ run: inout [Range<Int>], isBehindRole: Bool) {
    guard let genitives = people.genitives, let first = run.first, people.words == nil,
      !isClub(run)
    else { return }
    // `Mayor of Dunmere Amos Pryde`
    if isBehindRole, genitives.contains(text.string(first)) {
      if names(in: run[...]) > 2 { keepLast(2, of: &run) }
      return
    }
    let words = words()
    guard let place = words.firstIndex(of: first), place > 1,
      // `o presidente da câmara, Rui Sá Melo`: behind a comma the name begins.
      text.scalars[words[place - 1].upperBound..<first.lowerBound].allSatisfy({
        text.isSpace(of: $0) || $0 == 0x27 || $0 == 0x2019
      })
    else { return }
    // `de la région Île-de-France`: an article and a noun may stand between.
    let lead = words[max(0, place - 3)..<place].lastIndex { genitives.contains(text.string($0)) }
    guard let lead, lead > 0,
      !words[lead..<place].contains(where: { text.isUpper($0.lowerBound) }),
      words[max(0, lead - 3)..<lead].contains(where: { isTrade($0) }),
      let start = behindPlace(in: run)
    else { return }
    run.removeFirst(start)
  }

  /// Whether three words are an institution's: `the president of the Dunmere Chess Club`.
  private func isClub(_ run: [Range<Int>]) -> Bool {
    guard names(in: run[...]) <= 3, let first = run.first else { return false }
    return isAbbreviation(first) || people.institutions?.contains(text.string(first)) ?? false
      || run.contains { Self.isCollective(text.string($0).lowercased(), people.collectives ?? []) }
  }

  /// Where a whole name begins behind a place that a preposition may part (`Puy de Dôme`).
  private func behindPlace(in run: [Range<Int>]) -> Int? {
    let inner = run.indices.last { index in
      people.particles.contains(text.string(run[index])) && index + 2 < run.count
        && !isTail(run[index]) && !run[(index + 2)...].contains { isParticle($0) }
        && names(in: run[(index + 2)...]) >= 2
    }
    if let inner { return inner + 2 }
    let start = run.indices.last { isName(at: $0, of: run, count: 2) }
    return start.flatMap { $0 > 0 ? $0 : nil }
  }

  func isParticle(_ word: Range<Int>) -> Bool {
    people.particles.contains(text.string(word))
  }

  private func isTail(_ word: Range<Int>) -> Bool {
    word.lowerBound > 0 && text.scalars[word.lowerBound - 1] == 0x2D
  }

  /// Whether as many names, no particle with a capital counted, begin at a place of a run.
  private func isName(at index: Int, of run: [Range<Int>], count: Int) -> Bool {
    names(
      in: run[index...].filter { !people.particles.contains(text.string($0).lowercased()) }[...])
      == count
  }

  /// Whether a word is a trade that a list has.
  func isTrade(_ word: Range<Int>) -> Bool {
    let value = text.string(word)
    guard word.count >= 4, !text.isUpper(word.lowerBound) else {
      return text.isUpper(word.lowerBound) && people.roles.contains(value)
    }
    return people.roles.contains { role in
      role.hasPrefix("*") ? value.hasSuffix(role.dropFirst()) : role.lowercased() == value
    }
  }

  /// `Alena Kovářová Šimková`, `Marija Perić Lončar`: two surnames of one ending, or one that surnames have.
  private func hasTwoSurnames(_ run: ArraySlice<Range<Int>>) -> Bool {
    let run = Array(run)
    guard run.count == 3 else { return false }
    if people.surnameEndings?.contains(where: { text.string(run[1]).hasSuffix($0) }) ?? false {
      return true
    }
    let (first, last) = (text.string(run[1]).suffix(3), text.string(run[2]).suffix(3))
    return first.count == 3 && first == last
  }

  /// `na profilu Gospodarstwa Pod Lipą`: what follows is the account's whole name.
  private func isBehindAccount(_ start: Int) -> Bool {
    frame.hits.contains { $0.sign == .account && $0.range.upperBound == start - 1 }
  }

  /// How many words a hyphen joins at a place of a run.
  private func compound(at index: Int, of run: [Range<Int>]) -> Int {
    var end = index
    while end + 1 < run.count, text.scalars[run[end].upperBound] == 0x2D { end += 1 }
    return end + 1
  }

  /// How many names a run holds: particles count for none, what a hyphen joins counts for one.
  private func names(in run: ArraySlice<Range<Int>>) -> Int {
    run.reduce(0) { count, word in
      let isTail = word.lowerBound > 0 && text.scalars[word.lowerBound - 1] == 0x2D
      let isSmall =
        people.particles.contains(text.string(word)) || Self.infixes.contains(text.string(word))
      return count + (isTail || isSmall ? 0 : 1)
    }
  }

  func isAbbreviation(_ word: Range<Int>) -> Bool {
    word.count >= 2 && word.allSatisfy { text.isUpper($0) }
  }

  private func isPatronymic(_ word: Range<Int>) -> Bool {
    ["ич", "вна", "ична", "івна"].contains { text.string(word).hasSuffix($0) }
  }
}
