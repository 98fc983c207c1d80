import Languages
import PostModel

/// What ties a quotation to a post.
struct QuotationTie {
  /// The platform, or `nil` where the prose leaves it open.
  var platform: PlatformID?
  /// The words that tie, for the author is named near them.
  var anchor: QuotationLexicon.Hit
  /// Where the platform is named.
  var place: QuotationLexicon.Hit?
  /// Which rule it was.
  var rule: String
  /// The share of such ties that are right.
  var confidence: Double
}

extension QuotationFrame {
  /// Reads what ties a quotation to a post, if anything does.
  func tie(lexicon: QuotationLexicon, last: PlatformID?) -> QuotationTie? {
    let places = places(lexicon)
    if let verb = hits.first(where: { $0.sign.isPosts && !isRelative($0) }) {
      return QuotationTie(
        platform: platform(of: verb, places), anchor: verb, place: places.first,
        rule: "quote.platform-verb", confidence: 0.95)
    }
    if hits.contains(where: { $0.sign == .denies }) { return nil }
    let writes = hits.filter { $0.sign == .writes }
    // `So wird` opens a sentence, `„…“, so Müller` is a cue.
    let says = hits.filter {
      $0.sign == .says && ($0.range.count > 2 || !text.isUpper($0.range.lowerBound))
    }
    if let (verb, place) = nearest(writes, places, within: 25) {
      return QuotationTie(
        platform: place.sign.platform, anchor: verb, place: place, rule: "quote.cue",
        confidence: 0.95)
    }
    if let (verb, place) = nearest(says, places, within: 12) {
      return QuotationTie(
        platform: place.sign.platform, anchor: verb, place: place, rule: "quote.cue",
        confidence: 0.93)
    }
    return nounTie(places: places, verbs: writes + says, last: last) ?? colonTie(places, lexicon)
      ?? referringTie(places) ?? bracketedTie(places) ?? bylineTie(lexicon)
  }

  /// `“…” (@name on X)`, `„…“ (wpis na Instagramie)`: brackets behind the quotation say where it stands.
  private func bracketedTie(_ places: [QuotationLexicon.Hit]) -> QuotationTie? {
    for part in parts.map({ text.trimmed($0) }) where !part.isEmpty {
      guard text.scalars[part.lowerBound] == 0x28,
        let close = part.first(where: { text.scalars[$0] == 0x29 }),
        let place = places.first(where: { (part.lowerBound..<close).contains($0.range.lowerBound) }
        ),
        (part.lowerBound..<close).contains(where: { text.isAt($0) })
          || hits.contains(where: { hit in
            (hit.sign == .noun || hit.sign.isPostNoun)
              && (part.lowerBound..<close).contains(hit.range.lowerBound)
          })
      else { continue }
      return QuotationTie(
        platform: place.sign.platform, anchor: place, place: place, rule: "quote.brackets",
        confidence: 0.9)
    }
    return nil
  }

  /// The platforms that the words name as places.
  func places(_ lexicon: QuotationLexicon) -> [QuotationLexicon.Hit] {
    hits.filter { isPlace($0, lexicon: lexicon) }
  }

  /// A sentence that only names the place, where the next one says `she wrote`.
  func placeTie(lexicon: QuotationLexicon) -> QuotationTie? {
    guard !hits.contains(where: { $0.sign == .denies }), let place = places(lexicon).first else {
      return nil
    }
    return QuotationTie(
      platform: place.sign.platform, anchor: place, place: place, rule: "quote.place-before",
      confidence: 0.88)
  }

  /// `„…“: Mit diesen Worten meldete sich die Chefin auf X zurück`: what speaks of the words before it,
  /// and a place.
  private func referringTie(_ places: [QuotationLexicon.Hit]) -> QuotationTie? {
    let refers = hits.first { hit in
      hit.sign == .refers
        && parts.contains { part in
          part.contains(hit.range.lowerBound)
            && words(in: part.lowerBound..<hit.range.lowerBound) == 0
        }
    }
    guard let refers,
      let place = places.first(where: {
        $0.range.lowerBound >= refers.range.upperBound
          && words(between: refers.range, and: $0.range) <= 20
      })
    else { return nil }
    return QuotationTie(
      platform: place.sign.platform, anchor: refers, place: place, rule: "quote.refers",
      confidence: 0.9)
  }

