import Languages
import Platforms
import PostModel

extension QuotationReader {
  /// Sets author, handle, date and address of a draft from the words round it.
  ///
  /// `cue` holds the tie; `own` is the quotation's own sentence, which may be another one; `support` is
  /// where a pronoun leans on.
  func fill(
    _ draft: inout QuotationDraft, cue: QuotationFrame, own: QuotationFrame,
    support: QuotationFrame?
  ) {
    let anchor = draft.tie.anchor
    draft.handle = handle(in: own) ?? handle(in: cue)
    draft.author =
      label(in: cue, draft.tie) ?? author(anchor: anchor, in: cue, support: support)
      ?? (draft.handle == nil && !isCollective(cue, anchor) && !isStranger(cue, anchor)
        ? authorBefore(own.start) : nil)
    if draft.handle == nil, draft.author == nil || isPronoun(cue), let support {
      draft.handle = handle(in: support)
    }
    // In a sentence that only names the place, a word with a capital letter may be anything.
    if draft.tie.rule == "quote.place-before", lexicon.cues.people.cased,
      let author = draft.author, !author.contains(" "), wholeName(endingIn: author) == nil
    {
      draft.author = nil
    }
    completeAuthor(&draft, own)
    draft.author = draft.author.map { nominative($0) }
    dropTruncated(&draft, in: cue)
    setDate(&draft, frames: [own, cue])
    if draft.date == nil, let support, isPronoun(cue) || draft.tie.rule == "quote.same-platform" {
      setDate(&draft, frames: [support])
    }
    setReference(&draft, in: own)
  }

  /// The name in the words round a cue, or in a sentence on which they lean.
  private func author(
    anchor: QuotationLexicon.Hit, in cue: QuotationFrame, support: QuotationFrame?
  ) -> String? {
    let ownNames = QuotationNames(frame: cue, lexicon: lexicon)
    let found = withoutOpener(ownNames.author(anchor: anchor), ownNames, anchor)
    let own = isNobody(found, ownNames) ? nil : found
    // `Navečer se oglasila na LinkedInu`: not a name, if who it is was named just before.
    if let name = own, lexicon.cues.people.cased, ownNames.isOpener(name, anchor: anchor),
      wholeName(endingIn: name.value) == nil, let other = onlyPerson(before: cue.start)
    {
      return other
    }
    if lexicon.cues.people.cased {
      let isPlace = own.map { $0.words == 1 && ownNames.isComplement($0) } ?? true
      if isPlace, let known = person(knownAs: ownNames.nouns(beside: anchor)) { return known }
    }
    if isCollective(own, cue, anchor) { return institution(in: support, before: cue.start) }
    // `Gefunden hat es der Reddit-Nutzer u/name`: whoever has no name there has none.
    if ownNames.namesSignedAccount {
      return own.flatMap { ownNames.isBeforeHandle($0.range.upperBound) ? $0.value : nil }
    }
    guard let support, !isStranger(cue, anchor) else { return own?.value }
    let names = QuotationNames(frame: support, lexicon: lexicon)
    if lexicon.cues.people.cased {
      // `Die Behörde schrieb`: who it is was said before.
      if let own, !(own.words == 1 && ownNames.isBehindArticle(own)) { return own.value }
      return subject(of: names) ?? own?.value
    }
    let verb = support.hits.first { $0.sign.isCue } ?? support.hits.first
    let named = verb.flatMap { names.author(anchor: $0) }
    // Where a particle closes the subject, words without one are no name.
    guard lexicon.cues.people.subjects.isEmpty else {
      return own?.value ?? named?.value ?? names.openingName()
    }
    let other = named ?? names.firstName()
    // What stands alone in the cue is seldom a name if the sentence before has a good one.
    guard let own, own.weight >= 2 || other?.weight ?? 0 <= own.weight else { return other?.value }
    return own.value
  }

  /// `Andere Nutzer`, or `in Leeds` where no such person was named.
  private func isNobody(_ name: QuotationNames.Name?, _ names: QuotationNames) -> Bool {
    guard let name, name.words == 1, lexicon.cues.people.cased else { return false }
    return QuotationNames.isCollective(
      name.value.lowercased(), lexicon.cues.people.strangers ?? [])
      || names.isPlace(name) && wholeName(endingIn: name.value) == nil
  }

