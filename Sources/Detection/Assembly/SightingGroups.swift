import Digests
import PostModel

/// Gathers the sightings of one post in one document.
///
/// Two sightings are of one post if they have its id, a link of its media, or its words; never if
/// they have different ids, or different handles without an id.
struct SightingGroups {
  /// The groups, each led by its strongest sighting, in the order of their places.
  private(set) var groups: [[Sighting]] = []
  private var byIdentity: [String: Int] = [:]
  private var byMedia: [String: Int] = [:]
  private var byText: [String: Int] = [:]
  /// Groups of posts that are shown rather than quoted, and their words: few in any article.
  private var shown: [Int] = []
  private var foldedTexts: [Int: String] = [:]
  /// What the sightings of each group say, so that a post seen ten thousand times is compared once.
  private var facts: [Facts] = []

  private struct Facts {
    var platforms: Set<String> = []
    var identities: Set<String> = []
    var handles: Set<String> = []

    mutating func add(_ sighting: Sighting) {
      sighting.platform.map { _ = platforms.insert($0.rawValue) }
      SightingGroups.identity(of: sighting).map { _ = identities.insert($0) }
      sighting.author.handle.map { _ = handles.insert($0.lowercased()) }
    }

    /// Whether a sighting says nothing else than the group, in what both say.
    func agree(with sighting: Sighting) -> Bool {
      Self.agree(sighting.platform?.rawValue, platforms)
        && Self.agree(SightingGroups.identity(of: sighting), identities)
        && Self.agree(sighting.author.handle?.lowercased(), handles)
    }

    private static func agree(_ value: String?, _ known: Set<String>) -> Bool {
      value.map { value in known.allSatisfy { $0 == value } } ?? true
    }
  }

  /// Articles show a few posts and quote some of them; in a list of thousands nothing is looked for.
  private static let mostShown = 200
  /// How many letters of a quotation must be the post's.
  private static let quotedLength = 80

  /// Gathers sightings, whatever their order.
  init(_ sightings: [Sighting]) {
    var firstSeen: [Int] = []
    let enclosing = EnclosingSightings(sightings)
    var groupOf: [Int: Int] = [:]
    let ordered = sightings.enumerated().sorted { Self.isStronger($0, $1) }
    for (order, sighting) in ordered {
      let around = enclosing.around(order).compactMap { groupOf[$0] }
      if let index = group(of: sighting, within: around) {
        groups[index].append(sighting)
        note(sighting, at: index)
        groupOf[order] = index
      } else {
        groupOf[order] = groups.count
        groups.append([sighting])
        facts.append(Facts())
        firstSeen.append(order)
        note(sighting, at: groups.count - 1)
      }
    }
    // Elements without words stand at one place of the text: the order of the page decides.
    groups = zip(groups, firstSeen).sorted {
      ($0.0[0].utf8Range.lowerBound, $0.1) < ($1.0[0].utf8Range.lowerBound, $1.1)
    }.map(\.0)
  }

  private mutating func note(_ sighting: Sighting, at index: Int) {
    facts[index].add(sighting)
    if let key = Self.identity(of: sighting) { byIdentity[key] = byIdentity[key] ?? index }
    for code in Self.mediaCodes(of: sighting) { byMedia[code] = byMedia[code] ?? index }
    if let key = Self.fingerprint(of: sighting) { byText[key] = byText[key] ?? index }
    if sighting.form == .embed || sighting.form == .remnant, foldedTexts[index] == nil,
      let text = sighting.text, shown.count < Self.mostShown
    {
      shown.append(index)
      foldedTexts[index] = Self.folded(text)
    }
  }

  private func group(of sighting: Sighting, within around: [Int]) -> Int? {
    if let key = Self.identity(of: sighting), let index = byIdentity[key] { return index }
    let candidates = Self.mediaCodes(of: sighting).compactMap { byMedia[$0] }
    if let index = candidates.first(where: { facts[$0].agree(with: sighting) }) {
      return index
    }
    if let key = Self.fingerprint(of: sighting), let index = byText[key],
      facts[index].agree(with: sighting)
    {
      return index
    }
    // A remnant or quotation that stands within another's place is that one seen again.
    if sighting.id == nil, let index = around.first(where: { facts[$0].agree(with: sighting) }) {
      return index
    }
    return quoted(sighting)
  }

  /// A quotation whose words are part of a post that the article also shows.
  private func quoted(_ sighting: Sighting) -> Int? {
    guard sighting.form == .quote, let words = sighting.text, words.utf8.count >= 24 else {
      return nil
    }
    let needle = ByteNeedle(String(Self.folded(words).prefix(Self.quotedLength)))
    return shown.first { index in
      needle.occurs(in: foldedTexts[index] ?? "") && facts[index].agree(with: sighting)
    }
  }

  private static func identity(of sighting: Sighting) -> String? {
    guard let platform = sighting.platform else { return nil }
    if let identity = sighting.identity ?? sighting.id { return "\(platform):\(identity)" }
    return sighting.permalink.map { "\(platform):\($0)" }
  }

  /// The last path components of media and short links: `pic.twitter.com/C` and `t.co/C` agree.
  private static func mediaCodes(of sighting: Sighting) -> [String] {
    let links = sighting.media.map(\.url) + sighting.links.filter { $0.contains("//t.co/") }
    return links.compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  private static func fingerprint(of sighting: Sighting) -> String? {
    guard let words = sighting.text, words.utf8.count >= 12 else { return nil }
    return CitationIdentity.fingerprint(ofText: words)
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func isStronger(
    _ one: (offset: Int, element: Sighting), _ other: (offset: Int, element: Sighting)
  ) -> Bool {
    (rank(one.element), one.element.utf8Range.lowerBound, one.offset)
      < (rank(other.element), other.element.utf8Range.lowerBound, other.offset)
  }

  /// Forms from the strongest on; within a form the kind that carries the most facts.
  private static func rank(_ sighting: Sighting) -> Int {
    switch sighting.kind {
    case .blockquote: 0
    case .frame: 1
    case .customElement: 2
    case .placeholder: 3
    case .payload: 4
    case .attributionLine: 5
    case .boilerplate: 6
    case .mediaLink: 7
    case .bareText: 8
    case .quotation: 9
    case .link: 10
    }
  }
}
