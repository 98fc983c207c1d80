import Languages
import PostModel

/// Facebook's line under a post in words that no pack knows: `VERB NAME Weekday, DAY MONTH YEAR`.
///
/// Facebook writes the weekday with a capital letter in every language; where the language itself does
/// not, nobody else does in the middle of a line.
struct UnknownBylines {
  private(set) var residues: [Residue] = []
  private let text: TextBytes
  private let dates: DateScanner

  /// Looks among the lines that hold nothing of what is known already.
  init(text: TextBytes, lines: TextLines, known: [Residue], dates: DateScanner) {
    (self.text, self.dates) = (text, dates)
    var next = 0
    for (index, line) in lines.lines.map(\.range).enumerated()
    where index > 1 && lines.lines[index - 1].range.count >= 24 {
      while next < known.count, known[next].range.upperBound <= line.lowerBound { next += 1 }
      if next < known.count, known[next].range.overlaps(line) { continue }
      if let residue = residue(line) { residues.append(residue) }
    }
  }

  /// A cheap look at a line: one of that length that begins with a capital and ends in a year.
  static func mayBe(
    _ line: Slice<UnsafeRawBufferPointer>, atMost longest: Int = Self.longest
  ) -> Bool {
    guard (24...longest).contains(line.count), let first = line.first,
      first.isASCIIUppercase || first >= 0x80
    else { return false }
    var digits = 0
    for byte in line.suffix(32) {
      digits = byte.isASCIIDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  private func residue(_ line: Range<Int>) -> Residue? {
    guard text.bytes.withUnsafeBytes({ Self.mayBe($0[line]) }), !text.bytes[line].contains(0x40)
    else { return nil }
    let words = text.string(line).split(separator: " ")
    guard (5...24).contains(words.count),
      let weekday = words.indices.dropFirst(2).dropLast(2).first(where: { isWeekday(words[$0]) }),
      let date = dates.printedDate(
        words[weekday...].joined(separator: " ")[...], hint: nil), date.precision == .day
    else { return nil }
    let name = name(in: words[..<weekday])
    guard let name, !words[..<weekday].contains(where: { $0.contains(where: \.isNumber) }) else {
      return nil
    }
    var residue = Residue(role: .attribution, platform: "facebook", range: line)
    (residue.name, residue.date) = (name, date)
    residue.isUnknown = true
    return residue
  }

  private static let longest = 200

  private func isWeekday(_ word: Substring) -> Bool {
    guard word.first?.isUppercase ?? false, word.count > 3 else { return false }
    let name = word.lowercased().filter { $0.isLetter || $0 == "-" || $0 == "'" }
    return dates.names(weekday: name, besides: Self.capitalizing)
  }

  /// The words from the first capital after the verb on, without what leads to the date.
  private func name(in words: ArraySlice<Substring>) -> String? {
    guard let verb = words.first, verb.first?.isUppercase ?? false, verb.last?.isLetter ?? false
    else { return nil }
    guard
      let first = words.dropFirst().firstIndex(where: { $0.contains { $0.isUppercase } })
    else { return nil }
    var last = words.endIndex - 1
    // `у Понедељак`
    if last > first, words[last].count <= 3, words[last].allSatisfy(\.isLowercase) { last -= 1 }
    return words[first...last].joined(separator: " ")
      .trimmingSuffix { $0 == "," || $0 == "–" || $0 == " " }
  }

  /// Languages that write weekdays with a capital letter anyway, and those whose line is known.
  private static let capitalizing: Set<String> = [
    "en", "de", "id", "vi", "el", "hu", "tr", "fr", "es", "pt", "it", "ru",
  ]
}

extension String {
  /// The text without the letters at its end that meet a condition.
  fileprivate func trimmingSuffix(while belongs: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, belongs(last) { rest.removeLast() }
    return String(rest)
  }
}
