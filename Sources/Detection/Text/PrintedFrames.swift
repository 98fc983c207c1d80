import Languages

/// The words that a broadcaster prints round an embed, which tie nothing that stands behind them:
/// `End of Twitter post by @name “…,” the company said`.
struct PrintedFrames: Sendable {
  /// What stands on either side of the platform's name, folded.
  private struct Edge: Hashable, Sendable {
    var before: [UInt32]
    var after: [UInt32]
  }

  private let edges: Set<Edge>

  init(packs: [LanguagePack]) {
    let patterns = packs.flatMap(\.residues.frames).flatMap { [$0.opens, $0.closes] }
    edges = Set(patterns.compactMap { Self.edge(of: $0) })
  }

  /// The phrases without those that are part of such words.
  func removed(
    from hits: [QuotationLexicon.Hit], in text: QuotationParagraph
  ) -> [QuotationLexicon.Hit] {
    guard !edges.isEmpty else { return hits }
    let printed = hits.filter(\.sign.isPlatform).compactMap { range(round: $0.range, in: text) }
    guard !printed.isEmpty else { return hits }
    return hits.filter { hit in !printed.contains { $0.overlaps(hit.range) } }
  }

  private func range(round name: Range<Int>, in text: QuotationParagraph) -> Range<Int>? {
    let found = edges.lazy.compactMap { edge -> Range<Int>? in
      let start = name.lowerBound - edge.before.count
      let end = name.upperBound + edge.after.count
      guard start >= 0, end <= text.scalars.count,
        text.folded[start..<name.lowerBound].elementsEqual(edge.before),
        text.folded[name.upperBound..<end].elementsEqual(edge.after)
      else { return nil }
      return start..<end
    }
    return found.max { $0.count < $1.count }
  }

  private static func edge(of pattern: String) -> Edge? {
    guard let name = pattern.firstRange(of: "{platform}") else { return nil }
    let rest = pattern[name.upperBound...].prefix { $0 != "{" && $0 != "," }
    let after = rest.last == " " ? rest.dropLast() : rest
    return Edge(
      before: QuotationParagraph.folded(String(pattern[..<name.lowerBound])),
      after: QuotationParagraph.folded(String(after)))
  }
}
