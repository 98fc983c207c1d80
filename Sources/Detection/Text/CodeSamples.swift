/// Where Markdown shows code as it is written, and where a template hides it: what stands there names
/// no post that the article shows.
struct CodeSamples {
  private var ranges: [Range<Int>] = []

  /// A text without code.
  init() {}

  init(_ text: String) {
    let bytes = TextBytes(text)
    var start = 0
    var fence: [UInt8]?
    while start < bytes.count {
      let end = bytes.lineEnd(after: start)
      let line = start..<end
      if let open = fence {
        ranges.append(line)
        if bytes.has(open, at: bytes.skipSpace(start)) { fence = nil }
      } else if let open = Self.fence(of: line, in: bytes) {
        fence = open
      } else if Self.isIndented(line, in: bytes) {
        ranges.append(line)
      } else {
        addSpans(of: line, in: bytes)
      }
      start = end + 1
    }
    for (open, close) in Self.hidden { addHidden(bytes, open, close) }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    join()
  }

  /// Whether a place is in such code.
  func hold(_ place: Int) -> Bool {
    let next = ranges.partitioningIndex { $0.upperBound > place }
    return next < ranges.count && ranges[next].contains(place)
  }

  /// Ranges that overlap become one, so that they can be looked up by halving.
  private mutating func join() {
    var joined: [Range<Int>] = []
    for range in ranges {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  private static func fence(of line: Range<Int>, in bytes: TextBytes) -> [UInt8]? {
    let start = bytes.skipSpace(line.lowerBound)
    return fences.first { bytes.has($0, at: start) }
  }

  /// Four spaces make code of a line; what an item goes on with stands less deep.
  private static func isIndented(_ line: Range<Int>, in bytes: TextBytes) -> Bool {
    bytes.has([0x20, 0x20, 0x20, 0x20], at: line.lowerBound)
      || bytes.has([0x09], at: line.lowerBound)
  }

  /// What stands between two runs of as many backticks.
  private mutating func addSpans(of line: Range<Int>, in bytes: TextBytes) {
    var place = line.lowerBound
    while let open = bytes.first(0x60, in: place..<line.upperBound) {
      let inside = Self.endOfTicks(at: open, line, bytes)
      place = inside
      var next = inside
      while let close = bytes.first(0x60, in: next..<line.upperBound) {
        next = Self.endOfTicks(at: close, line, bytes)
        guard next - close == inside - open else { continue }
        ranges.append(open..<next)
        place = next
        break
      }
    }
  }

  private static func endOfTicks(at place: Int, _ line: Range<Int>, _ bytes: TextBytes) -> Int {
    bytes.bytes[place..<line.upperBound].firstIndex { $0 != 0x60 } ?? line.upperBound
  }

  private mutating func addHidden(_ bytes: TextBytes, _ open: [UInt8], _ close: [UInt8]) {
    var place = 0
    while let start = bytes.first(open[0], in: place..<bytes.count) {
      place = start + 1
      guard bytes.has(open, at: start) else { continue }
      place = start + open.count
      var end = place
      while end < bytes.count, !bytes.has(close, at: end) { end += 1 }
      guard end < bytes.count else { return }
      ranges.append(start..<end)
      place = end
    }
  }

  private static let fences = ["```", "~~~"].map { Array($0.utf8) }
  private static let hidden = [("<!--", "-->"), ("{% raw %}", "{% endraw %}")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }
}
