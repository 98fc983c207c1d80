/// Decides between what a page claims and what its bytes look like.
struct EncodingChoice {
  let encoding: CharacterEncoding

  /// Chooses; `claims` are the declarations, the most trusted first.
  init(_ content: ArraySlice<UInt8>, survey: UTF8Survey, claims: [CharacterEncoding]) {
    if let wide = Self.wide(content, claims: claims) {
      encoding = wide
    } else if survey.sequences == 0, survey.strayBytes == 0 {
      // Plain ASCII reads the same in all encodings that remain but one.
      let japanese = CharacterEncoding(label: "iso-2022-jp") ?? .utf8
      encoding = Self.hasJapaneseEscapes(content) ? japanese : .utf8
    } else if survey.isMostlyUTF8 {
      encoding = .utf8
    } else {
      encoding = Self.legacy(content, claims: claims.filter { $0 != .utf8 && !$0.isUTF16 })
    }
  }

  /// UTF-16 shows in its zero bytes, whatever is declared.
  private static func wide(
    _ content: ArraySlice<UInt8>, claims: [CharacterEncoding]
  )
    -> CharacterEncoding?
  {
    let sample = content.prefix(4096)
    var zeros = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
    let pairs = sample.count / 2
    if let claim = claims.first, claim.isUTF16, zeros[0] + zeros[1] > 0 || pairs == 0 {
      return claim
    }
    if zeros[1] * 10 > pairs * 4, zeros[0] * 20 < pairs { return .utf16LE }
    if zeros[0] * 10 > pairs * 4, zeros[1] * 20 < pairs { return .utf16BE }
    return nil
  }

  /// ISO-2022-JP is ASCII with escapes: `ESC $ B` begins kanji, `ESC ( B` ends them.
  private static func hasJapaneseEscapes(_ content: ArraySlice<UInt8>) -> Bool {
    var rest = content
    while let escape = rest.firstIndex(of: 0x1B) {
      rest = content[(escape + 1)...]
      if rest.starts(with: [0x24, 0x42]) || rest.starts(with: [0x24, 0x40]) { return true }
    }
    return false
  }

  /// The declaration stands unless another reading makes clearly more sense.
  private static func legacy(
    _ content: ArraySlice<UInt8>, claims: [CharacterEncoding]
  )
    -> CharacterEncoding
  {
    let guess = EncodingGuess(content)
    // Two ideographs look like anything.
    if guess.isMeagre, let claim = claims.first(where: { guess.score(of: $0) >= 0 }) {
      return claim
    }
    var best: (encoding: CharacterEncoding, score: Double)?
    for claim in claims {
      let score = guess.score(of: claim)
      if best.map({ score > $0.score + guess.margin }) ?? true { best = (claim, score) }
    }
    if let best, best.score > guess.doubtful { return best.encoding }
    let found = guess.best
    // Rare ideographs look like anything; whoever declares them is mostly right.
    let margin = best.map { $0.encoding.isMultibyte ? 0.6 : guess.margin } ?? 0
    if let best, best.score + margin >= found.score { return best.encoding }
    return found.encoding
  }
}
