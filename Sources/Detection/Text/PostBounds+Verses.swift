extension PostBounds {
  /// Whether a short line goes on in the one below as verses do: both begin in a small letter, or two
  /// lines of the post below do.
  func goesOn(_ above: Int, top: Int, post: Range<Int>) -> Bool {
    let line = lines.lines[above].range
    guard beginsSmall(lines.lines[top].range), manner.weight(line) <= Self.longestVerse,
      !endsSentence(line)
    else { return false }
    if beginsSmall(line) { return true }
    let next = top + 1
    return next < lines.lines.count && lines.lines[next].range.lowerBound < post.upperBound
      && beginsSmall(lines.lines[next].range)
  }

  /// Words without the link at their end.
  func withoutLink(_ words: Range<Int>) -> Range<Int> {
    let string = text.string(words)
    let last = ShortLinkScanner().links(in: TextBytes(string)).last
    guard let last, last.range.upperBound == words.count else { return words }
    return text.trimmed(words.lowerBound..<words.lowerBound + last.range.lowerBound)
  }

  private func beginsSmall(_ line: Range<Int>) -> Bool {
    text.substring(from: line.lowerBound, atMost: min(4, line.count)).first?.isLowercase ?? false
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    let last = text.string(line).unicodeScalars.last { !$0.properties.isWhitespace }
    return last.map { ".!?…:;。！？：\"”“»".unicodeScalars.contains($0) } ?? true
  }

  private static let longestVerse = 48
}
