import PostModel

/// Counts what is odd in many records of a crawl, so that it is said once and not for each.
struct WARCTally {
  /// What is odd in a record.
  enum Oddity: Int, CaseIterable {
    case cutByCrawler
    case endlessHead
    case notChunked
    case undeclaredChunks
    case cutChunks
    case notEncoded
    case undeclaredEncoding
    case cutEncoding
    case unknownEncoding
    case notText

    /// What the records have in common, behind “3 records ”.
    var phrase: String {
      switch self {
      case .cutByCrawler: "marked as cut off by the crawler; what is there was read"
      case .endlessHead: "without an end of the HTTP head; skipped"
      case .notChunked: "said to come in chunks and not doing so; read as they are"
      case .undeclaredChunks: "in chunks without saying so; joined"
      case .cutChunks: "with broken chunks; what is there was read"
      case .notEncoded: "said to be compressed and not being so; read as they are"
      case .undeclaredEncoding: "compressed without saying so; decompressed"
      case .cutEncoding: "with broken compression; what comes before was read"
      case .unknownEncoding: "in a content encoding that is not known; skipped"
      case .notText: "said to be pages and being other data; skipped"
      }
    }

    /// Whether something could not be read.
    var isLoss: Bool { self == .endlessHead || self == .unknownEncoding || self == .notText }
  }

  private var counts = [Int](repeating: 0, count: Oddity.allCases.count)
  private var offsets = [Int](repeating: 0, count: Oddity.allCases.count)

  /// Counts an oddity of the record at an offset.
  mutating func count(_ oddity: Oddity, at offset: Int) {
    if counts[oddity.rawValue] == 0 { offsets[oddity.rawValue] = offset }
    counts[oddity.rawValue] += 1
  }

  /// What was counted, with the offset of the first of each kind; then all is forgotten.
  mutating func takeDiagnostics(path: String) -> [Diagnostic] {
    defer { self = WARCTally() }
    return Oddity.allCases.filter { counts[$0.rawValue] > 0 }.map { oddity in
      let count = counts[oddity.rawValue]
      return Diagnostic(
        .warning, "\(count) \(count == 1 ? "record" : "records") \(oddity.phrase)", path: path,
        offset: offsets[oddity.rawValue])
    }
  }
}
