/// A sentence of a paragraph and the quotations in it.
struct QuotationSentence {
  var range: Range<Int>
  var spans: [QuotationMarks.Span]

  /// Cuts a paragraph into sentences; what stands between quotation marks is never cut.
  ///
  /// `names` are the places behind names of one letter, which no initial are: `wrote on X. She`.
  static func split(
    _ text: QuotationParagraph, spans: [QuotationMarks.Span], names: Set<Int> = []
  ) -> [QuotationSentence] {
    var sentences: [QuotationSentence] = []
    var start = 0
    var inside: [QuotationMarks.Span] = []
    var next = 0
    var index = 0
    while index < text.scalars.count {
      var isEnd = false
      if next < spans.count, spans[next].outer.lowerBound == index {
        index = spans[next].outer.upperBound
        isEnd = endsAfter(spans[next], in: text, sentence: start)
        inside.append(spans[next])
        next += 1
      } else {
        isEnd = endsSentence(text, index, names)
        index += 1
      }
      if isEnd {
        sentences.append(QuotationSentence(range: text.trimmed(start..<index), spans: inside))
        start = index
        inside = []
      }
    }
    let rest = text.trimmed(start..<text.scalars.count)
    if !rest.isEmpty { sentences.append(QuotationSentence(range: rest, spans: inside)) }
    return sentences
  }

  private static let terminals: Set<UInt32> = [0x2E, 0x21, 0x3F, 0x2026, 0x061F, 0x06D4, 0x0964]
  private static let wideTerminals: Set<UInt32> = [0x3002, 0xFF01, 0xFF1F, 0xFF61]

  private static func endsSentence(
    _ text: QuotationParagraph, _ index: Int, _ names: Set<Int>
  ) -> Bool {
    let scalar = text.scalars[index]
    if wideTerminals.contains(scalar) { return true }
    guard terminals.contains(scalar) else { return false }
    guard index + 1 < text.scalars.count else { return true }
    guard text.isSpace(index + 1) else { return false }
    return scalar != 0x2E || names.contains(index) || !isAbbreviation(text, dot: index)
  }

  /// `17 мар. 2025`, `10. Mai`, `г. Пловдив`, `J. Smith`, `Mr. Smith`.
  private static func isAbbreviation(_ text: QuotationParagraph, dot: Int) -> Bool {
    var start = dot
    while start > 0, text.isLetter(start - 1) || text.isDigit(start - 1) { start -= 1 }
    var next = dot + 1
    while next < text.scalars.count, text.isSpace(next) { next += 1 }
    guard next < text.scalars.count else { return false }
    let isLower = text.isLetter(next) && !text.isUpper(next) && text.scalars[next] < 0x0590
    if isLower { return true }
    guard dot > start else { return false }
    if text.isDigit(start) { return dot - start <= 2 }
    // Thai closes no sentence with a full stop: `17 มี.ค. ว่า`.
    if (0x0E00...0x0E7F).contains(text.scalars[dot - 1]) { return true }
    if dot - start == 1 { return text.scalars[start] < 0x0590 }
    return abbreviations.contains(text.string(start..<dot).lowercased())
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "sr", "sra", "jr", "prof", "gen", "sen", "rep", "gov", "г", "гг",
    "ул", "им", "проф", "д", "др", "тов", "ing", "mgr", "bc", "hl", "nr", "bzw", "ca", "av", "fr",
    "vd", "lic", "mme", "mlle", "dott", "avv", "sig", "inż", "dr. sc", "tzv", "tzn", "ст", "дж",
    "chr", "gh", "jos", "joh", "ph", "th", "judr", "mudr", "phdr", "rndr", "paeddr", "kpt", "mjr",
    "plk",
    "डॉ", "प्रो", "पं", "इं", "एड", "मो", "कु", "स्व", "ए", "बी", "सी", "डी", "ई", "एफ", "जी", "एच", "आई",
    "जे", "के", "एल", "एम", "एन", "ओ", "पी", "आर", "एस", "टी", "यू", "वी", "ড", "ডা", "মো", "এ", "বি", "কে",
    "এম", "এস",
    "ts", "pgs", "gs", "ths", "bs", "kts", "lt", "col", "sgt", "capt", "maj", "adm", "cmdr", "supt",
    "hon", "rev",
    "στ", "χρ", "δρ", "αλ", "αθ", "γεώρ", "hab", "ks", "św", "ifj", "özv",
  ]

  /// `He wrote: “It is over.” Then he left.` ends after the mark, `“It is over!” Ann wrote` does not.
  private static func endsAfter(
    _ span: QuotationMarks.Span, in text: QuotationParagraph, sentence start: Int
  ) -> Bool {
    let last = text.scalars[span.inner.upperBound - 1]
    guard terminals.contains(last) || wideTerminals.contains(last) else { return false }
    guard (start..<span.outer.lowerBound).contains(where: { text.isLetter($0) }) else {
      return false
    }
    var next = span.outer.upperBound
    guard next < text.scalars.count, text.isSpace(next) || text.scalars[next] >= 0x3000 else {
      return false
    }
    while next < text.scalars.count, text.isSpace(next) { next += 1 }
    return next < text.scalars.count && text.isUpper(next)
  }
}
