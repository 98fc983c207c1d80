import PostModel

/// Tells from the bytes of a text whether it may repeat a post: by its signs, by a phrase that may tie
/// a quotation beside it, or by the empty lines between which a post of bare words may stand.
struct TextPrefilter: Sendable {
  let gate: TextGate
  let words: TextReader
  let residues: ResidueScanner

  /// What a text may hold.
  func outlook(on bytes: [UInt8]) -> Outlook {
    guard let scratch = gate.makeScratch() else { return .anything }
    return outlook(on: bytes, with: scratch)
  }

  private func outlook(on bytes: [UInt8], with scratch: PatternSet.Scratch) -> Outlook {
    let finding = bytes.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    if finding.mayHoldPost || bytes.withUnsafeBytes({ Leftovers(in: $0).mayBe }) {
      return .anything
    }
    if finding.mayHoldResidue, residues.mayHold(in: String(decoding: bytes, as: UTF8.self)) {
      return .anything
    }
    let breaks = bytes.withUnsafeBytes { LineBreaks(in: $0) }
    if breaks.mayPartParagraphs { return .anything }
    if breaks.mayHoldOwnLine, residues.mayHoldUnknown(in: String(decoding: bytes, as: UTF8.self)) {
      return .anything
    }
    var outlook = quotations(in: bytes, finding, with: scratch)
    if outlook != .anything, breaks.mayBeWrapped {
      let joined = Array(WrappedLines.joined(String(decoding: bytes, as: UTF8.self)).utf8)
      // Each joining needs a wider column than the one before, so that this ends.
      if joined != bytes {
        let other = self.outlook(on: joined, with: scratch)
        if other != .nothing { outlook = other }
      }
    }
    return outlook
  }

  private func quotations(
    in bytes: [UInt8], _ finding: TextGate.Finding, with scratch: PatternSet.Scratch
  ) -> Outlook {
    guard finding.hidesLetters else {
      return mayQuote(bytes, ties: finding.ties) ? .quotations : .nothing
    }
    let shown = Self.withoutIgnorables(bytes)
    let plain = shown.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    if plain.mayHoldPost { return .anything }
    return mayQuote(shown, ties: plain.ties) ? .quotations : .nothing
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
      return finding.holdsSign
    }
  }

  /// Whether a quotation stands in the paragraph of a tie, or in the one before or behind it.
  private func mayQuote(_ bytes: [UInt8], ties: [Int]) -> Bool {
    guard !ties.isEmpty else { return false }
    var tied = TiedParagraphs(ties)
    // `– Words.` and in the next paragraph `Det skriver Name på Facebook`.
    var last: Range<Int>?
    return QuotationParagraphs(bytes).contains { paragraph in
      defer { last = paragraph }
      return tied.next(paragraph)
        && (words.mayQuote(bytes[paragraph]) || last.map { words.mayQuote(bytes[$0]) } ?? false)
    }
  }

  private static func withoutIgnorables(_ bytes: [UInt8]) -> [UInt8] {
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    bytes.withUnsafeBytes { bytes in
      let look = ScalarLook(bytes)
      var place = 0
      while place < bytes.count {
        guard bytes[place] >= 0xC2, let (value, end) = look.scalar(at: place) else {
          shown.append(bytes[place])
          place += 1
          continue
        }
        if !QuotationParagraph.isIgnorable(value) { shown += bytes[place..<end] }
        place = end
      }
    }
    return shown
  }
}
