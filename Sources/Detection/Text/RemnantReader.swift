import PostModel

/// Walks the marks of a text in order and makes the posts of them.
struct RemnantReader {
  let bounds: PostBounds
  let marks: [TextMark]
  private(set) var sightings: [Sighting] = []
  /// Where the last post or line of a platform ended; no post begins before it.
  private var floor = 0
  /// Links whose post has not been closed by an attribution yet.
  private var pending: [PlacedLink] = []
  /// The line that invites to see a post, until the post's author is named.
  private var view: Residue?
  private var frame: Frame?
  /// What stands in place of a picture.
  private var note: Range<Int>?

  private struct Frame {
    var residue: Residue
    var firstSighting: Int
  }

  private var text: TextBytes { bounds.text }
  /// Posts are no longer than this between an attribution and its date.
  private static let longestPost = 2000

  init(bounds: PostBounds, marks: [TextMark]) {
    self.bounds = bounds
    self.marks = marks
  }

  mutating func read() {
    for (index, mark) in marks.enumerated() where mark.range.lowerBound >= floor {
      switch mark.kind {
      case .attribution(let attribution): read(attribution, at: index)
      case .residue(let residue): read(residue, at: index)
      case .card(let card): read(card)
      case .film(let film): read(film)
      case .link(let link): read(link)
      case .dateLink(let link): read(link)
      }
    }
    closePending()
  }

  // MARK: Attributions and links

  private mutating func read(_ attribution: Attribution, at index: Int) {
    let end = attribution.utf8Range.lowerBound
    if let last = pending.last, last.isMedia, isParted(last, from: end) { closePending() }
    var post = RemnantPost(
      text: text, words: words(before: end, endsLine(attribution.utf8Range.upperBound)))
    let isBare = post.words.isEmpty && pending.isEmpty && note == nil
    if isBare, attribution.dashRange == nil || attribution.date == nil { return }
    var place = min(post.words.lowerBound, end)..<attribution.utf8Range.upperBound
    if let rest = continuation(after: attribution, at: index, of: post.words) {
      post.more = rest
      place = place.lowerBound..<rest.upperBound
    }
    append(post.sighting(of: attribution, at: place))
    (floor, pending, view) = (place.upperBound, [], nil)
  }

  /// Whether nothing follows on the line: a paragraph then is the post's, from its beginning.
  private func endsLine(_ position: Int) -> PostBounds.Ending {
    let next = text.skipSpace(position)
    return next == text.count || text.bytes[next] == 0x0A ? .attributed : .enclosed
  }

  /// The words before an attribution, without what stands in place of a picture.
  private func words(before end: Int, _ ending: PostBounds.Ending) -> Range<Int> {
    if let tag = markupStart(before: end) { return text.trimmed(tag..<end) }
    var end = end
    if let note, hasWords(note.upperBound..<end) == false, note.lowerBound >= floor {
      end = note.lowerBound
    }
    return bounds.post(endingAt: end, notBefore: floor, ending)
  }

  /// Where the words begin if a page shows the HTML code of an embed as its text.
  private func markupStart(before end: Int) -> Int? {
    let tail = max(floor, end - 12)
    guard text.bytes[tail..<end].contains(0x3E) else { return nil }
    let tag = Array("<blockquote".utf8)
    var position = end
    while position > max(floor, end - 4000) {
      position -= 1
      guard text.bytes[position] == 0x3C, text.has(tag, at: position) else { continue }
      return text.first(0x3E, in: position..<end).map { $0 + 1 }
    }
    return nil
  }

  /// Whether words stand after a media link that are not glued to it: those of another post.
  private func isParted(_ link: PlacedLink, from end: Int) -> Bool {
    let start = link.range.upperBound
    return hasWords(start..<end) && text.spaceLength(at: start) > 0
  }

  /// The rest of a post whose attribution stands in its middle: up to its media link.
  private func continuation(
    after attribution: Attribution, at index: Int, of words: Range<Int>
  ) -> Range<Int>? {
    let start = attribution.utf8Range.upperBound
    guard !words.isEmpty, !pending.contains(where: \.isMedia), index + 1 < marks.count,
      case .link(let link) = marks[index + 1].kind, link.isMedia,
      // A name may hold an address.
      link.range.lowerBound >= start
    else { return nil }
    let rest = text.trimmed(start..<link.range.upperBound)
    let between = text.string(start..<rest.lowerBound)
    guard !between.contains("\n\n"), !text.string(rest).contains("\n\n"),
      bounds.manner.weight(words) + bounds.manner.weight(rest) <= 330,
      !bounds.manner.differ(words, rest), hasWords(rest.lowerBound..<link.range.lowerBound)
    else { return nil }
    if index + 2 < marks.count, case .attribution = marks[index + 2].kind,
      !hasWords(link.range.upperBound..<marks[index + 2].range.lowerBound)
    {
      return nil
    }
    return rest
  }

