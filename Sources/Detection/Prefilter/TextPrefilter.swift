import Languages
import PostModel

/// Tells from the bytes of a text whether it may repeat a post: by its signs, by a phrase that may tie
/// a quotation beside it, or by the empty lines between which a post of bare words may stand.
struct TextPrefilter: Sendable {
  private let gate: TextGate
  private let words: TextReader

  /// Compiles what is looked for; `nil` where the scanner does not run on this processor.
  init?(words: TextReader, packs: [LanguagePack]) {
    guard let gate = TextGate(packs: packs) else { return nil }
    self.gate = gate
    self.words = words
  }

  /// Whether a text may hold a citation; `false` is certain.
  func mayCite(_ bytes: [UInt8]) -> Bool {
    guard let scratch = gate.makeScratch() else { return true }
    var finding = bytes.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    guard !finding.mayHoldPost else { return true }
    let isOpen = bytes.withUnsafeBytes { bytes in
      Leftovers(in: bytes).mayBe || LineBreaks(in: bytes).mayHoldPost
    }
    if isOpen { return true }
    guard finding.hidesLetters else { return mayQuote(bytes, ties: finding.ties) }
    let shown = Self.withoutIgnorables(bytes)
    finding = shown.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
    return finding.mayHoldPost || mayQuote(shown, ties: finding.ties)
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
    var next = 0
    var wasTied = false
    for paragraph in QuotationParagraphs(bytes) {
      while next < ties.count, ties[next] <= paragraph.lowerBound { next += 1 }
      let isTied = next < ties.count && ties[next] <= paragraph.upperBound
      if isTied || wasTied, words.mayQuote(bytes[paragraph]) { return true }
      wasTied = isTied
    }
    return false
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
