/// A record of a WARC, found but not taken from the stream yet.
struct WARCRecord {
  let header: WARCHeader
  /// Where the record begins in the stream.
  let offset: Int
  /// How long the record is, the empty lines behind it left out.
  let length: Int
  /// Where the block stands among the bytes at hand; `nil` where it was passed over.
  let block: Range<Int>?
  /// The head of the message that the block begins with.
  let head: HTTPHead?
  /// What is wrong with the record.
  let trouble: Trouble?

  /// What is wrong with a record.
  struct Trouble {
    /// What is wrong, a sentence.
    let message: String
    /// Whether a part of the record could not be read.
    let isLoss: Bool
  }
}

extension WARCRecord.Trouble {
  /// The record says that it holds more or fewer bytes than it does.
  static func wrongLength(declared: Int?, found: Int, isSkipped: Bool = false) -> Self {
    let fate = isSkipped ? "skipped" : "what is there was read"
    guard let declared else {
      return Self(
        message: "this record does not say how long it is and holds \(found) bytes; \(fate)",
        isLoss: isSkipped)
    }
    return Self(
      message: "this record says that it holds \(declared) bytes and holds \(found); \(fate)",
      isLoss: isSkipped)
  }

  /// The file ends within the record.
  static func cut(missing: Int) -> Self {
    Self(
      message: "the file ends within this record, \(missing) bytes early; what is there was read",
      isLoss: true)
  }

  /// No end of the record was found within the limit of a document.
  static let endless = Self(message: "this record has no end and was skipped", isLoss: true)
}

/// What a reader of records comes upon.
enum WARCFinding {
  /// A record.
  case record(WARCRecord)
  /// Bytes that belong to no record were passed over.
  case garbage(offset: Int, count: Int)
  /// A document over the limit was passed over.
  case tooLarge(WARCRecord, size: Int)
}