  private mutating func read(_ link: PlacedLink) {
    if let last = pending.last {
      let between = last.range.upperBound..<link.range.lowerBound
      let isNear = between.count <= 400 && !text.bytes[between].contains(0x0A)
      if hasWords(between), last.isMedia ? isParted(last, from: between.upperBound) : !isNear {
        closePending()
      }
    }
    pending.append(link)
  }

  /// Makes a post of links that no attribution follows.
  private mutating func closePending(handle: String? = nil, upTo limit: Int = .max) {
    guard let last = pending.last else { return }
    let end = min(wordsEnd(after: last), limit)
    let words = bounds.post(
      endingAt: end, notBefore: floor, handle == nil ? .link : .enclosed)
    let isRemnant = !RemnantPost(text: text, words: words).body.text.isEmpty || last.isMedia
    if isRemnant {
      let place = min(words.lowerBound, pending[0].range.lowerBound)..<end
      append(RemnantPost(text: text, words: words).sighting(of: last, handle: handle, at: place))
    }
    floor = max(floor, end)
    pending = []
  }

  /// A date that links to its post, behind the post's picture or its words, where the attribution lost it.
  private mutating func read(_ link: DateLink) {
    let start = link.range.lowerBound
    if isSigned(above: link) {
      let words = text.trimmed(floor..<start)
      append(
        RemnantPost(text: text, words: words).made(
          .attributionLine, at: words, platform: "x", sureness: Confidence.attribution))
      pending = []
    } else if let picture = pending.last, pending.contains(where: \.isMedia),
      !hasWords(picture.range.upperBound..<start)
    {
      closePending(upTo: start)
    } else {
      return
    }
    guard let last = sightings.indices.last else { return }
    let place = sightings[last].utf8Range.lowerBound..<link.range.upperBound
    sightings[last].location = .text(utf8Range: place)
    sightings[last].permalink = link.address
    sightings[last].dates = [link.date]
    sightings[last].note("published", "text.date-link", text.string(link.range))
    floor = link.range.upperBound
    joinSigned(last, by: link)
  }

  /// Whether the last post is an attribution without a date, whose handle the address of a date has.
  private func isSigned(above link: DateLink) -> Bool {
    sightings.last.map { isSigned($0, by: link) } ?? false
  }

  private func isSigned(_ sighting: Sighting, by link: DateLink) -> Bool {
    guard sighting.kind == .attributionLine, sighting.dates.isEmpty,
      let handle = sighting.author.handle,
      (0...Self.longestPost).contains(link.range.lowerBound - sighting.utf8Range.upperBound)
    else { return false }
    return link.address.lowercased().contains("/\(handle.lowercased())/status/")
  }

  /// An extractor that moves the attribution above the post's last words leaves its date below them.
  private mutating func joinSigned(_ last: Int, by link: DateLink) {
    guard last > 0, isSigned(sightings[last - 1], by: link) else { return }
    let signed = sightings[last - 1]
    if let above = signed.text, !(sightings[last].text ?? "").hasPrefix(above) { return }
    sightings[last].author = signed.author
    sightings[last].kind = .attributionLine
    sightings[last].evidence += signed.evidence.filter { $0.field == "author" }
    let place = signed.utf8Range.lowerBound..<sightings[last].utf8Range.upperBound
    sightings[last].location = .text(utf8Range: place)
    sightings.remove(at: last - 1)
  }

  /// A short paragraph may go on after its link.
  private func wordsEnd(after link: PlacedLink) -> Int {
    guard !link.isMedia, let index = bounds.lines.index(at: link.range.lowerBound) else {
      return link.range.upperBound
    }
    let line = bounds.lines.lines[index].range
    let paragraph = max(line.lowerBound, floor)..<line.upperBound
    return paragraph.count <= 1200 && bounds.manner.weight(paragraph) <= 300
      ? line.upperBound : link.range.upperBound
  }

  // MARK: What platforms print

  private mutating func read(_ residue: Residue, at index: Int) {
    switch residue.role {
    case .attribution: readAuthor(residue, at: index)
    case .view:
      if residue.platform == "bluesky" {
        note = residue.range
        return
      }
      if residue.platform == "instagram" { closePending() }
      view = residue
      if residue.platform != "threads", residue.platform != "mastodon" {
        floor = residue.range.upperBound
      }
    case .opening:
      closePending()
      let opening = named(residue, at: index)
      frame = Frame(residue: opening, firstSighting: sightings.count)
      floor = opening.range.upperBound
    case .closing: close(residue)
    case .notice:
      closePending()
      floor = residue.range.upperBound
    }
  }

