/// A film of TikTok: handle, caption and the line that names the sound.
struct TextFilm {
  var handle: String
  var words: Range<Int>
  var range: Range<Int>
}

/// Finds films by the note before the sound's name; which language names it does not matter.
struct SoundScanner {
  let text: TextBytes
  let lines: TextLines

  func films() -> [TextFilm] {
    var films: [TextFilm] = []
    var position = 0
    var floor = 0
    while let lead = text.first(0x99, in: position..<text.count) {
      position = lead + 1
      guard lead > 0, text.has(Self.note, at: lead - 1) else { continue }
      if let film = film(soundAt: lead - 1, notBefore: floor) {
        films.append(film)
        floor = film.range.upperBound
      }
    }
    return films
  }

  private func film(soundAt note: Int, notBefore floor: Int) -> TextFilm? {
    guard let last = lines.index(at: note) else { return nil }
    let end = lines.lines[last].range.upperBound
    for index in stride(from: last, through: max(0, last - 8), by: -1) {
      let line = lines.lines[index].range
      guard line.lowerBound >= floor, note - line.lowerBound <= 3000 else { break }
      guard let (handle, after) = handle(at: line.lowerBound, before: note) else { continue }
      let words = text.trimmed(after..<note)
      // On a line of its own, or before the caption, with the sound on the same line or below.
      let isCaptioned = index >= last - 1 && lines.lines[last].range.lowerBound >= note - 3
      guard after == line.upperBound || index == last || isCaptioned else { continue }
      return TextFilm(
        handle: handle, words: words,
        range: line.lowerBound..<text.boundary(atOrBefore: min(end, note + Self.longestSound)))
    }
    return filmInLine(soundAt: note, notBefore: max(floor, lines.lines[last].range.lowerBound))
  }

  /// A film within a line: `… the town. @ada.q Nine ships #fog ♬ original sound - Ada The …`.
  private func filmInLine(soundAt note: Int, notBefore floor: Int) -> TextFilm? {
    var place = max(floor, note - Self.longestCaption)
    // The sound of the film before may reach beyond this one's note.
    guard place < note else { return nil }
    while let sign = text.first(0x40, in: place..<note) {
      place = sign + 1
      let before = text.skipSpaceBack(sign)
      guard before < sign, before > floor, Self.closesSentence(text, before),
        let (handle, after) = handle(at: sign, before: note)
      else { continue }
      let end = text.lineEnd(after: note, notAfter: note + 3)
      return TextFilm(handle: handle, words: text.trimmed(after..<note), range: sign..<end)
    }
    return nil
  }

  private static func closesSentence(_ text: TextBytes, _ end: Int) -> Bool {
    sentenceEnds.contains { text.has($0, endingAt: end) }
  }

  private static let sentenceEnds = [".", "!", "?", "…", ":", "”", "\"", "»", "。"]
    .map { Array($0.utf8) }
  private static let longestCaption = 2400
  private static let longestSound = 160

  private func handle(at start: Int, before end: Int) -> (String, Int)? {
    guard text.has([0x40], at: start) else { return nil }
    var after = start + 1
    while after < end, text.bytes[after].isHandleByte || text.bytes[after] == 0x2E { after += 1 }
    guard (3...25).contains(after - start), after == end || text.spaceLength(at: after) > 0 else {
      return nil
    }
    return (text.string(start + 1..<after), after)
  }

  // U+266C
  private static let note: [UInt8] = [0xE2, 0x99, 0xAC]
}
