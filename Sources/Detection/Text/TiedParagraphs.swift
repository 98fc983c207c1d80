/// Which paragraphs of a text may hold a quotation of a post: those with a phrase that can tie one to a
/// post, and the few behind them to which it carries.
struct TiedParagraphs {
  private let ties: [Int]
  private var place = 0
  /// How many paragraphs were asked for since a phrase.
  private var since = QuotationReader.reach + 1

  /// Takes the offsets behind the phrases, in ascending order.
  init(_ ties: [Int]) {
    self.ties = ties
  }

  /// Whether the next paragraph, which stands behind all that were asked for, is one of them.
  mutating func next(_ paragraph: Range<Int>) -> Bool {
    while place < ties.count, ties[place] <= paragraph.lowerBound { place += 1 }
    let isTied = place < ties.count && ties[place] <= paragraph.upperBound
    since = isTied ? 0 : min(since + 1, QuotationReader.reach + 1)
    return since <= QuotationReader.reach
  }
}
