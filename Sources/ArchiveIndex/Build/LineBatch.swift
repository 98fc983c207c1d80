import Archive
import PostModel

/// What the index keeps of one block of lines, before it is known how many came before.
///
/// Numbers count from the block's first citation, articles from its first article, and names from
/// the block's own; so blocks can be read in any order or at once.
struct LineBatch: Sendable {
  private(set) var records: [CitationRecord] = []
  private(set) var articles: [ArticleRecord] = []
  private(set) var keys: [KeyEntry] = []
  /// The keys of each article.
  private(set) var articleKeys: [[IndexKey]] = []
  /// Hashtags, each with the number of a citation.
  private(set) var tagged: [(hashtag: Int, number: Int)] = []
  private(set) var troubles: [(position: Int, message: String)] = []
  private(set) var names: LineNames
  private(set) var words: WordBlock
  /// How much of the archive was seen, with the block.
  private(set) var seen: IndexState.Seen?

  private init(_ names: LineNames, _ words: WordBlock) {
    self.names = names
    self.words = words
  }

  /// Reads the lines of a block, but those that are to be forgotten.
  static func read(_ block: LineBlock, _ tombstones: Tombstones) throws -> LineBatch {
    var reading = Reading(tombstones)
    try block.withLines { lines in
      var lastLine = 0
      try lines.withEach { line, start in
        lastLine = start
        let place = ArchivePosition(segment: lines.segment, offset: lines.offset + start)
        try reading.read(line, at: place.number)
      }
      guard !lines.bytes.isEmpty else { return }
      let last = lines.bytes[lastLine..<(lines.bytes.count - 1)]
      reading.batch.seen = IndexState.Seen(
        segment: lines.segment, bytes: lines.offset + lines.bytes.count,
        lastLine: lines.offset + lastLine, last: UnsafeRawBufferPointer(rebasing: last))
    }
    reading.batch.names = reading.indexer.names
    reading.batch.words = WordBlock(reading.scanner)
    return reading.batch
  }

  /// The reading of a block.
  private struct Reading {
    var batch: LineBatch
    var indexer = LineIndexer()
    var scanner = WordScanner()
    private let tombstones: Tombstones

    init(_ tombstones: Tombstones) {
      self.tombstones = tombstones
      batch = LineBatch(LineNames(), WordBlock(WordScanner()))
    }

    mutating func read(_ line: UnsafeRawBufferPointer, at position: Int) throws {
      // What is forgotten is found by whole citations; hardly any archive has to forget.
      if tombstones.isEmpty, UTF8Check.isValid(line), indexer.read(line, at: position) {
        return try add(line, length: line.count)
      }
      do {
        // A line of another shape that means the same.
        let citation = try CitationCodec.decode(Array(line))
        if tombstones.covers(citation) { return }
        let usual = CitationCodec.encode(citation)
        try usual.withUnsafeBytes { bytes in
          guard indexer.read(bytes, at: position) else { return }
          try add(bytes, length: line.count)
        }
      } catch let error as ArchiveError where error.code == .malformedLine {
        batch.troubles.append((position, error.message))
      }
    }

    private mutating func add(_ line: UnsafeRawBufferPointer, length: Int) throws {
      var record = indexer.record
      let number = batch.records.count
      record.length = UInt32(length)
      if batch.articles.last?.identity == indexer.articleKey.value {
        batch.articles[batch.articles.count - 1].count += 1
      } else {
        let article = indexer.article(of: line, number: number)
        batch.articles.append(article.record)
        batch.articleKeys.append(article.keys)
      }
      record.article = UInt32(batch.articles.count - 1)
      batch.records.append(record)
      let isNameless = record.native == 0
      for key in indexer.keys {
        batch.keys.append(KeyEntry(key: key, number: number, isNameless: isNameless))
      }
      for hashtag in indexer.hashtags { batch.tagged.append((hashtag, number)) }
      try indexer.scanWords(of: line, number: number, into: &scanner)
    }
  }
}
