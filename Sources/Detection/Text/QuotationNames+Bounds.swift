import Languages

/// Where a name begins and ends among words that might be of it as well.
extension QuotationNames {
  /// Small words inside of Dutch and German names, which other languages print as they are.
  static let infixes: Set<String> = ["den", "der", "de", "het", "und", "zu"]

  /// `Joke Van den Eede`, `Kuno von und zu Rabenfels`: a small word behind `van` or `von`.
  func isInfix(_ word: Range<Int>, behind run: [Range<Int>]) -> Bool {
    guard run.count > 1, let last = run.last, Self.infixes.contains(text.string(word)) else {
      return false
    }
    let before = text.string(last).lowercased()
    if text.string(word) == "zu" { return before == "und" }
    return before == "van" || before == "von"
  }

  /// Whether no place opens a run of three words, which Slavic languages give in the genitive there.
  ///
  /// `skakalec Gregor Kos Bizjak`: no genitive ends so; `ministrica za promet Ana Kos Bizjak`: what the
  /// trade is for was said.
  func opensWithFirstName(_ run: [Range<Int>]) -> Bool {
    guard people.words == 2, run.count == 3, let first = run.first,
      let last = first.last.map({ text.folded[$0] })
    else { return false }
    if Self.nominativeEnds.contains(last) { return true }
    let before = words().filter { $0.upperBound < first.lowerBound }.suffix(2)
    guard let purpose = before.first, let noun = before.last, before.count == 2 else {
      return false
    }
    return Self.purposes.contains(text.string(purpose)) && !text.isUpper(noun.lowerBound)
      && first.lowerBound - noun.upperBound == 1
  }

  /// The letters r, p, š, s, ž, р, п, ш, с, ж.
  private static let nominativeEnds: Set<UInt32> = [
    0x72, 0x70, 0x161, 0x73, 0x17E, 0x440, 0x43F, 0x448, 0x441, 0x436,
  ]

  private static let purposes: Set<String> = ["za", "pro", "pre", "за"]

  /// `FK`, `KK`, `HC`: what clubs have before their name.
  func isClubSign(_ word: Range<Int>) -> Bool {
    guard word.count == 2, isAbbreviation(word) else { return false }
    let value = text.string(word)
    return value.hasSuffix("K") || value.hasSuffix("К")
      || ["HC", "FC", "BC", "AC", "SC"].contains(value)
  }

  /// `Јавно предузеће „Водовод“`: a kind of institution, and its name in marks directly behind.
  func withLabel(_ name: Name) -> Name {
    let end = name.range.upperBound
    guard end + 2 < text.scalars.count, text.isSpace(end),
      let label = frame.labels.first(where: { $0.lowerBound == end + 2 }),
      label.upperBound < text.scalars.count, text.isUpper(label.lowerBound),
      let last = text.words(in: name.range).last, name.words > 1, !text.isUpper(last.lowerBound)
    else { return name }
    let range = name.range.lowerBound..<(label.upperBound + 1)
    return Name(value: text.string(range), range: range, words: name.words + 1)
  }

  /// Whether a name of one word is that of a place: `in Leeds`, and no account is hers or his there.
  func isPlace(_ name: Name) -> Bool {
    guard name.words == 1, isComplement(name) else { return false }
    let start = name.range.lowerBound
    return frame.hits.contains { $0.sign == .at && $0.range.upperBound == start - 1 }
      && !frame.hits.contains { hit in
        (hit.sign.isPlatform || hit.sign == .account || hit.sign == .noun || hit.sign.isVerb)
          && hit.range.lowerBound > start && hit.range.lowerBound <= name.range.upperBound + 4
      }
  }

  /// `A Dunai Halászok Egyesület helyi vezetője, dr. Bodor Ágota`: whose the institution is, a comma, and
  /// who it is, where the family name comes first.
  func isOwner(_ name: Name, of holder: Name) -> Bool {
    guard people.familyNameFirst ?? false, holder.words > 1,
      name.range.upperBound < holder.range.lowerBound
    else { return false }
    let between = name.range.upperBound..<holder.range.lowerBound
    let commas = between.filter { text.scalars[$0] == 0x2C }
    guard commas.count == 1, let comma = commas.first,
      !frame.hits.contains(where: { between.overlaps($0.range) && $0.sign.isVerb })
    else { return false }
    let gap = words().filter { between.contains($0.lowerBound) }
    let nouns = gap.filter { $0.upperBound <= comma }
    return (1...4).contains(nouns.count)
      && nouns.allSatisfy { !text.isUpper($0.lowerBound) }
      && gap.filter { $0.lowerBound > comma }.allSatisfy { word in
        word.count <= 4
          && people.roles.contains { $0.lowercased() == text.string(word).lowercased() }
      }
  }
}
