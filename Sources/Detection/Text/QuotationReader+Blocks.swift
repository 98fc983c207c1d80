import Languages
import PostModel

/// Quotations that Markdown sets apart.
extension QuotationReader {
  /// Reads a block behind a paragraph that ties it to a post and ends in a colon: `She wrote on X:`.
  ///
  /// Gives false where the block is to be read as any paragraph.
  mutating func readBlock(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= Self.longestEarlier, let (tie, frame) = leadTie,
      tie.place != nil
        || tie.anchor.sign.isPosts || tie.anchor.sign.isPostNoun
    else { return false }
    let text = QuotationParagraph(bytes)
    guard let quoted = QuotationBlocks.words(of: text, lexicon: lexicon),
      lexicon.isUnspaced ? quoted.count >= 6 : text.words(in: quoted).count >= 3
    else { return false }
    nameRecent()
    append(
      unmarked(quoted, in: text, frame, tie, confidence: min(tie.confidence, 0.9), support: nil))
    pass(bytes)
    return true
  }
}
