/// A handle to which the post's words are glued: `@adaquillNine ships`.
struct GluedHandle {
  let value: String
  /// Where it ends.
  let end: Int

  /// Reads the handle after a sign; the author's name helps to tell where it ends.
  init(text: TextBytes, sign: Int, name: String, limit: Int) {
    let start = sign + 1
    var run = start
    while run < limit, run - start < Self.longest + 15, text.bytes[run].isHandleByte { run += 1 }
    let letters = name.lowercased().utf8.filter { $0.isASCIILetter || $0.isASCIIDigit }
    let named = start + letters.count
    let isNamed =
      letters.count >= 3 && named <= run
      && text.string(start..<named).lowercased() == String(decoding: letters, as: UTF8.self)
    let end = isNamed ? named : Self.lastWord(text, start, run) ?? min(run, start + Self.longest)
    value = text.string(start..<end)
    self.end = end
  }

  /// Where the last word begins that a capital letter opens.
  private static func lastWord(_ text: TextBytes, _ start: Int, _ run: Int) -> Int? {
    guard run > start + 2 else { return nil }
    return (start + 2..<run).last { place in
      let next = place + 1 < run ? text.bytes[place + 1] : 0x20
      let previous = text.bytes[place - 1]
      return text.bytes[place].isASCIIUppercase && place - start <= longest
        && (!previous.isASCIIUppercase || (next.isASCIILetter && !next.isASCIIUppercase))
    }
  }

  private static let longest = 15
}
