/// What is asked of the sources of a run.
public struct SourceOptions: Sendable {
  /// The limit of a document where none is asked for: 32 MB.
  public static let defaultDocumentLimit = 32 << 20

  /// The format of every input, or `nil` to recognise each by its content.
  public var format: InputFormat?
  /// Where the documents of JSON inputs keep their parts.
  public var fields: FieldNames
  /// The largest document that is read, in bytes.
  public var documentLimit: Int
  /// Says of records of corpora that need not be decoded; `nil` where all are.
  public var recordFilter: RecordFilter?

  /// Asks for inputs in any format.
  public init(
    format: InputFormat? = nil, fields: FieldNames = FieldNames(),
    documentLimit: Int = SourceOptions.defaultDocumentLimit
  ) {
    self.format = format
    self.fields = fields
    self.documentLimit = documentLimit
  }
}
