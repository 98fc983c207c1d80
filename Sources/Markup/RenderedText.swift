import CLibXML2

/// The text of a whole page and where each element stands in it.
struct RenderedText {
  let text: String
  /// One range of UTF-8 bytes for each element, by order.
  let ranges: [Range<Int>]

  init(of index: ElementIndex) {
    var renderer = TextRenderer(of: index, notingRanges: true)
    renderer.render(index.top)
    text = String(decoding: renderer.output, as: UTF8.self)
    ranges = renderer.ranges
  }
}
