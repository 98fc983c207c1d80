import Languages

/// The fullest form that a document gives of a name.
extension QuotationReader {
  /// A surname alone, a given name or a shorter form is that of somebody who was named before by the
  /// whole name.
  func completeAuthor(_ draft: inout QuotationDraft, _ own: QuotationFrame) {
    guard let author = draft.author else { return }
    let name =
      lexicon.cues.people.cased
      ? wholeName(of: author, own) : wholeUncasedName(of: author, before: own)
    if let name { draft.author = name }
  }

  private func wholeName(of author: String, _ own: QuotationFrame) -> String? {
    // `ODS`, `RW`: a party or an office is nobody's surname.
    guard author.unicodeScalars.contains(where: { !$0.properties.isUppercase }) else { return nil }
    if let name = own.text.aside(behind: author) { return name }
    if author.contains(" ") { return longerName(endingIn: author) }
    let known = drafts.reversed().lazy.compactMap { draft in
      draft.author.flatMap { QuotationNames.Person.wholeName($0, endingIn: author) }
    }.first
    return known ?? wholeName(endingIn: author) ?? wholeName(openingWith: author)
  }

  private var named: [[QuotationNames.Person]] {
    [peopleHere] + recent.reversed().map { $0.people ?? [] }
  }

  func wholeName(endingIn surname: String) -> String? {
    named.lazy.compactMap { people in
      people.lazy.compactMap { $0.wholeName(endingIn: surname) }.first
    }.first
  }

  /// `Bima` behind `ganda putra Bima Wicaksono`: a given name, where a trade shows that the whole name
  /// is a person's, and nobody else of that name is there.
  private func wholeName(openingWith given: String) -> String? {
    let isFamily = lexicon.cues.people.familyNameFirst ?? false
    let whole = named.joined().filter { person in
      person.isWhole && !person.isInstitution && !person.isComplement
        && person.name.hasPrefix(given + " ")
        && (isFamily || person.isBehindTrade || person.isApposed || person.isMarked)
    }
    guard let first = whole.first ?? named.joined().first(where: { isTitled($0, given) }),
      whole.allSatisfy({ $0.name == first.name })
    else { return nil }
    return first.name.split(separator: " ").drop { $0 != given }.joined(separator: " ")
  }

  /// `Pesilat Bima Wicaksono`: a trade that no list has, where trades stand before names with a capital.
  private func isTitled(_ person: QuotationNames.Person, _ given: String) -> Bool {
    guard lexicon.cues.people.offices != nil, !person.isInstitution, !person.isComplement else {
      return false
    }
    let words = person.name.split(separator: " ")
    return words.count == 3 && words[1] == given
  }

  /// `Bảo Ngân` behind `Trần Bảo Ngân`, `Holm Lauritsen` behind `fiskeren Jens Holm Lauritsen`.
  ///
  /// A family name that opens the longer form shows it to be one, or a particle that opens the shorter
  /// one; else a trade does, in languages where no place stands between the two.
  private func longerName(endingIn author: String) -> String? {
    let people = lexicon.cues.people
    let words = author.split(separator: " ")
    let isSurname = words.first.map { people.particles.contains($0.lowercased()) } ?? false
    return named.joined().lazy.filter { person in
      guard !person.isInstitution, !person.isComplement, person.name.hasSuffix(" " + author) else {
        return false
      }
      let rest = person.name.split(separator: " ").dropLast(words.count)
      if let surnames = people.surnames {
        return rest.count == 1 && surnames.contains(String(rest[0]))
      }
      if isSurname { return rest.count <= 2 }
      return people.words == nil && words.count == 2 && rest.count == 1
        && !people.particles.contains(String(rest[0]))
        && (person.isBehindTrade || person.isApposed || person.isMarked)
    }.first?.name
  }
}

/// In scripts without capital letters.
extension QuotationReader {
  private func wholeUncasedName(of author: String, before own: QuotationFrame) -> String? {
    if author.contains(" ") { return nil }
    if lexicon.isUnspaced, lexicon.cues.people.surnames == nil {
      return wholeUnspacedName(openingWith: author, before: own)
    }
    if author.unicodeScalars.count == 1 { return wholeName(behind: author, before: own) }
    guard !lexicon.isUnspaced, author.unicodeScalars.count >= 3 else { return nil }
    let known = drafts.reversed().lazy.compactMap { draft in
      draft.author.flatMap { QuotationNames.Person.wholeName($0, endingIn: author) }
    }.first
    if let known { return known }
    let here = QuotationFrame(own.text, parts: [0..<own.start], hits: lexicon.hits(in: own.text))
    let earlier = recent.reversed().lazy.filter { $0.bytes.count <= Self.longestEarlier }.map {
      let text = QuotationParagraph($0.bytes)
      return QuotationFrame(
        text, parts: [text.scalars.indices], hits: lexicon.hits(in: text))
    }
    for frame in [here] + earlier {
      let names = QuotationNames(frame: frame, lexicon: lexicon)
      if let name = names.subject(named: author) ?? names.uncasedName(endingIn: author) {
        return name
      }
    }
    return nil
  }

  /// `손녀 정하늬씨는 … 정씨는`: the name of three letters that was written last before.
  private func wholeName(behind surname: String, before own: QuotationFrame) -> String? {
    let here = own.text.string(0..<own.start)
    let earlier = recent.reversed().filter { $0.bytes.count <= Self.longestEarlier }.lazy
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    let people = lexicon.cues.people
    let endings = people.honorifics + people.subjects
    for words in [here] + earlier {
      for word in words.split(whereSeparator: { !$0.isLetter }).reversed()
      where word.hasPrefix(surname) && word.count >= 3 {
        // `정하늬씨`, `정하늬 씨`, `정하늬(32)`
        let rest = words[words.index(word.startIndex, offsetBy: 3)...]
        let isNamed =
          rest.hasPrefix("(")
          || endings.contains { rest.hasPrefix($0) || rest.hasPrefix(" " + $0) }
        if isNamed { return String(word.prefix(3)) }
      }
    }
    return nil
  }
}

extension QuotationParagraph {
  /// The whole name that brackets behind a shorter one give: `Bảo Ngân (tên thật Trần Bảo Ngân)`.
  fileprivate func aside(behind name: String) -> String? {
    let scalars = name.unicodeScalars.map(\.value)
    guard let end = firstIndex(behind: scalars), end + 2 < self.scalars.count, isSpace(end),
      self.scalars[end + 1] == 0x28,
      let close = (end + 2..<self.scalars.count).first(where: { self.scalars[$0] == 0x29 })
    else { return nil }
    let words = words(in: end + 2..<close)
    guard let last = words.last, let first = words.lastIndex(where: { !isUpper($0.lowerBound) })
    else { return nil }
    let whole = words[(first + 1)...]
    guard let start = whole.first?.lowerBound, whole.count <= 5 else { return nil }
    let value = string(start..<last.upperBound)
    return value.hasSuffix(" " + name) ? value : nil
  }

  private func firstIndex(behind words: [UInt32]) -> Int? {
    guard let first = words.first, words.count < scalars.count else { return nil }
    return (0...(scalars.count - words.count)).first { start in
      scalars[start] == first && (start == 0 || !isLetter(start - 1))
        && scalars[start..<(start + words.count)].elementsEqual(words)
    }.map { $0 + words.count }
  }
}
