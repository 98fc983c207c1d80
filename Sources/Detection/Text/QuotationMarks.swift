/// Finds what stands between quotation marks in a paragraph.
///
/// A mark opens or closes by its neighbours: `„дума „вятър“.“` nests, `„дума"` and `„дума„` close.
struct QuotationMarks {
  let text: QuotationParagraph
  let marks: [UInt32: [UInt32]]
  let isUnspaced: Bool

  /// A quotation: the marks and the words inside of them.
  struct Span: Hashable {
    var outer: Range<Int>
    var inner: Range<Int>
  }

  /// The outermost quotations, in order.
  func spans() -> [Span] {
    var spans: [Span] = []
    var index = 0
    var failures = 0
    while index < text.scalars.count, failures < Self.mostFailures {
      if let width = opening(index), let closers = closers(index),
        let close = closing(index + width - 1, closers)
      {
        let inner = text.trimmed(index + width..<close)
        if !inner.isEmpty { spans.append(Span(outer: index..<close + 1, inner: inner)) }
        index = close + 1
      } else if let span = careless(at: index) {
        spans.append(span)
        index = span.outer.upperBound
      } else {
        if opening(index) != nil { failures += 1 }
        index += 1
      }
    }
    return spans
  }

  /// How wide the mark is that opens a quotation here, if one does.
  private func opening(_ index: Int) -> Int? {
    if isCommaPair(index) { return 2 }
    return marks[text.scalars[index]] != nil && opens(index) ? 1 : nil
  }

  private func closers(_ index: Int) -> [UInt32]? {
    isCommaPair(index) ? Self.lowClosers : marks[text.scalars[index]]
  }

  /// `,,Eerst`: two commas for the low mark, as typewriters had it.
  private func isCommaPair(_ index: Int) -> Bool {
    index + 2 < text.scalars.count && text.scalars[index] == 0x2C
      && text.scalars[index + 1] == 0x2C && text.isLetter(index + 2)
      && (index == 0 || text.isSpace(index - 1))
  }

  private static let lowClosers: [UInt32] = [0x201D, 0x201C, 0x22]

  /// A paragraph with more marks than this that nothing closes is no prose.
  private static let mostFailures = 40

  /// Quotations longer than this are an unbalanced mark.
  private static let longest = 4000

  private func closing(_ open: Int, _ closers: [UInt32]) -> Int? {
    var stack: [(mark: UInt32, closers: [UInt32])] = [(text.scalars[open], closers)]
    var fallback: Int?
    let limit = min(text.scalars.count, open + Self.longest)
    for index in open + 1..<max(limit, open + 1) {
      let scalar = text.scalars[index]
      if let depth = stack.lastIndex(where: { $0.closers.contains(scalar) }),
        closes(index, directional: !isNeutral(scalar))
      {
        if depth == 0 { return index }
        stack.removeSubrange(depth...)
        if stack[0].closers.contains(scalar) { fallback = index }
      } else if let inner = marks[scalar] ?? Self.alwaysNested[scalar], opens(index),
        stack.count < 4
      {
        stack.append((scalar, inner))
      }
    }
    return fallback
  }

  /// Pairs that may stand inside of any quotation.
  private static let alwaysNested: [UInt32: [UInt32]] = [
    0x2018: [0x2019, 0x2018], 0x201A: [0x2018, 0x2019], 0x201C: [0x201D], 0x00AB: [0x00BB],
    0x201E: [0x201C, 0x201D], 0x300E: [0x300F], 0x300C: [0x300D],
  ]

  /// Straight marks and the Hebrew gershayim, which stand inside of words too (`מנכ״ל`).
  private func isNeutral(_ scalar: UInt32) -> Bool { [0x22, 0x27, 0x05F4].contains(scalar) }

  private func opens(_ index: Int) -> Bool {
    guard index + 1 < text.scalars.count else { return false }
    if Self.oneWay.contains(text.scalars[index]) { return true }
    let next = text.scalars[index + 1]
    // French sets a space inside of its marks.
    if text.isSpace(index + 1), text.scalars[index] != 0xAB { return false }
    if Self.closingPunctuation.contains(next) { return false }
    guard index > 0 else { return true }
    if isUnspaced || text.scalars[index] == 0x201E { return true }
    if isElision(index) { return false }
    return !text.isLetter(index - 1) && !text.isDigit(index - 1)
      && !Self.closingPunctuation.contains(text.scalars[index - 1])
  }

  /// `Jet ’t Mannetje`, `’s avonds`: the apostrophe of a word of one letter.
  private func isElision(_ index: Int) -> Bool {
    let end = index + 2
    return [0x27, 0x2019].contains(text.scalars[index]) && end < text.scalars.count
      && Self.elided.contains(text.scalars[index + 1])
      && (text.isSpace(end) || text.scalars[end] == 0x2D)
  }

  /// The letters t, s, n, k, m and d.
  private static let elided: Set<UInt32> = [0x74, 0x73, 0x6E, 0x6B, 0x6D, 0x64]

  private func closes(_ index: Int, directional: Bool) -> Bool {
    if Self.oneWay.contains(text.scalars[index] - 1) { return true }
    let scalar = text.scalars[index]
    if text.isSpace(index - 1), scalar != 0xBB { return closesBehindBlank(index, directional) }
    guard index + 1 < text.scalars.count else { return true }
    if directional, scalar != 0x2019, scalar != 0x2018, scalar != 0x201E { return true }
    // Korean particles follow the mark without a space, and so do words in Chinese.
    let next = text.scalars[index + 1]
    return isUnspaced || next >= 0x1100 && text.isLetter(index + 1) || !text.isLetter(index + 1)
  }

  /// Corner brackets have one direction whatever stands beside them.
  private static let oneWay: Set<UInt32> = [0x300C, 0x300E]
  private static let closingPunctuation: Set<UInt32> = [0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x29]
}
