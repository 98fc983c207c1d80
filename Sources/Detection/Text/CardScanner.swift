import PostModel

/// A post that a site drew itself: name and handle, words, `05:38 PM - 07 Jun 2019`.
struct TextCard {
  var name: String?
  var handle: String
  var date: PostDate
  var words: Range<Int>
  var range: Range<Int>
}

/// Finds cards by the line that holds a clock time and a date and nothing besides.
struct CardScanner {
  let text: TextBytes
  let lines: TextLines
  let dates: DateScanner

  func cards(hint: LanguageTag?) -> [TextCard] {
    var cards: [TextCard] = []
    var floor = 0
    for index in lines.lines.indices where isStamp(lines.lines[index].range) {
      let line = lines.lines[index].range
      guard let date = dates.printedDate(text.string(line)[...], hint: hint),
        let card = card(above: index, notBefore: floor, date: date)
      else { continue }
      cards.append(card)
      floor = index + 1
    }
    return cards
  }

  /// A cheap look before any date is read.
  private func isStamp(_ line: Range<Int>) -> Bool {
    line.count >= 12 && line.count <= 60 && text.bytes[line.lowerBound].isASCIIDigit
      && text.bytes[line].contains(0x3A)
  }

  private func card(above stamp: Int, notBefore floor: Int, date: PostDate) -> TextCard? {
    for index in stride(from: stamp - 2, through: max(floor, stamp - 9), by: -1) {
      guard let (name, handle) = author(lines.lines[index].range) else { continue }
      let end = lines.lines[stamp].range.upperBound
      return TextCard(
        name: name, handle: handle, date: date,
        words: lines.lines[index + 1].range.lowerBound..<lines.lines[stamp - 1].range.upperBound,
        range: lines.lines[index].range.lowerBound..<end)
    }
    return nil
  }

  /// `Ada Quill @adaquill`, and nothing after it.
  private func author(_ line: Range<Int>) -> (name: String?, handle: String)? {
    guard line.count <= 160 else { return nil }
    var start = line.upperBound
    while start > line.lowerBound, text.bytes[start - 1].isHandleByte { start -= 1 }
    guard (1...20).contains(line.upperBound - start), start > line.lowerBound + 1,
      text.bytes[start - 1] == 0x40, text.spaceLength(at: start - 2) > 0
    else { return nil }
    let name = text.string(text.trimmed(line.lowerBound..<start - 1))
    return name.contains("@") ? nil : (name, text.string(start..<line.upperBound))
  }
}
