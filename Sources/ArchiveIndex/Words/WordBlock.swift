/// The words of some texts that follow on each other, each with its postings.
struct WordBlock: Sendable {
  let words: WordList
  /// The postings of all words, one after the other; texts are counted from the block's first.
  let bytes: [UInt8]
  /// Where the postings of each word end.
  let ends: [Int]
  /// The last text of each word.
  let lastTexts: [Int]

  /// Sorts what a scanner found by words.
  init(_ scanner: WordScanner) {
    let words = scanner.words
    var starts = [Int](repeating: 0, count: words.count + 1)
    for occurrence in scanner.occurrences { starts[Int(occurrence >> 40) + 1] += 1 }
    for word in 0..<words.count { starts[word + 1] += starts[word] }
    var next = starts
    var sorted = [UInt64](repeating: 0, count: scanner.occurrences.count)
    for occurrence in scanner.occurrences {
      let word = Int(occurrence >> 40)
      sorted[next[word]] = occurrence
      next[word] += 1
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sorted.count * 3)
    var ends: [Int] = []
    ends.reserveCapacity(words.count)
    var lastTexts: [Int] = []
    lastTexts.reserveCapacity(words.count)
    sorted.withUnsafeBufferPointer { sorted in
      for word in 0..<words.count {
        let own = UnsafeBufferPointer(rebasing: sorted[starts[word]..<starts[word + 1]])
        lastTexts.append(Self.encode(own, into: &bytes))
        ends.append(bytes.count)
      }
    }
    self.words = words
    self.bytes = bytes
    self.ends = ends
    self.lastTexts = lastTexts
  }

  private static func text(_ occurrence: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: occurrence >> 20) & (1 << 20 - 1)
  }

  private static func place(_ occurrence: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: occurrence) & (1 << 20 - 1)
  }

  /// Writes the postings of a word; gives the last text.
  private static func encode(
    _ occurrences: UnsafeBufferPointer<UInt64>, into bytes: inout [UInt8]
  ) -> Int {
    var last: UInt32 = 0
    var index = 0
    while index < occurrences.count {
      let text = text(occurrences[index])
      var end = index + 1
      while end < occurrences.count, Self.text(occurrences[end]) == text { end += 1 }
      Postings.append((text - last) << 1 | (end - index > 1 ? 1 : 0), to: &bytes)
      if end - index > 1 { Postings.append(UInt32(end - index), to: &bytes) }
      var before: UInt32 = 0
      for place in index..<end {
        let place = Self.place(occurrences[place])
        Postings.append(place - before, to: &bytes)
        before = place
      }
      last = text
      index = end
    }
    return Int(last)
  }
}
