import Languages
import PostModel

/// A date that is a link of Markdown and nothing else: `[March 12, 2026](https://…)`.
struct DateLink {
  var date: PostDate
  var address: String
  var range: Range<Int>

  /// All such links of a text.
  static func all(in text: TextBytes, dates: DateScanner, hint: LanguageTag?) -> [DateLink] {
    var found: [DateLink] = []
    var position = 0
    while let bracket = text.first(0x5D, in: position..<text.count) {
      position = bracket + 1
      guard let tail = MarkdownFrame.tail(at: bracket, in: text), tail.address.contains("://"),
        let open = open(before: bracket, in: text),
        let date = dates.printedDate(text.string(open + 1..<bracket)[...], hint: hint)
      else { continue }
      found.append(DateLink(date: date, address: tail.address, range: open..<tail.end))
      position = tail.end
    }
    return found
  }

  /// The bracket that opens a label that may be a date: a short one with a digit in it.
  private static func open(before bracket: Int, in text: TextBytes) -> Int? {
    var place = bracket
    var hasDigit = false
    while place > 0, bracket - place < longest {
      place -= 1
      if text.bytes[place] == 0x5B { return hasDigit ? place : nil }
      if text.bytes[place].isASCIIDigit { hasDigit = true }
      if text.bytes[place] == 0x5D || text.bytes[place] == 0x28 { return nil }
    }
    return nil
  }

  private static let longest = 60
}