  /// A post and its place side by side, with no verb of writing: `renunció en un mensaje en Facebook`.
  func postTie(lexicon: QuotationLexicon) -> QuotationTie? {
    guard let tie = placeTie(lexicon: lexicon), let place = tie.place else { return nil }
    let isNamed = hits.contains { hit in
      (hit.sign == .noun || hit.sign.isPostNoun) && words(between: hit.range, and: place.range) <= 3
    }
    return isNamed ? tie : nil
  }

  /// `Der Minister auf X: „…“`: a place and a colon are enough.
  private func colonTie(
    _ places: [QuotationLexicon.Hit], _ lexicon: QuotationLexicon
  ) -> QuotationTie? {
    for part in parts where hasColon(before: part.upperBound) {
      guard let place = places.last(where: { part.contains($0.range.lowerBound) }),
        !isTurnedAway(place, in: part), !part.contains(where: { text.scalars[$0] == 0x0A })
      else { continue }
      let distance = words(in: place.range.upperBound..<part.upperBound)
      // `På LinkedIn försvarade hon sitt verk: ”…”`: a verb that no list has.
      let opens =
        words(in: part.lowerBound..<place.range.lowerBound) <= (lexicon.isUnspaced ? 3 : 2)
      guard
        distance <= 1 || opens && distance <= 16 && !isCapitalised(part.lowerBound, place, lexicon)
          || distance <= 6 && namesSomebody(part, lexicon)
      else { continue }
      return QuotationTie(
        platform: place.sign.platform, anchor: place, place: place, rule: "quote.colon",
        confidence: distance <= 1 ? 0.92 : 0.9)
    }
    return nil
  }

  /// Whether a name or a trade stands before a place that seems to open its sentence, as in a
  /// headline: `Gamer wird auf Twitch zum Geisterjäger:`.
  private func isCapitalised(
    _ start: Int, _ place: QuotationLexicon.Hit, _ lexicon: QuotationLexicon
  ) -> Bool {
    guard let word = text.words(in: text.trimmed(start..<place.range.lowerBound)).first else {
      return false
    }
    return text.isUpper(word.lowerBound)
      && !hits.contains { hit in
        hit.range.overlaps(word)
          && [.at, .between, .account, .noun, .calendar].contains(hit.sign)
      }
      && !lexicon.cues.people.articles.contains(text.string(word).lowercased())
  }

  private func namesSomebody(_ part: Range<Int>, _ lexicon: QuotationLexicon) -> Bool {
    guard lexicon.cues.people.cased else { return true }
    return QuotationNames(frame: self, lexicon: lexicon).casedNames().contains {
      $0.words > 1 && part.contains($0.range.lowerBound)
    }
  }

  /// Whether a relative clause holds the place, or follows it: `the man whose video on X shows: “…”`.
  func isTurnedAway(_ place: QuotationLexicon.Hit, in part: Range<Int>) -> Bool {
    hits.contains { hit in
      guard hit.sign == .relative, part.contains(hit.range.lowerBound) else { return false }
      if hit.range.lowerBound >= place.range.upperBound { return true }
      return !hasComma(in: hit.range.upperBound..<max(place.range.lowerBound, hit.range.upperBound))
    }
  }

  private func nounTie(
    places: [QuotationLexicon.Hit], verbs: [QuotationLexicon.Hit], last: PlatformID?
  ) -> QuotationTie? {
    let isReferred = hits.contains { $0.sign == .refers && $0.range.lowerBound <= start + 1 }
    let colon = parts.contains { part in hasColon(before: part.upperBound) }
    if let noun = hits.first(where: { $0.sign.isPostNoun }),
      verbs.contains(where: { !isTurnedFrom(noun, $0) }) || isReferred || colon
    {
      return QuotationTie(
        platform: platform(of: noun, places), anchor: verbs.first ?? noun, place: places.first,
        rule: "quote.noun", confidence: 0.9)
    }
    // `Parr, whose video on TikTok was seen by millions, said: “…”`
    if let noun = hits.first(where: { $0.sign == .noun }), let place = places.first,
      isReferred || colon || !verbs.isEmpty, !isTold(place, behind: noun),
      !isOwned(noun) || verbs.isEmpty || !verbs.allSatisfy({ isParted($0, place) })
    {
      return QuotationTie(
        platform: place.sign.platform, anchor: verbs.first ?? noun, place: place,
        rule: "quote.noun", confidence: 0.9)
    }
    guard let verb = verbs.first else { return nil }
    if let last, let same = hits.first(where: { $0.sign == .samePlatform }) {
      return QuotationTie(
        platform: last, anchor: verb, place: same, rule: "quote.same-platform", confidence: 0.92)
    }
    if let social = hits.first(where: { $0.sign == .social }),
      words(between: verb.range, and: social.range) <= 5
    {
      return QuotationTie(
        platform: nil, anchor: verb, place: social, rule: "quote.social", confidence: 0.75)
    }
    return nil
  }

