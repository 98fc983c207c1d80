import CLibXML2

/// The text of a whole page and where each element stands in it.
struct RenderedText {
  let text: String
  /// One range of UTF-8 bytes for each element, by order.
  let ranges: [Range<Int>]
  /// For each element the farthest beginning of it and all before it, so that they ascend.
  private let starts: [Int]

  init(of index: ElementIndex) {
    var renderer = TextRenderer(of: index, notingRanges: true)
    renderer.render(index.top)
    text = String(decoding: renderer.output, as: UTF8.self)
    ranges = renderer.ranges
    var farthest = 0
    starts = ranges.map { range in
      farthest = max(farthest, range.lowerBound)
      return farthest
    }
  }

  /// The order of the last element up to which all begin at or before a place, `nil` for none.
  ///
  /// Whatever holds the words at that place is this element or one around it: what is behind begins later,
  /// and what ended before has no words there.
  func lastOrder(beginningBy place: Int) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