  private mutating func readAuthor(_ residue: Residue, at index: Int) {
    let start = residue.range.lowerBound
    var words = start..<start
    var address = residue.address
    switch residue.platform {
    case "instagram":
      if view == nil, let picture = linkedPicture(above: start) {
        words = picture.range.lowerBound..<picture.range.lowerBound
        address = picture.address
      } else if let view, view.platform == "instagram", start - view.range.upperBound <= 3000 {
        words = text.trimmed(view.range.upperBound..<start)
        address = address ?? view.address
      } else if frame?.residue.platform == "instagram", start - floor <= 3000 {
        words = text.trimmed(floor..<start)
      } else {
        words = caption(endingAt: start, isDated: residue.date != nil)
      }
    case "facebook", "reddit":
      let isComment = residue.platform == "reddit" && text.bytes[start].isASCIIUppercase
      let ending = endsLine(residue.range.upperBound)
      if !isComment { words = bounds.post(endingAt: start, notBefore: floor, ending) }
    case "mastodon", "threads":
      guard isFollowedByView(residue, at: index) else { return }
      address = address ?? self.view(behind: residue, at: index)?.address
    default: break
    }
    closePendingIfOutside(words)
    let place = min(words.lowerBound, start)..<residue.range.upperBound
    var sighting = RemnantPost(text: text, words: words).sighting(of: residue, at: place)
    sighting.permalink = address
    append(sighting)
    (floor, view, pending) = (place.upperBound, nil, [])
  }

  /// The paragraph above an author's line, where it is a picture that links to the post: `[![](…)](…)`.
  private func linkedPicture(above start: Int) -> MarkdownFrame? {
    guard let index = bounds.lines.index(at: start), index > 0 else { return nil }
    let line = bounds.lines.lines[index - 1].range
    guard line.lowerBound >= floor, text.has(Array("[![".utf8), at: line.lowerBound),
      let inner = text.bytes[line].lastIndex(of: 0x5D), text.bytes[inner - 1] == 0x29,
      let frame = MarkdownFrame(around: line.lowerBound + 1..<inner, in: text),
      frame.range == line
    else { return nil }
    return frame
  }

  /// Until 2018 the caption stood above the author and the date without any line before it, and many
  /// texts have lost that line; where there is no caption, the article's words stand there.
  private func caption(endingAt end: Int, isDated: Bool) -> Range<Int> {
    let words = bounds.post(endingAt: end, notBefore: floor, .enclosed)
    let isCaption =
      bounds.manner.isSocial(words) || isDated && bounds.manner.isForeign(words)
    return isCaption ? words : end..<end
  }

  private mutating func closePendingIfOutside(_ words: Range<Int>) {
    guard let last = pending.last, last.range.upperBound <= words.lowerBound else { return }
    closePending()
  }

  /// `Post by @h` is prose unless `View on Threads` or the like follows.
  private func isFollowedByView(_ residue: Residue, at index: Int) -> Bool {
    if residue.handle?.utf8.contains(0x40) ?? false, residue.platform == "mastodon" { return true }
    return view(behind: residue, at: index) != nil
  }

  private func view(behind residue: Residue, at index: Int) -> Residue? {
    for mark in marks[index...].prefix(3) {
      guard case .residue(let other) = mark.kind, other.role == .view,
        other.platform == residue.platform,
        (0...40).contains(mark.range.lowerBound - residue.range.upperBound)
      else { continue }
      return other
    }
    return nil
  }

  private mutating func close(_ residue: Residue) {
    let end = residue.range.lowerBound
    let handle = residue.handle ?? frame?.residue.handle
    if let frame {
      if sightings.count > frame.firstSighting {
        pending = []
        let last = sightings.count - 1
        sightings[last].author.handle = sightings[last].author.handle ?? handle
        sightings[last].author.name =
          sightings[last].author.name ?? residue.name ?? frame.residue.name
      } else {
        readFramed(residue, frame: frame, handle: handle)
      }
    } else if !pending.isEmpty {
      closePending(handle: handle)
    } else if handle != nil {
      let words = end..<end
      append(
        RemnantPost(text: text, words: words).sighting(of: residue, at: residue.range))
    }
    (frame, floor, pending) = (nil, residue.range.upperBound, [])
  }

  private mutating func readFramed(_ residue: Residue, frame: Frame, handle: String?) {
    let start = max(frame.residue.range.upperBound, floor)
    let words = text.trimmed(start..<max(start, residue.range.lowerBound))
    var framed = residue
    framed.handle = handle
    framed.name = residue.name ?? frame.residue.name
    guard words.count <= 6000, handle != nil || framed.name != nil || !words.isEmpty else { return }
    framed.platform = residue.platform ?? frame.residue.platform
    let place = frame.residue.range.lowerBound..<residue.range.upperBound
    append(RemnantPost(text: text, words: words).sighting(of: framed, at: place))
  }

  // MARK: Cards and films

  private mutating func read(_ card: TextCard) {
    closePending()
    append(RemnantPost(text: text, words: card.words).sighting(of: card))
    floor = card.range.upperBound
  }

  private mutating func read(_ film: TextFilm) {
    closePending()
    append(RemnantPost(text: text, words: film.words).sighting(of: film))
    floor = film.range.upperBound
  }

  private mutating func append(_ sighting: Sighting) {
    sightings.append(sighting)
  }

  private func hasWords(_ range: Range<Int>) -> Bool {
    guard range.lowerBound < range.upperBound else { return false }
    return text.bytes[text.trimmed(range)].contains { $0.isASCIILetter || $0 >= 0xC3 && $0 != 0xE2 }
  }
}

extension UInt8 {
  var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }
}
