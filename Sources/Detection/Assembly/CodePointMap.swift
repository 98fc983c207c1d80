/// Turns UTF-8 offsets of a text into counts of Unicode code points, in one pass over the text.
struct CodePointMap {
  private let bytes: [UInt8]
  private let counts: [Int: Int]

  /// Prepares the offsets that will be asked for.
  init(text: String, offsets: some Sequence<Int>) {
    bytes = Array(text.utf8)
    var counts: [Int: Int] = [:]
    var count = 0
    var place = 0
    for offset in Set(offsets).sorted() {
      let end = min(offset, bytes.count)
      while place < end {
        // A byte that does not continue a sequence begins a code point.
        if bytes[place] & 0xC0 != 0x80 { count += 1 }
        place += 1
      }
      counts[offset] = count
    }
    self.counts = counts
  }

  /// The number of code points before an offset that was prepared.
  func codePoints(before offset: Int) -> Int {
    counts[offset] ?? 0
  }

  /// The text of a range of UTF-8 offsets.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Up to `count` code points before an offset.
  func prefix(of offset: Int, count: Int) -> String {
    var start = min(offset, bytes.count)
    var left = count
    while start > 0, left > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    return text(start..<min(offset, bytes.count))
  }

  /// Up to `count` code points from an offset on.
  func suffix(of offset: Int, count: Int) -> String {
    var end = min(offset, bytes.count)
    var left = count
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return text(min(offset, bytes.count)..<end)
  }
}
