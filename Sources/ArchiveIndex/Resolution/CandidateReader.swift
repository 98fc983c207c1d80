import Archive
import PostModel

/// Reads what of citations decides to which post they belong, from their lines.
struct CandidateReader {
  private var reader: CitationReader
  private var fields = LineFields()
  private var fold = LetterFold()

  init(_ reader: ArchiveReader) {
    self.reader = CitationReader(reader)
  }

  /// The candidate of a line, without the keys that too many have.
  mutating func candidate(
    _ number: Int, at position: Int, length: Int, banned: Set<IndexKey>
  ) throws -> Candidate {
    let place = ArchivePosition(number: position)
    let line = try reader.line(at: place, length: length)
    var candidate =
      try line.withUnsafeBytes { scanned(number, $0) }
      ?? Candidate(reader.citation(at: place, length: length), number: number)
    if !banned.isEmpty { candidate.forget(banned) }
    return candidate
  }

  /// The candidate of a line of the shape that the codec writes.
  private mutating func scanned(_ number: Int, _ line: UnsafeRawBufferPointer) -> Candidate? {
    guard UTF8Check.isValid(line), var scanner = JSONScanner(line), fields.read(&scanner) else {
      return nil
    }
    return Candidate(fields, scanner, number: number, &fold)
  }
}

extension Candidate {
  /// Drops keys that too many have.
  mutating func forget(_ banned: Set<IndexKey>) {
    if fingerprint != nil, banned.contains(IndexKey(.text, folded)) { fingerprint = nil }
    bands.removeAll(where: banned.contains)
    mediaCodes.removeAll { banned.contains(IndexKey(.code, $0.name)) }
    linkCodes.removeAll { banned.contains(IndexKey(.code, $0.name)) }
    if let key = permalink, banned.contains(IndexKey(.permalink, key.name)) { permalink = nil }
  }
}
