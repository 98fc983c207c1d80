import PostModel

/// Tells from the bytes of a text whether it may repeat a post: by its signs, by a phrase that may tie
/// a quotation beside it, or by the empty lines between which a post of bare words may stand.
struct TextPrefilter: Sendable {
  let gate: TextGate
  let words: TextReader
  let residues: ResidueScanner

  /// Whether a text may hold a citation; `false` is certain.
  func mayCite(_ bytes: [UInt8]) -> Bool {
    guard let scratch = gate.makeScratch() else { return true }
    return mayCite(bytes, with: scratch)
  }

  private func mayCite(_ bytes: [UInt8], with scratch: PatternSet.Scratch) -> Bool {
    let finding = bytes.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    guard !finding.mayHoldPost else { return true }
    if bytes.withUnsafeBytes({ Leftovers(in: $0).mayBe }) { return true }
    let breaks = bytes.withUnsafeBytes { LineBreaks(in: $0) }
    if breaks.mayPartParagraphs { return true }
    if breaks.mayHoldOwnLine, residues.mayHoldUnknown(in: String(decoding: bytes, as: UTF8.self)) {
      return true
    }
    if breaks.mayBeWrapped {
      let joined = Array(WrappedLines.joined(String(decoding: bytes, as: UTF8.self)).utf8)
      // Each joining needs a wider column than the one before, so that this ends.
      if joined != bytes, mayCite(joined, with: scratch) { return true }
    }
    guard finding.hidesLetters else { return mayQuote(bytes, ties: finding.ties) }
    let shown = Self.withoutIgnorables(bytes)
    let plain = shown.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    return plain.mayHoldPost || mayQuote(shown, ties: plain.ties)
  }

  /// Makes a look at lines of JSON that hold texts, to be used by one task at a time.
  func makeRecordLook() -> (UnsafeRawBufferPointer) -> Bool {
    guard let scratch = gate.makeScratch() else { return { _ in true } }
    return { line in
      // Markup, and letters that are written as numbers, are looked at once they are decoded.
      if line.first(0x3C, from: 0) != nil { return true }
      let breaks = LineBreaks(inJSON: line)
      if breaks.holdsCodes || breaks.mayHoldPost || Leftovers(in: line).mayBe { return true }
      let finding = gate.finding(in: line, with: scratch, anySign: true)
      return finding.mayHoldPost || !finding.ties.isEmpty || finding.hidesLetters
    }
  }

  /// Whether a quotation stands in the paragraph of a tie, or in the one behind it.
  private func mayQuote(_ bytes: [UInt8], ties: [Int]) -> Bool {
    guard !ties.isEmpty else { return false }
    var tied = TiedParagraphs(ties)
    return QuotationParagraphs(bytes).contains { paragraph in
      tied.next(paragraph) && words.mayQuote(bytes[paragraph])
    }
  }

  private static func withoutIgnorables(_ bytes: [UInt8]) -> [UInt8] {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy.filter {
        !QuotationParagraph.isIgnorable($0.value)
      })
    return Array(String(view).utf8)
  }
}