  /// Whom a sentence names on which a cue leans.
  private func subject(of names: QuotationNames) -> String? {
    let found = names.casedNames()
    // `Die Leiterin der Bücherei, Annegret Suhrbier, freute sich.`
    return names.headedInstitution(isOpen: true)?.value
      ?? found.first { $0.words > 1 && names.isApposed($0) }?.value
      ?? found.first.flatMap {
        names.opensSentence($0) ? names.institution(around: $0)?.value : nil
      }
      ?? found.first { $0.words > 1 }?.value
      ?? found.lazy.compactMap { wholeName(endingIn: $0.value) }.first
      ?? found.first { names.isSubject($0) || names.isLabelled($0) }?.value
  }

  /// `Dva dni pred tem je na Facebooku pomoč ponudil Blaž Mrak`: the first word of a sentence is a name
  /// only if nothing speaks against it.
  private func withoutOpener(
    _ name: QuotationNames.Name?, _ names: QuotationNames, _ anchor: QuotationLexicon.Hit
  ) -> QuotationNames.Name? {
    guard lexicon.cues.people.cased, let name, names.isOpener(name, anchor: anchor),
      wholeName(endingIn: name.value) == nil,
      let other = names.author(anchor: anchor, without: name), !names.isComplement(other),
      other.words > 1 || wholeName(endingIn: other.value) != nil
    else { return name }
    return other
  }

  /// Who was named last, where the cue has but a noun for the author: `escreveu o parlamentar`.
  private func authorBefore(_ start: Int) -> String? {
    if let name = onlyPerson(before: start) { return name }
    for paragraph in recent.suffix(Self.mostNear).reversed() {
      guard let people = paragraph.people else { continue }
      if let marked = people.last(where: \.isMarked) { return marked.name }
      // One person alone, with a trade: anything else may be a place, a firm or somebody else.
      let all = people.filter { $0.isWhole && !$0.isComplement }
      let whole = all.filter { !$0.isTold(of: all) }
      if let first = whole.first, whole.allSatisfy({ $0.name == first.name }),
        first.isBehindTrade || first.isApposed
      {
        return first.name
      }
    }
    return nil
  }

  /// Who is named in the paragraph before a place, if it is one person.
  private func onlyPerson(before start: Int) -> String? {
    let here = peopleHere.filter { $0.place < start && $0.isWhole && !$0.isComplement }
    guard let first = here.first, here.allSatisfy({ $0.name == first.name }) else { return nil }
    return first.name
  }

  /// Who was named, not long before, as what a noun says: `napsal hejtman`.
  private func person(knownAs nouns: [String]) -> String? {
    guard !nouns.isEmpty else { return nil }
    let isInflected = lexicon.cues.people.words != nil
    let collectives = lexicon.cues.people.collectives ?? []
    let near = recent.suffix(Self.mostNear).reversed().map { $0.people ?? [] }
    for people in [peopleHere] + near {
      let bare = people.lazy.compactMap { person in
        nouns.lazy.compactMap { person.withoutTrade($0, isInflected: isInflected) }.first
      }.first
      if let bare { return bare }
      let known = people.filter { person in
        (person.isWhole || person.isInstitution)
          && nouns.contains { noun in
            // `prezes klubu Jan Kurpiel` is not the club.
            (person.isInstitution || !QuotationNames.isCollective(noun, collectives))
              && person.isKnown(as: noun, isInflected: isInflected)
          }
      }
      let someone = known.filter(\.isWhole)
      let names = Set(
        (someone.isEmpty ? known : someone).filter { !$0.isTold(of: someone) }.map(\.name))
      if names.count > 1 { return nil }
      if let name = names.first { return name }
    }
    return nil
  }

  private func isPronoun(_ frame: QuotationFrame) -> Bool {
    lexicon.cues.people.cased && QuotationNames(frame: frame, lexicon: lexicon).casedNames().isEmpty
  }

  /// `Les Amis du sanglier`: a word of a name that goes on in lower case is no name.
  private func dropTruncated(_ draft: inout QuotationDraft, in cue: QuotationFrame) {
    guard let author = draft.author, !author.contains(" "), lexicon.cues.people.cased else {
      return
    }
    let names = QuotationNames(frame: cue, lexicon: lexicon)
    if names.casedNames().contains(where: { $0.value == author && names.isTruncated($0) }) {
      draft.author = nil
    }
  }

