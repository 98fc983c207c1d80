import Foundation
import PostModel

extension FallbackReader {
  /// The attribution with which an embed's words end.
  ///
  /// Bluesky's oEmbed answers with the moment as programs write it, and content systems store what it
  /// answers: `— Name (@name.example) 2025-01-28T17:05:09.123Z`.
  func attribution(closing words: String) -> Attribution? {
    if let found = attributions.attribution(words[...]) { return found }
    let trimmed = words.trimmingSpaces()
    guard let space = trimmed.lastIndex(where: \.isWhitespace) else { return nil }
    let stamp = String(trimmed[trimmed.index(after: space)...])
    guard Self.isMoment(stamp), let date = MachineDate.read(stamp, source: .printed),
      let place = words.range(of: stamp, options: .backwards),
      var found = attributions.attribution(words[..<place.lowerBound]), found.date == nil
    else { return nil }
    found.date = date
    found.utf8Range =
      found.utf8Range
      .lowerBound..<words.utf8.distance(
        from: words.startIndex, to: place.upperBound)
    return found
  }

  /// Whether a word is a day and a time of that day: `2025-01-28T17:05`.
  private static func isMoment(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count >= 16 && bytes[10] == 0x54 && bytes[4] == 0x2D && bytes[13] == 0x3A
  }
}
