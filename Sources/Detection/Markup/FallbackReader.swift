import Languages
import Markup
import Platforms
import PostModel

/// Reads what a platform's code holds for readers without scripts: author, words, date.
struct FallbackReader: Sendable {
  let dates: DateScanner
  let attributions: AttributionLineScanner
  let residues: ResidueScanner
  let remnants: TextDetector

  /// Sets what an element's own words say of its post.
  func read(
    _ element: HTMLElement, as fallback: EmbedPattern.Fallback, into sighting: inout Sighting
  ) {
    switch fallback {
    case .attribution: readAttribution(element, into: &sighting)
    case .sharedBy: readSharedBy(element, into: &sighting)
    case .postedBy: readPostedBy(element, into: &sighting)
    case .soundtrack: readSoundtrack(element, into: &sighting)
    case .cardTitle: readCardTitle(element, into: &sighting)
    case .postBy: readPostBy(element, into: &sighting)
    case .heading: readHeading(element, into: &sighting)
    case .title: readTitle(element, into: &sighting)
    case .none: break
    }
  }

  /// Words, then `— Name (@handle) date`.
  private func readAttribution(_ element: HTMLElement, into sighting: inout Sighting) {
    let words = PostWords(element)
    let language = words.language
    sighting.language = language.flatMap { LanguageTag($0) }
    if CardReader(dates: dates).read(element, into: &sighting) { return }
    guard let found = attribution(closing: words.text) else {
      readPlaceholder(words, of: element, into: &sighting)
      return
    }
    let signature = words.signature(of: found)
    sighting.author.name = signature?.name ?? found.name
    sighting.author.handle = found.handle
    if let date = found.date ?? dateOfLastLink(element, hint: sighting.language) {
      sighting.dates.append(date)
    }
    let bytes = words.text.utf8
    let start =
      signature?.start ?? bytes.index(bytes.startIndex, offsetBy: found.utf8Range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: found.utf8Range.upperBound)
    sighting.note("author", "markup.attribution", String(words.text[start..<end]))
    take(words, upTo: start, into: &sighting)
  }

  /// Words without an attribution: a link's "View Tweet", a notice that the post is gone.
  private func readPlaceholder(
    _ words: PostWords, of element: HTMLElement, into sighting: inout Sighting
  ) {
    // "Tweet may have been deleted": a notice is all that the element shows.
    if residues.residues(in: TextBytes(words.text)).contains(where: { $0.role == .notice }) {
      sighting.findings.append(.deletedPostPlaceholder)
    }
    guard sighting.kind == .blockquote, words.paragraphs > 0, !words.isOnlyLink else { return }
    var end = words.text.endIndex
    // The author's name was taken out, the date is left.
    if let stamp = element.descendants.last(where: { $0.name == "a" })?.text,
      let date = dates.printedDate(stamp[...], hint: sighting.language),
      words.text.hasSuffix(stamp)
    {
      sighting.dates.append(date)
      end = words.text.index(end, offsetBy: -stamp.count)
      if let named = words.signature(before: stamp) {
        sighting.author.name = named.name
        end = named.start
      }
    }
    take(words, upTo: end, into: &sighting)
  }

  private func take(
    _ words: PostWords, upTo end: String.Index, into sighting: inout Sighting
  ) {
    let body = PostBody(ShownWords(String(words.text[..<end]), residues: residues).text)
    sighting.text = body.text.isEmpty ? nil : body.text
    sighting.media += body.media.filter { !sighting.media.contains($0) }
    sighting.links += (words.links + body.links).filter { !sighting.links.contains($0) }
    if body.text.hasSuffix("…") { sighting.findings.append(.textCutByPlatform) }
  }

  /// Takes the words that the title of the post's own page gives.
  func take(titleWords words: String, into sighting: inout Sighting) {
    let body = PostBody(words)
    guard !body.text.isEmpty else { return }
    sighting.text = body.text
    sighting.links += body.links.filter { !sighting.links.contains($0) }
    sighting.note("text", "page.title", words)
    if body.text.hasSuffix("…") { sighting.findings.append(.textCutByPlatform) }
  }

  func dateOfLastLink(_ element: HTMLElement, hint: LanguageTag?) -> PostDate? {
    for link in element.descendants.reversed() where link.name == "a" {
      if let date = dates.printedDate(link.text[...], hint: hint) { return date }
    }
    return nil
  }
}

extension Sighting {
  /// Notes which rule gave a field.
  mutating func note(_ field: String, _ rule: String, _ value: String) {
    evidence.append(Evidence(field: field, rule: rule, value: value))
  }
}