  /// `канал «Мосты и тоннели»`: a channel's name in marks.
  private func label(in frame: QuotationFrame, _ tie: QuotationTie) -> String? {
    let text = frame.text
    for hit in frame.hits where hit.sign == .account {
      var index = hit.range.upperBound
      while index < text.scalars.count, text.isSpace(index) { index += 1 }
      guard index < text.scalars.count, let closers = lexicon.marks[text.scalars[index]],
        frame.parts.contains(where: { $0.contains(index) }),
        let close = (index + 1..<min(index + 60, text.scalars.count)).first(where: {
          closers.contains(text.scalars[$0])
        }), close < frame.end
      else { continue }
      let inner = text.trimmed(index + 1..<close)
      let isPlatform = frame.hits.contains {
        $0.sign.isPlatform && inner.contains($0.range.lowerBound)
      }
      if !isPlatform, !inner.isEmpty { return text.string(inner) }
    }
    return nil
  }

  /// The handle that stands in a frame: `(@name)`, `@name@host`, `@name.host`, `u/name`.
  private func handle(in frame: QuotationFrame) -> String? {
    let text = frame.text
    let found = frame.parts.lazy.flatMap { $0 }.compactMap { text.handle(at: $0) }.first
    return found.map { text.string($0) }
  }

  func setDate(_ draft: inout QuotationDraft, frames: [QuotationFrame]) {
    for frame in frames {
      let words = frame.string
      let found = dates.proseDates(
        in: words[...], language: context.language, base: context.published)
      if let first = found.first(where: { !isFuture($0.date) }) {
        draft.date = first.date.with(source: .prose)
        draft.dateWords = String(words[first.range])
        return
      }
      let isNext = frame.hits.contains { $0.sign == .nextDay }
      guard isNext || frame.hits.contains(where: { $0.sign == .sameDay }),
        let (date, words) = dateSpokenOf(before: frame),
        let day = isNext ? dayAfter(date) : date.with(source: .prose)
      else { continue }
      draft.date = day
      draft.dateWords = words
      return
    }
  }

  /// The day of the post quoted just before, else the day that was named last.
  private func dateSpokenOf(before frame: QuotationFrame) -> (PostDate, String)? {
    if let last = drafts.last, last.paragraph >= paragraph - 1, let date = last.date,
      let words = last.dateWords
    {
      return (date, words)
    }
    if let named = dateBefore(frame) { return named }
    // A paragraph of talk may stand between two posts of one day.
    guard let last = drafts.last, last.paragraph == paragraph - 2, let date = last.date,
      let words = last.dateWords
    else { return nil }
    return (date, words)
  }

  /// `a day later`, if that is no day after the article.
  private func dayAfter(_ date: PostDate) -> PostDate? {
    guard date.precision != .month, date.precision != .year, date.precision != .bound,
      let day = date.lastDay
    else { return nil }
    let next = PostDate(
      day: day.adding(days: 1), source: .prose, inferred: [.year, .month, .day])
    return isFuture(next) ? nil : next
  }

  /// What was written already was not written after the article.
  private func isFuture(_ date: PostDate) -> Bool {
    guard let day = date.firstDay, let last = context.published?.lastDay else { return false }
    return last < day
  }

  /// Nobody writes of `the same day` where the day is years ago: the loan of a book, a birth.
  private func isLongPast(_ date: PostDate) -> Bool {
    guard let day = date.lastDay, let last = context.published?.lastDay else { return false }
    return day.adding(days: 366) < last
  }

  /// The day that was named last before some words: `… 9日、… 同日夜`.
  private func dateBefore(_ frame: QuotationFrame) -> (PostDate, String)? {
    let earlier = recent.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    for words in [frame.text.string(0..<frame.start), earlier] {
      let found = dates.proseDates(
        in: words[...], language: context.language, base: context.published)
      if let last = found.last(where: { !isFuture($0.date) && !isLongPast($0.date) }) {
        return (last.date, String(words[last.range]))
      }
    }
    return nil
  }

  /// The address of the post itself, if the prose gives it.
  private func setReference(_ draft: inout QuotationDraft, in frame: QuotationFrame) {
    let words = frame.string
    guard words.utf8.contains(UInt8(ascii: "/")) else { return }
    for entity in EntityScanner().scan(words) where entity.kind == .link {
      guard let found = addresses.reference(in: entity.value),
        draft.tie.platform == nil || found.platform == draft.tie.platform
      else { continue }
      draft.reference = found
      draft.tie.platform = found.platform
      draft.handle = draft.handle ?? found.handle
      return
    }
  }
}

extension QuotationLexicon.Sign {
  fileprivate var isCue: Bool {
    switch self {
    case .writes, .says, .posts, .noun, .postNoun: true
    default: false
    }
  }
}
