/// Where a document came from.
public struct Provenance: Hashable, Sendable {
  /// The file, as the user named it or as found under the folder named; `-` for standard input.
  public var path: String
  /// The input format's name: `html`, `text`, `jsonl`, `warc` and so on.
  public var format: String
  /// The record's own identifier inside the file, a `WARC-Record-ID` for instance.
  public var record: String?
  /// Where the record begins in the file, in bytes.
  public var offset: Int?
  /// How many bytes of the file the record takes.
  public var length: Int?

  /// Names a file, and a record in it where there are several.
  public init(
    path: String, format: String, record: String? = nil, offset: Int? = nil, length: Int? = nil
  ) {
    self.path = path
    self.format = format
    self.record = record
    self.offset = offset
    self.length = length
  }
}
