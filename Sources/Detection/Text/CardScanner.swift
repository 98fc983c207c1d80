import PostModel

/// A post as the platform's own page or a site shows it: name and handle, words, time and day.
struct TextCard {
  var name: String?
  var handle: String
  /// The day, where the card shows one.
  var date: PostDate?
  var words: Range<Int>
  var range: Range<Int>
}

/// Finds cards by what no other text has: a line that is a clock time and a date, a line that is a
/// handle and a date, buttons after a post's words.
struct CardScanner {
  let text: TextBytes
  let lines: TextLines
  let dates: DateScanner
  /// What stands on buttons, in lower case, in all languages.
  let buttons: Set<String>

  /// All cards of a text, in its order.
  func cards(hint: LanguageTag?) -> [TextCard] {
    var cards = stampedCards(hint) + headedCards(hint) + gluedCards(hint) + buttonedCards()
    cards.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var kept: [TextCard] = []
    for card in cards where card.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(card)
    }
    return kept
  }

  // MARK: A clock time and a date below the words

  private func stampedCards(_ hint: LanguageTag?) -> [TextCard] {
    var cards: [TextCard] = []
    var floor = 0
    for index in lines.lines.indices where isStamp(lines.lines[index].range) {
      let line = lines.lines[index].range
      guard let date = stamp(text.string(line), hint: hint),
        let card = card(above: index, notBefore: floor, date: date)
      else { continue }
      cards.append(card)
      floor = index + 1
    }
    return cards
  }

  /// A cheap look before any date is read.
  private func isStamp(_ line: Range<Int>) -> Bool {
    line.count >= 12 && line.count <= 90 && text.bytes[line.lowerBound].isASCIIDigit
      && text.bytes[line].contains(0x3A)
  }

  /// The date of `1:02 PM · Jun 29, 2021 · 1.2M Views`, of Substack's `1:02 PM ∙ Jun 29, 2021`, and of
  /// `1:02 PM - 29 Jun 2021 34` with a count behind it.
  private func stamp(_ line: String, hint: LanguageTag?) -> PostDate? {
    if let date = dates.printedDate(line[...], hint: hint) { return date }
    let parts = line.split { Self.dots.contains($0) }
    if parts.count > 1 { return dates.printedDate((parts[0] + "·" + parts[1])[...], hint: hint) }
    guard let count = line.split(separator: " ").last, count.allSatisfy(\.isNumber) else {
      return nil
    }
    return dates.printedDate(line.dropLast(count.count + 1), hint: hint)
  }

  private func card(above stamp: Int, notBefore floor: Int, date: PostDate) -> TextCard? {
    for index in stride(from: stamp - 2, through: max(floor, stamp - 14), by: -1) {
      guard let author = author(index, notBefore: floor) else { continue }
      var first = index + 1
      while first < stamp - 1, isFurniture(lines.lines[first].range) { first += 1 }
      return TextCard(
        name: author.name, handle: author.handle, date: date,
        words: lines.lines[first].range.lowerBound..<lines.lines[stamp - 1].range.upperBound,
        range: author.start..<lines.lines[stamp].range.upperBound)
    }
    return nil
  }

  // MARK: A date beside the handle

  /// `Ada Quill @adaquill · Jun 29, 2021`, and the words below.
  private func headedCards(_ hint: LanguageTag?) -> [TextCard] {
    lines.lines.indices.dropLast().compactMap { index in
      let line = lines.lines[index].range
      guard line.count <= 160, text.bytes[line].contains(0x40),
        let dot = Self.dotBytes.lazy.compactMap({ lastPlace(of: $0, in: line) }).first
      else { return nil }
      let head = text.trimmed(line.lowerBound..<dot.lowerBound)
      guard let author = author(in: head),
        let date = dates.printedDate(
          text.string(text.trimmed(dot.upperBound..<line.upperBound))[...], hint: hint)
      else { return nil }
      // Below a headline the same is the byline of the article.
      let last = lastLine(below: index)
      guard last > index, line.lowerBound > 120 else {
        return nil
      }
      let words = lines.lines[index + 1].range.lowerBound..<lines.lines[last].range.upperBound
      return TextCard(
        name: author.name, handle: author.handle, date: date, words: words,
        range: line.lowerBound..<words.upperBound)
    }
  }

  /// The last line of the paragraph below a head, or the one before the buttons.
  private func lastLine(below head: Int) -> Int {
    var last = head
    for index in (head + 1)..<min(head + 12, lines.lines.count) {
      if index > head + 1, lines.lines[index].followsGap { return last }
      if isFurniture(lines.lines[index].range) { return last }
      last = index
      if !lines.isSpaced, index > head { break }
    }
    return last
  }

  // MARK: All of it on one line

  /// Substack's card: `Ada Quill @adaquillNine ships…1:02 PM ∙ Jun 29, 20213,456Likes`.
  private func gluedCards(_ hint: LanguageTag?) -> [TextCard] {
    var cards: [TextCard] = []
    var position = 0
    while let lead = text.first(0xE2, in: position..<text.count) {
      position = lead + 1
      guard text.has(Self.bullet, at: lead), let card = gluedCard(at: lead, hint) else { continue }
      cards.append(card)
    }
    return cards
  }

  private func gluedCard(at bullet: Int, _ hint: LanguageTag?) -> TextCard? {
    guard let clock = clockStart(before: bullet, notBefore: 0) else { return nil }
    let line = text.lineStart(before: clock, notBefore: clock - 1500)
    guard let sign = text.first(0x40, in: line..<clock), sign - line <= 120, sign > line,
      text.spaceLength(at: text.boundary(atOrBefore: sign - 1)) > 0
    else { return nil }
    let after = text.substring(from: bullet + Self.bullet.count, atMost: 40)
    guard let end = Self.endOfYear(in: after),
      let date = dates.printedDate(after[..<end], hint: hint)
    else { return nil }
    let name = text.trimmed(line..<sign)
    let handle = GluedHandle(text: text, sign: sign, name: text.string(name), limit: clock)
    let words = text.trimmed(handle.end..<clock)
    guard !words.isEmpty, !handle.value.isEmpty else { return nil }
    return TextCard(
      name: text.string(name), handle: handle.value, date: date, words: words,
      range: name.lowerBound..<text.offset(of: end))
  }

  /// The end of the first four digits: counts are glued to the year.
  private static func endOfYear(in text: Substring) -> String.Index? {
    var digits = 0
    for index in text.unicodeScalars.indices {
      digits = text.unicodeScalars[index].decimalValue == nil ? 0 : digits + 1
      if digits == 4 { return text.unicodeScalars.index(after: index) }
    }
    return nil
  }

  /// Where `1:02 PM ` begins that ends at a position.
  private func clockStart(before end: Int, notBefore limit: Int) -> Int? {
    var place = text.skipSpaceBack(end)
    let word = place
    while place > limit, text.bytes[place - 1].isASCIILetter { place -= 1 }
    guard word - place == 2 || word == place else { return nil }
    place = text.skipSpaceBack(place)
    guard place - 4 >= limit, text.bytes[place - 3] == 0x3A else { return nil }
    let hours = text.bytes[place - 5].isASCIIDigit ? place - 5 : place - 4
    let digits = [hours, place - 4, place - 2, place - 1]
    return digits.allSatisfy { text.bytes[$0].isASCIIDigit } ? hours : nil
  }

  /// `Ada Quill @adaquill Nine ships… oblíbit odpovědět`.
  private func buttonedCards() -> [TextCard] {
    lines.lines.compactMap { line in
      let range = line.range
      guard (40...900).contains(range.count), let sign = text.first(0x40, in: range),
        sign > range.lowerBound + 1, sign - range.lowerBound <= 80,
        text.spaceLength(at: sign - 1) > 0, let end = wordsEnd(beforeButtonsOf: range)
      else { return nil }
      let name = text.trimmed(range.lowerBound..<sign)
      var handleEnd = sign + 1
      while handleEnd < end, text.bytes[handleEnd].isHandleByte { handleEnd += 1 }
      guard (2...16).contains(handleEnd - sign), text.spaceLength(at: handleEnd) > 0 else {
        return nil
      }
      return TextCard(
        name: text.string(name), handle: text.string(sign + 1..<handleEnd), date: nil,
        words: text.trimmed(handleEnd..<end), range: range)
    }
  }

  /// Where the words end before two buttons or more, with which a line ends.
  private func wordsEnd(beforeButtonsOf line: Range<Int>) -> Int? {
    var end = line.upperBound
    var count = 0
    while end > line.lowerBound {
      let place = text.skipSpaceBack(end, downTo: line.lowerBound)
      var start = place
      while start > line.lowerBound, text.bytes[start - 1] > 0x20 { start -= 1 }
      guard start < place, buttons.contains(text.string(start..<place).lowercased()) else { break }
      (end, count) = (start, count + 1)
    }
    return count >= 2 ? end : nil
  }

  // MARK: Parts

  private typealias Author = (name: String?, handle: String, start: Int)

  /// `Ada Quill @adaquill`, or both on lines of their own, `@adaquill · Follow` too.
  private func author(_ index: Int, notBefore floor: Int) -> Author? {
    let whole = lines.lines[index].range
    if let author = author(in: whole) ?? tightAuthor(in: whole) { return author }
    let line = text.trimmed(whole.lowerBound..<(firstDot(in: whole) ?? whole.upperBound))
    guard index > floor, text.has([0x40], at: line.lowerBound), line.count <= 21,
      text.bytes[line].dropFirst().allSatisfy(\.isHandleByte)
    else { return nil }
    let above = lines.lines[index - 1].range
    guard above.count <= 120, !text.bytes[above].contains(0x40) else { return nil }
    let handle = text.string(line.lowerBound + 1..<line.upperBound)
    return (text.string(above), handle, above.lowerBound)
  }

  /// `Ada Quill @adaquill`, and nothing after it.
  private func author(in line: Range<Int>) -> Author? {
    guard line.count <= 160 else { return nil }
    var start = line.upperBound
    while start > line.lowerBound, text.bytes[start - 1].isHandleByte { start -= 1 }
    guard (1...20).contains(line.upperBound - start), start > line.lowerBound + 1,
      text.bytes[start - 1] == 0x40, text.spaceLength(at: start - 2) > 0
    else { return nil }
    let name = text.string(text.trimmed(line.lowerBound..<start - 1))
    return name.contains("@")
      ? nil : (name, text.string(start..<line.upperBound), line.lowerBound)
  }

  /// `Ada Quill (@adaquill)`, and `Ada Quill@adaquill` where a page's pieces were glued; an address of
  /// e-mail has neither a space nor a capital.
  private func tightAuthor(in line: Range<Int>) -> Author? {
    guard line.count <= 120, let sign = text.first(0x40, in: line), sign > line.lowerBound else {
      return nil
    }
    let isClosed = text.bytes[sign - 1] == 0x28 && text.has([0x29], endingAt: line.upperBound)
    let handle = sign + 1..<(isClosed ? line.upperBound - 1 : line.upperBound)
    let name = text.string(text.trimmed(line.lowerBound..<(isClosed ? sign - 1 : sign)))
    guard (1...20).contains(handle.count), text.bytes[handle].allSatisfy(\.isHandleByte),
      isClosed || name.contains { $0.isWhitespace || $0.isUppercase }, !name.isEmpty
    else { return nil }
    return (name, text.string(handle), line.lowerBound)
  }

  private func firstDot(in line: Range<Int>) -> Int? {
    Self.dotBytes.lazy.compactMap { dot in line.first { text.has(dot, at: $0) } }.first
  }

  /// Buttons, dots and counts round a card's words.
  private func isFurniture(_ line: Range<Int>) -> Bool {
    guard line.count <= 60 else { return false }
    let words = text.string(line).lowercased().split { $0 == " " || Self.dots.contains($0) }
    return words.allSatisfy { word in
      buttons.contains(String(word)) || word.allSatisfy { $0.isNumber || ".,kmb".contains($0) }
    }
  }

  private func lastPlace(of bytes: [UInt8], in range: Range<Int>) -> Range<Int>? {
    var place = range.upperBound - bytes.count
    while place >= range.lowerBound {
      if text.has(bytes, at: place) { return place..<place + bytes.count }
      place -= 1
    }
    return nil
  }

  private static let bullet = Array("∙".utf8)
  private static let dotBytes = ["·", "•", "∙"].map { Array($0.utf8) }
  private static let dots: Set<Character> = ["·", "•", "∙"]
}
