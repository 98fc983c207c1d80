import FoundationEssentials
import GRDB

/// Writes the table of words.
///
/// Texts are parted by number, 2¹⁸ to a part; each part has one row for each of its words. So only
/// one part is held in memory, rows are written in the order of their keys, and what is added later
/// changes no part but the last, whose rows are then those that would have been written at once.
struct WordWriter {
  /// How many bits of a number tell texts of one part.
  static let partBits = 18

  /// Where postings of one word stand in a block.
  private struct Chunk {
    var word: UInt32
    var block: UInt32
    var start: UInt32
    var end: UInt32
    /// The first and the last text, counted from the part's first.
    var first: UInt32
    var last: UInt32
  }

  private let database: Database
  private let insertion: RawStatement
  /// The part that has rows already.
  private let oldPart: Int?
  private var part = 0
  private var words = WordList()
  private var chunks: [Chunk] = []
  private var blocks: [[UInt8]] = []

  /// Writes the words of texts from a number on.
  init(_ database: Database, from number: Int) throws {
    self.database = database
    insertion = try RawStatement(database, "INSERT OR REPLACE INTO words VALUES (?,?,?)")
    oldPart = number > 1 ? (number - 1) >> Self.partBits : nil
  }

  /// Takes the words of so many texts that have the numbers from `first` on.
  mutating func add(_ block: WordBlock, first: Int, count: Int) throws {
    var from = first
    while from < first + count {
      let part = from >> Self.partBits
      if part != self.part {
        try finish()
        self.part = part
      }
      let to = min(first + count, (part + 1) << Self.partBits)
      take(block, first, from..<to)
      from = to
    }
  }

  private mutating func take(_ block: WordBlock, _ first: Int, _ numbers: Range<Int>) {
    let base = first - part << Self.partBits
    let texts = (numbers.lowerBound - first)..<(numbers.upperBound - first)
    let place = blocks.count
    blocks.append(block.bytes)
    block.bytes.withUnsafeBytes { bytes in
      var start = 0
      for word in 0..<block.words.count {
        let range = start..<block.ends[word]
        start = range.upperBound
        guard let (kept, head, last) = Self.part(of: range, bytes, block.lastTexts[word], texts)
        else { continue }
        let number = block.words.withBytes(of: word) {
          words.number($0, hash: block.words.hashes[word]).number
        }
        chunks.append(
          Chunk(
            word: UInt32(number), block: UInt32(place), start: UInt32(kept.lowerBound),
            end: UInt32(kept.upperBound), first: UInt32(base + head), last: UInt32(base + last)))
      }
    }
  }

  /// The postings of some of a block's texts, with the first and the last of these.
  private static func part(
    of range: Range<Int>, _ bytes: UnsafeRawBufferPointer, _ lastText: Int, _ texts: Range<Int>
  ) -> (Range<Int>, Int, Int)? {
    var reader = Postings.Reader(bytes, range)
    var start: Int?
    var first = 0
    var last = 0
    while !reader.isAtEnd {
      let index = reader.index
      let count = reader.next()
      if reader.text >= texts.upperBound {
        return start.map { ($0..<index, first, last) }
      }
      if start == nil, reader.text >= texts.lowerBound {
        start = index
        first = reader.text
        // Nearly every block is whole.
        if lastText < texts.upperBound { return (index..<range.upperBound, first, lastText) }
      }
      last = reader.text
      for _ in 0..<count { _ = reader.number() }
    }
    return start.map { ($0..<range.upperBound, first, last) }
  }

  /// Writes what is left.
  mutating func finish() throws {
    let (starts, sorted) = chunksByWord()
    var bytes: [UInt8] = []
    for word in words.sorted() {
      bytes.removeAll(keepingCapacity: true)
      try write(word, sorted[starts[word]..<starts[word + 1]], &bytes)
    }
    words = WordList()
    chunks.removeAll(keepingCapacity: true)
    blocks.removeAll()
  }

  /// The chunks by their words, each word's in the order of the texts, and where those of each begin.
  private func chunksByWord() -> (starts: [Int], sorted: [Chunk]) {
    var starts = [Int](repeating: 0, count: words.count + 1)
    for chunk in chunks { starts[Int(chunk.word) + 1] += 1 }
    for word in 0..<words.count { starts[word + 1] += starts[word] }
    var next = starts
    let sorted = [Chunk](unsafeUninitializedCapacity: chunks.count) { sorted, count in
      for chunk in chunks {
        let place = next[Int(chunk.word)]
        next[Int(chunk.word)] = place + 1
        sorted.initializeElement(at: place, to: chunk)
      }
      count = chunks.count
    }
    return (starts, sorted)
  }

  private func write(_ word: Int, _ chunks: ArraySlice<Chunk>, _ bytes: inout [UInt8]) throws {
    var last = UInt32(part == oldPart ? try takeOld(word, &bytes) : 0)
    for chunk in chunks {
      blocks[Int(chunk.block)].withUnsafeBytes { block in
        var reader = Postings.Reader(block, Int(chunk.start)..<Int(chunk.end))
        let head = (chunk.first - last) << 1 | UInt32(reader.number() & 1)
        Postings.append(head, to: &bytes)
        bytes.append(
          contentsOf: UnsafeRawBufferPointer(rebasing: block[reader.index..<Int(chunk.end)]))
      }
      last = chunk.last
    }
    insertion.bind(1, part)
    try words.withBytes(of: word) { name in
      try bytes.withUnsafeBytes { try insertion.run(text: 2, name, blob: 3, $0) }
    }
  }

  /// Takes the postings that the part has of a word already; gives the last text.
  private func takeOld(_ word: Int, _ bytes: inout [UInt8]) throws -> Int {
    let name = words.withBytes(of: word) { String(decoding: $0, as: UTF8.self) }
    guard let old = try WordTable.entries(of: name, part: part, in: database) else { return 0 }
    bytes.append(contentsOf: old)
    return old.withUnsafeBytes { old in
      var reader = Postings.Reader(old, 0..<old.count)
      while !reader.isAtEnd {
        let count = reader.next()
        for _ in 0..<count { _ = reader.number() }
      }
      return reader.text
    }
  }
}
