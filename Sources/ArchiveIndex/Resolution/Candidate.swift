import Archive
import Digests
import PostModel

/// What of a citation decides to which post it belongs.
struct Candidate: Hashable, Sendable {
  /// The number of the citation in the archive.
  var number: Int
  var id: CitationID
  var confidence: Double
  var platform: String?
  var native: String?
  var permalink: JoinKey?
  /// In lower case.
  var handle: String?
  /// By the codes of its media.
  var mediaCodes: [JoinKey] = []
  /// By the codes of its links.
  var linkCodes: [JoinKey] = []
  var fingerprint: JoinKey?
  /// The folded words.
  var folded = ""
  /// Letters and digits in the words, an ideograph for two.
  var foldedLength = 0
  /// Whether the platform cut the words.
  var isCut = false
  /// The keys of near-duplicates.
  var bands: [IndexKey] = []
  /// The sketch of the words (`Bands`).
  var words: UInt64 = 0
  /// When it was published, in milliseconds; no `first` for a bound.
  var first: Int?
  var last: Int?

  /// Words shorter than this, in letters and digits, are too common to tell two posts apart.
  static let tellingLength = 20

  init(_ citation: Citation, number: Int) {
    let post = citation.post
    self.number = number
    id = citation.id
    confidence = citation.confidence
    platform = post.platform?.rawValue
    native = post.id
    permalink = post.permalink.map(JoinKey.permalink)
    handle = post.author?.handle.flatMap { $0.isEmpty ? nil : Self.folded($0) }
    let codes = post.shortCodes
    mediaCodes = Self.distinct(codes.media)
    linkCodes = Self.distinct(codes.links)
    isCut = citation.findings.contains(.textCutByPlatform)
    if let period = post.published?.period {
      first = period.first
      last = period.last
    }
    guard var text = post.text else { return }
    var fold = LetterFold()
    text.withUTF8 { fold.fold(UnsafeRawBufferPointer($0)) }
    take(fold.bytes)
  }

  /// The same from the fields of a line, with the room of the line before.
  init(_ fields: LineFields, _ scanner: JSONScanner, number: Int, _ fold: inout LetterFold) {
    func string(_ text: JSONText) -> String? { text.isThere ? scanner.string(text) : nil }
    func codes(_ texts: [JSONText]) -> [JoinKey] {
      Self.distinct(texts.compactMap { Post.code(in: scanner.string($0)) })
    }
    self.number = number
    id = CitationID(rawValue: scanner.string(fields.id))
    confidence = fields.confidence
    platform = string(fields.platform)
    native = string(fields.native)
    permalink = string(fields.permalink).map(JoinKey.permalink)
    handle = string(fields.handle).flatMap { $0.isEmpty ? nil : Self.folded($0) }
    mediaCodes = codes(fields.media)
    linkCodes = codes(fields.links)
    isCut = fields.findings.contains {
      scanner.string($0) == Finding.textCutByPlatform.rawValue
    }
    if fields.published.value.isThere,
      let period = Clock.period(scanner.raw(fields.published.value))
    {
      first = period.first
      last = period.last
    }
    guard fields.text.isThere else { return }
    fold.fold(fields.text, scanner)
    take(fold.bytes)
  }

  /// A handle as it is compared: without `@`, without case.
  static func folded(_ handle: String) -> String {
    (handle.hasPrefix("@") ? String(handle.dropFirst()) : handle).lowercased()
  }

  /// How many letters folded words have; one ideograph says about as much as two letters.
  static func length(_ folded: some Sequence<UInt8>) -> Int {
    var length = 0
    for byte in folded where byte & 0xC0 != 0x80 { length += byte >= 0xE2 ? 2 : 1 }
    return length
  }

  private mutating func take(_ words: [UInt8]) {
    folded = String(decoding: words, as: UTF8.self)
    foldedLength = Self.length(words)
    if foldedLength >= Self.tellingLength { fingerprint = .text(folded) }
    let bands = words.withUnsafeBytes { Bands($0) }
    self.bands = bands.keys
    self.words = bands.sketch
  }

  private static func distinct(_ codes: [String]) -> [JoinKey] {
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }.map(JoinKey.code)
  }

  /// The key by the platform's own identifier.
  var nativeKey: JoinKey? {
    guard let platform, let native else { return nil }
    return .native(platform, native)
  }
}