  /// `a tweet on a student who questioned whether`: the verb is that of a relative clause behind the noun.
  ///
  /// Or the noun is part of what is said: `sagt sie, dass ihre Tweets „…“`.
  private func isTurnedFrom(_ noun: QuotationLexicon.Hit, _ verb: QuotationLexicon.Hit) -> Bool {
    if verb.sign == .says, isSubordinate(noun, to: verb) { return true }
    return verb.sign == .says && isRelative(verb)
      && hits.contains {
        $0.sign == .relative && $0.range.lowerBound >= noun.range.upperBound
          && $0.range.upperBound <= verb.range.lowerBound
      }
  }

  /// `whose video`: a noun of a relative clause.
  private func isOwned(_ noun: QuotationLexicon.Hit) -> Bool {
    hits.contains {
      $0.sign == .relative && $0.range.upperBound <= noun.range.lowerBound
        && words(between: $0.range, and: noun.range) <= 1
    }
  }

  private func platform(
    of word: QuotationLexicon.Hit, _ places: [QuotationLexicon.Hit]
  ) -> PlatformID? {
    places.first?.sign.platform ?? word.sign.platform
  }

  /// The verb and the place that stand closest, if no relative clause parts them.
  private func nearest(
    _ verbs: [QuotationLexicon.Hit], _ places: [QuotationLexicon.Hit], within limit: Int
  ) -> (QuotationLexicon.Hit, QuotationLexicon.Hit)? {
    var best: (verb: QuotationLexicon.Hit, place: QuotationLexicon.Hit, distance: Int)?
    for verb in verbs.prefix(12) {
      for place in places.prefix(12) where !isParted(verb, place) {
        let distance = words(between: verb.range, and: place.range)
        if distance <= limit, distance < best?.distance ?? .max { best = (verb, place, distance) }
      }
    }
    return best.map { ($0.verb, $0.place) }
  }

  /// `a resident who tweeted about the smoke said`: the verb is not the quotation's.
  private func isRelative(_ verb: QuotationLexicon.Hit) -> Bool {
    hits.contains {
      $0.sign == .relative && $0.range.upperBound <= verb.range.lowerBound
        && $0.range.upperBound + 2 > verb.range.lowerBound
    }
  }

  private func isParted(_ verb: QuotationLexicon.Hit, _ place: QuotationLexicon.Hit) -> Bool {
    if place.range.upperBound <= verb.range.lowerBound {
      // `Parr, whose video on TikTok was seen by millions, said`
      let clause = hits.last {
        $0.sign == .relative && $0.range.upperBound <= place.range.lowerBound
      }
      guard let clause, hasComma(in: place.range.upperBound..<verb.range.lowerBound) else {
        return false
      }
      return !hits.contains {
        ($0.sign == .writes || $0.sign == .says) && $0.range.lowerBound >= clause.range.upperBound
          && $0.range.upperBound <= place.range.lowerBound
      }
    }
    return hits.contains {
      $0.sign == .relative && $0.range.lowerBound >= verb.range.upperBound
        && $0.range.upperBound <= place.range.lowerBound
    }
  }

  func hasComma(in range: Range<Int>) -> Bool {
    range.contains { [0x2C, 0x060C, 0xFF0C].contains(text.scalars[$0]) }
  }

