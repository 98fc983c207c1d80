import PostModel

/// What of a citation decides to which post it belongs.
struct Candidate: Hashable, Sendable {
  /// Where the citation stands in the archive.
  var position: Int
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
  /// How many letters and digits the words have.
  var foldedLength = 0
  /// When it was published, in milliseconds; no `first` for a bound.
  var first: Int?
  var last: Int?
  /// How far the date may be trusted.
  var dateRank = 0

  /// The key by the platform's own identifier.
  var nativeKey: JoinKey? {
    guard let platform, let native else { return nil }
    return .native(PlatformID(rawValue: platform), native)
  }

  /// Every key, by any of which it may be joined with another citation.
  var keys: [JoinKey] {
    [nativeKey, permalink, fingerprint].compactMap(\.self) + mediaCodes + linkCodes
  }
}
