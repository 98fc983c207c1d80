import PostModel

/// The words of a remnant, and what becomes of them in a sighting.
struct RemnantPost {
  let text: TextBytes
  /// Where the words stand, links included.
  let words: Range<Int>
  /// The rest of the words, where the attribution stands in their middle.
  var more: Range<Int>?

  init(text: TextBytes, words: Range<Int>) {
    self.text = text
    self.words = words
  }

  /// The words without links, and the links.
  var body: RemnantBody {
    var whole = text.string(words)
    if let more { whole += "\n" + text.string(more) }
    return RemnantBody(whole)
  }

  func sighting(of attribution: Attribution, at place: Range<Int>) -> Sighting {
    let isPlain = attribution.dashRange != nil
    let sureness =
      attribution.date == nil
      ? Confidence.undatedAttribution
      : isPlain ? Confidence.attribution : Confidence.undashedAttribution
    var sighting = made(
      .attributionLine, at: place, platform: attribution.platform, sureness: sureness)
    sighting.author = Account(handle: attribution.handle, name: attribution.name)
    sighting.permalink = attribution.permalink
    let line = text.string(attribution.utf8Range)
    sighting.evidence.append(
      Evidence(field: "author", rule: "text.attribution-line", value: line))
    if let date = attribution.date {
      sighting.dates = [date]
      sighting.evidence.append(
        Evidence(field: "published", rule: "text.attribution-line", value: line))
    }
    return sighting
  }

  func sighting(of link: PlacedLink, handle: String?, at place: Range<Int>) -> Sighting {
    var sighting = made(
      .mediaLink, at: place, platform: "x",
      sureness: link.isMedia ? Confidence.mediaLink : Confidence.shortLink)
    sighting.author.handle = handle
    sighting.evidence.append(
      Evidence(field: "platform", rule: "text.media-link", value: link.url))
    if let handle {
      sighting.evidence.append(
        Evidence(field: "author.handle", rule: "text.frame", value: handle))
    }
    return sighting
  }

  func sighting(of residue: Residue, at place: Range<Int>) -> Sighting {
    let sureness =
      residue.isUnknown
      ? Confidence.unknownResidue
      : residue.role == .attribution ? Confidence.residue : Confidence.frame
    var sighting = made(.boilerplate, at: place, platform: residue.platform, sureness: sureness)
    sighting.author = Account(handle: residue.handle, name: residue.name)
    sighting.permalink = residue.address
    let line = text.string(residue.range)
    let rule = residue.role == .attribution ? "text.residue" : "text.frame"
    sighting.evidence.append(Evidence(field: "platform", rule: rule, value: line))
    if !sighting.author.isEmpty {
      sighting.evidence.append(Evidence(field: "author", rule: rule, value: line))
    }
    if let date = residue.date {
      sighting.dates = [date]
      sighting.evidence.append(Evidence(field: "published", rule: rule, value: line))
    }
    return sighting
  }

  func sighting(of card: TextCard) -> Sighting {
    var sighting = made(.attributionLine, at: card.range, platform: "x", sureness: Confidence.card)
    sighting.author = Account(handle: card.handle, name: card.name)
    let line = text.string(card.range)
    sighting.evidence.append(Evidence(field: "author", rule: "text.card", value: line))
    if let date = card.date {
      sighting.dates = [date]
      sighting.evidence.append(Evidence(field: "published", rule: "text.card", value: line))
    }
    return sighting
  }

  func sighting(of film: TextFilm) -> Sighting {
    var sighting = made(.boilerplate, at: film.range, platform: "tiktok", sureness: Confidence.film)
    sighting.author.handle = film.handle
    sighting.author.name = soundName(of: film)
    sighting.evidence.append(
      Evidence(field: "author.handle", rule: "text.sound-line", value: text.string(film.range)))
    return sighting
  }

  /// The name behind `original sound -`, if the film's own account has it: `@prolocoverde`, `Pro Loco Verde`.
  private func soundName(of film: TextFilm) -> String? {
    let line = text.string(film.range)
    guard let note = line.lastIndex(of: "♬") else { return nil }
    let sound = line[note...].prefix { !$0.isNewline }
    guard let dash = sound.firstIndex(of: "-") else { return nil }
    let name = sound[sound.index(after: dash)...].drop { $0 == " " }
    func letters(_ words: some StringProtocol) -> String {
      words.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return letters(name) == letters(film.handle) && name.lowercased() != film.handle.lowercased()
      ? String(name) : nil
  }

  func made(
    _ kind: Sighting.Kind, at place: Range<Int>, platform: PlatformID?, sureness: Double
  ) -> Sighting {
    var sighting = Sighting(
      kind, at: .text(utf8Range: place), platform: platform, confidence: sureness)
    let body = body
    if !body.text.isEmpty { sighting.text = body.text }
    sighting.media = body.media
    sighting.links = body.links
    return sighting
  }
}