  /// Whether a platform's name stands for the place where something was written.
  ///
  /// `on X`, `in his Telegram channel`, `एक्स पर`, `X hesabından`; not `a spokeswoman for X`.
  private func isPlace(_ hit: QuotationLexicon.Hit, lexicon: QuotationLexicon) -> Bool {
    if case .home = hit.sign { return true }
    guard hit.sign.platform != nil, hit.sign.isPlatform else { return false }
    let following = following(hit, lexicon: lexicon)
    if following.contains(.notPlatform) { return false }
    if following.contains(.after) || following.contains(.account) || following.contains(.noun) {
      return true
    }
    let start = hit.range.lowerBound
    if start > 0, text.isLetter(start - 1), lexicon.isLed(byPrefix: text.folded[start - 1]) {
      return true
    }
    return isLed(hit, lexicon)
  }

  /// What stands directly behind a name, `(formerly Twitter)` and a closing mark passed over.
  private func following(
    _ hit: QuotationLexicon.Hit, lexicon: QuotationLexicon
  ) -> Set<QuotationLexicon.Sign> {
    var signs: Set<QuotationLexicon.Sign> = []
    // A case ending stands inside of the word: `Facebookissa`.
    for start in [hit.stem, hit.range.upperBound, afterParentheses(hit.range.upperBound)] {
      var index = start
      while index < text.scalars.count, index < start + 3, Self.glue.contains(text.scalars[index]) {
        index += 1
      }
      guard index < text.scalars.count else { continue }
      signs.formUnion(lexicon.matches(in: text, at: index).map(\.sign))
    }
    return signs
  }

  private static let glue: Set<UInt32> = [
    0x20, 0xA0, 0x27, 0x2019, 0x2D, 0x3A, 0x22, 0x201C, 0x201D, 0xBB, 0x2011, 0x300D, 0x300F,
  ]

  private func afterParentheses(_ index: Int) -> Int {
    var open = index
    while open < text.scalars.count, open < index + 3, Self.glue.contains(text.scalars[open]) {
      open += 1
    }
    guard open < text.scalars.count, text.scalars[open] == 0x28 || text.scalars[open] == 0xFF08
    else { return index }
    let limit = min(open + 80, text.scalars.count)
    let close = (open..<limit).first { text.scalars[$0] == 0x29 || text.scalars[$0] == 0xFF09 }
    return close.map { $0 + 1 } ?? index
  }

  /// Whether words before a name lead to it: `in his official Telegram`.
  private func isLed(_ hit: QuotationLexicon.Hit, _ lexicon: QuotationLexicon) -> Bool {
    var place = hit.range.lowerBound
    // `בעמוד האינסטגרם`: an article is glued to the name.
    while place > 0, lexicon.isPrefix(text.folded[place - 1]) { place -= 1 }
    for _ in 0..<8 {
      var end = place
      while end > 0,
        Self.glue.contains(text.scalars[end - 1]) || Self.openings.contains(text.scalars[end - 1])
      {
        end -= 1
      }
      let before = hits.filter { $0.range.upperBound == end && $0.range.lowerBound < place }
      if before.contains(where: { $0.sign == .at || $0.sign == .account }) { return true }
      guard
        let next = before.filter({ $0.sign.mayStandBetween }).min(by: {
          $0.range.lowerBound < $1.range.lowerBound
        })
      else { return false }
      place = next.range.lowerBound
    }
    return false
  }

  private static let openings: Set<UInt32> = [0x201E, 0xAB, 0x300C, 0x300E, 0x28, 0x2018]
}

extension QuotationLexicon.Sign {
  var isPosts: Bool { if case .posts = self { true } else { false } }

  var isPostNoun: Bool { if case .postNoun = self { true } else { false } }

  /// Whether a word may be of those that report what somebody wrote or added elsewhere.
  var mayReport: Bool {
    switch self {
    case .pens, .says, .joins, .noun, .postNoun: true
    default: false
    }
  }

  var isPlatform: Bool { if case .platform = self { true } else { false } }

  var platform: PlatformID? {
    switch self {
    case .posts(let id), .postNoun(let id), .platform(let id), .home(let id):
      id.rawValue.isEmpty ? nil : id
    default: nil
    }
  }

  fileprivate var mayStandBetween: Bool {
    switch self {
    case .between, .noun, .platform, .postNoun: true
    default: false
    }
  }
}
