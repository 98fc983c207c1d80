import Languages

/// Whole names in scripts without spaces, whose readers know who is meant by a part.
extension QuotationReader {
  /// `長瀬圭吾監督` for `長瀬監督`, `นายสมพงษ์ ใจกว้าง` for `นายสมพงษ์`.
  func wholeUnspacedName(openingWith part: String, before own: QuotationFrame) -> String? {
    let here = own.text.string(0..<own.start)
    let earlier = recent.reversed().filter { $0.bytes.count <= Self.longestEarlier }.lazy
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    let signs = Array(part)
    guard (lexicon.cues.people.words == 2 ? 3...20 : 1...3).contains(signs.count) else {
      return nil
    }
    for words in [here] + earlier {
      let words = Array(words)
      for start in words.indices.dropLast(signs.count)
      where words[start] == signs[0] && words[start...].starts(with: signs) {
        let rest = words[(start + signs.count)...]
        let found =
          lexicon.cues.people.words == 2
          ? familyName(rest, behind: words[..<start]) : givenName(rest, behind: words[..<start])
        if let found { return part + found }
      }
    }
    return nil
  }

  /// The given name that closes a Japanese name: what says who it is follows, or the age in brackets.
  private func givenName(
    _ rest: ArraySlice<Character>, behind before: ArraySlice<Character>
  ) -> String? {
    let people = lexicon.cues.people
    if let last = before.last, Self.isIdeograph(last) { return nil }
    for count in 1...4 where rest.count > count {
      let name = String(rest.prefix(count))
      guard let last = name.last, last.isLetter, !Self.particles.contains(last) else { return nil }
      let next = String(rest.dropFirst(count).prefix(8))
      let isClosed = (people.honorifics + people.subjects + ["（", "("]).contains {
        next.hasPrefix($0)
      }
      guard isClosed, !people.honorifics.contains(where: { name.hasPrefix($0) }),
        !(people.collectives ?? []).contains(where: { name.hasPrefix($0) })
      else { continue }
      return name
    }
    return nil
  }

  /// The family name of a Thai behind a title and the given name, between spaces.
  private func familyName(
    _ rest: ArraySlice<Character>, behind before: ArraySlice<Character>
  ) -> String? {
    let people = lexicon.cues.people
    let title = String(before.suffix(16))
    guard rest.first == " ", people.roles.contains(where: { title.hasSuffix($0) }) else {
      return nil
    }
    let name = String(rest.dropFirst().prefix { !$0.isWhitespace })
    guard (2...20).contains(name.count), name.allSatisfy(\.isLetter),
      !people.roles.contains(where: { $0.count >= 3 && name.hasPrefix($0) }),
      lexicon.hits(in: QuotationParagraph(ArraySlice(name.utf8))).isEmpty
    else { return nil }
    return " " + name
  }

  private static func isIdeograph(_ sign: Character) -> Bool {
    sign.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  /// What ties words of a sentence and is in no given name.
  private static let particles: Set<Character> = ["の", "は", "が", "を", "に", "と", "へ", "で", "も", "や"]
}
