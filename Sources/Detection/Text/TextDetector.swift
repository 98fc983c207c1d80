package import Languages
package import PostModel

/// Finds the posts that survive in plain text: what was an embed before the tags were stripped.
package struct TextDetector: Sendable {
  private let dates: DateScanner
  private let attributions: AttributionLineScanner
  private let residues: ResidueScanner
  private let links = ShortLinkScanner()
  private let buttons: Set<String>

  /// Compiles the packs; make one detector and share it.
  package init(packs: [LanguagePack]) {
    let dates = DateScanner(packs: packs)
    self.init(dates: dates, residues: ResidueScanner(packs: packs, dates: dates))
  }

  /// Takes scanners that were compiled already.
  init(dates: DateScanner, residues: ResidueScanner) {
    self.dates = dates
    self.residues = residues
    attributions = AttributionLineScanner(dates: dates)
    buttons = Set(dates.packs.flatMap { $0.residues.buttons ?? [] }.map { $0.lowercased() })
  }

  /// The posts that survive in a text, in the order of their places.
  ///
  /// Time is linear in the text's length. Places count UTF-8 bytes of `text`.
  package func sightings(in text: String, context: TextContext) -> [Sighting] {
    sightings(in: text, quoted: QuotedLines(), context: context)
  }

  /// The posts that survive in a text of which it is known which lines a mark of quotation led.
  func sightings(in text: String, quoted: QuotedLines, context: TextContext) -> [Sighting] {
    let bytes = TextBytes(text)
    let lines = TextLines(bytes)
    let language = context.language ?? LanguageGuess.language(of: text)?.language
    let manner = PostManner(text: bytes, language: language)
    let bounds = PostBounds(text: bytes, lines: lines, manner: manner, quoted: quoted)
    let marks = marks(in: bytes, lines, language)
    var reader = RemnantReader(bounds: bounds, marks: marks)
    reader.read()
    let attributions = marks.compactMap(\.attribution)
    let card = ConversationCard(text: bytes).joined(reader.sightings, attributions: attributions)
    guard card.count == reader.sightings.count else { return card }
    let bare = BareTextReader(bounds: bounds, taken: reader.sightings.map(\.utf8Range))
    return BilingualPosts(bounds: bounds).joined(reader.sightings, bare.sightings())
      .sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
  }

  /// Everything that tells of a post, in the order of its places.
  private func marks(
    in text: TextBytes, _ lines: TextLines, _ language: LanguageTag?
  ) -> [TextMark] {
    let known = residues.residues(in: text).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let unknown = residues.unknownResidues(in: text, lines: lines, known: known)
    var marks = (known + unknown).map { TextMark(kind: .residue($0), range: $0.range) }
    let cards = CardScanner(text: text, lines: lines, dates: dates, buttons: buttons)
      .cards(hint: language)
    marks += cards.map { TextMark(kind: .card($0), range: $0.range) }
    for attribution in attributions.attributions(in: text, hint: language) {
      marks.append(TextMark(kind: .attribution(attribution), range: attribution.utf8Range))
    }
    marks += links.links(in: text).map { TextMark(kind: .link($0), range: $0.range) }
    marks += DateLink.all(in: text, dates: dates, hint: language)
      .map { TextMark(kind: .dateLink($0), range: $0.range) }
    marks += SoundScanner(text: text, lines: lines).films()
      .map { TextMark(kind: .film($0), range: $0.range) }
    marks.sort { ($0.range.lowerBound, $0.rank) < ($1.range.lowerBound, $1.rank) }
    return marks
  }
}

/// Something in a text that tells of a post.
struct TextMark {
  enum Kind {
    case attribution(Attribution)
    case residue(Residue)
    case card(TextCard)
    case film(TextFilm)
    case link(PlacedLink)
    case dateLink(DateLink)
  }

  let kind: Kind
  let range: Range<Int>

  /// The attribution, if the mark is one.
  var attribution: Attribution? {
    if case .attribution(let attribution) = kind { attribution } else { nil }
  }

  /// Of two marks at one place the one that tells more comes first.
  var rank: Int {
    switch kind {
    case .residue: 0
    case .card: 1
    case .film: 2
    case .attribution: 3
    case .link: 4
    case .dateLink: 5
    }
  }
}
