import Archive
import Digests
import GRDB
import PostModel

/// One citation as the index keeps it.
struct CitationRow {
  var candidate: Candidate
  var length: Int
  var form: Citation.Form
  var language: String?
  /// The post's key, as the citation has it.
  var key: JoinKey

  /// Words shorter than this, in letters and digits, are too common to tell two posts apart.
  private static let tellingLength = 20

  init(_ citation: Citation, position: Int, length: Int) {
    let post = citation.post
    candidate = Candidate(
      position: position, id: citation.id, confidence: citation.confidence)
    candidate.platform = post.platform?.rawValue
    candidate.native = post.id
    candidate.permalink = post.permalink.map(JoinKey.permalink)
    candidate.handle = post.author?.handle.flatMap { $0.isEmpty ? nil : Self.folded($0) }
    let codes = post.shortCodes
    candidate.mediaCodes = Self.distinct(codes.media)
    candidate.linkCodes = Self.distinct(codes.links)
    self.length = length
    form = citation.form
    key = .key(post.key)
    language = post.language?.rawValue.lowercased()
    takeDate(post.published)
    takeWords(post.text)
  }

  /// A handle as it is compared: without `@`, without case.
  static func folded(_ handle: String) -> String {
    (handle.hasPrefix("@") ? String(handle.dropFirst()) : handle).lowercased()
  }

  private mutating func takeDate(_ date: PostDate?) {
    guard let date, let period = date.period else { return }
    candidate.dateRank = date.rank
    candidate.first = period.first
    candidate.last = period.last
  }

  private mutating func takeWords(_ text: String?) {
    guard let text else { return }
    let folded = FoldedText(text)
    // One ideograph says about as much as two letters.
    let length = folded.value.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    candidate.foldedLength = length
    if length >= Self.tellingLength { candidate.fingerprint = .text(folded) }
  }

  private static func distinct(_ codes: [String]) -> [JoinKey] {
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }.map(JoinKey.code)
  }
}

extension ArchivePosition {
  /// The place as one number, in the order of the archive.
  var number: Int { segment << 40 | offset }

  init(number: Int) {
    self.init(segment: number >> 40, offset: number & (1 << 40 - 1))
  }
}

extension CitationRow {
  /// Adds the row; the post is set once it is resolved.
  func insert(into database: Database, article: Int, wording: Int?) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO citation VALUES
        (?,?,?,?,NULL,0,1,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """)
    try statement.execute(arguments: [
      candidate.position, length, candidate.id.bytes, article, form.rank, candidate.confidence,
      candidate.platform, candidate.native, candidate.permalink?.value, candidate.handle,
      Self.encoded(candidate), candidate.fingerprint?.value, candidate.foldedLength, language,
      candidate.dateRank, candidate.first, candidate.last, wording, key.value,
    ])
  }

  /// The columns that `candidate(_:)` reads.
  static let candidateColumns = """
    position, id, confidence, platform, native, permalink, handle, codes, fingerprint, folded, \
    dateRank, first, last
    """

  static func candidate(_ row: Row) -> Candidate {
    var candidate = Candidate(
      position: row["position"], id: CitationID(bytes: row["id"]), confidence: row["confidence"])
    candidate.platform = row["platform"]
    candidate.native = row["native"]
    candidate.permalink = (row["permalink"] as Int64?).map(JoinKey.init(value:))
    candidate.handle = row["handle"]
    decode(row["codes"], into: &candidate)
    candidate.fingerprint = (row["fingerprint"] as Int64?).map(JoinKey.init(value:))
    candidate.foldedLength = row["folded"]
    candidate.dateRank = row["dateRank"]
    candidate.first = row["first"]
    candidate.last = row["last"]
    return candidate
  }

  /// The number of media codes, then all codes, as text; `nil` where there is none.
  private static func encoded(_ candidate: Candidate) -> String? {
    let codes = candidate.mediaCodes + candidate.linkCodes
    guard !codes.isEmpty else { return nil }
    let numbers = [Int64(candidate.mediaCodes.count)] + codes.map(\.value)
    return numbers.map { String($0) }.joined(separator: " ")
  }

  private static func decode(_ text: String?, into candidate: inout Candidate) {
    let numbers = (text ?? "").split(separator: " ").compactMap { Int64($0) }
    guard let count = numbers.first else { return }
    let keys = numbers.dropFirst().map(JoinKey.init(value:))
    candidate.mediaCodes = Array(keys.prefix(Int(count)))
    candidate.linkCodes = Array(keys.dropFirst(Int(count)))
  }
}
