public import PostModel

/// Yields the documents of one input one by one, in the input's own order.
///
/// It holds at most one document at a time. Trouble that costs a document is an item; what ends
/// the whole input early is thrown.
public protocol DocumentSource {
  /// The next document or the next trouble, `nil` at the end.
  mutating func next() throws(SourceError) -> SourceItem?

  /// Where a later run may go on behind what was yielded so far; `nil` where the documents' provenance
  /// tells, or where it can only begin again.
  var resumeOffset: Int? { get }

  /// How many bytes of the file were read, where the source reads it by itself; `nil` where the stream
  /// tells.
  var bytesRead: Int? { get }
}

extension DocumentSource {
  /// Sources of one document, and those whose documents say where they end.
  public var resumeOffset: Int? { nil }

  /// Sources that read the stream they are given.
  public var bytesRead: Int? { nil }
}

/// One thing that a source yields.
public enum SourceItem: Sendable {
  /// A page or a text.
  case document(Document)
  /// A citation that was found elsewhere.
  case citation(CitationLine)
  /// Records that hold nothing which is looked for.
  case passed(PassedRecords)
  /// Trouble in the input; the documents after it are still read.
  case diagnostic(Diagnostic)
}
