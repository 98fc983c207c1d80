import PostModel

/// A file that is one document.
struct WholeFileSource: DocumentSource {
  private let input: OpenInput
  private let format: String
  private let mediaType: Document.MediaType
  private var isDone = false

  /// Takes over an input.
  init(input: OpenInput, format: String, mediaType: Document.MediaType) {
    self.input = input
    self.format = format
    self.mediaType = mediaType
  }

  mutating func next() throws(SourceError) -> SourceItem? {
    guard !isDone else { return nil }
    isDone = true
    let limit = input.options.documentLimit
    guard input.size ?? 0 <= limit, let bytes = try input.stream.readAll(limit: limit) else {
      return .diagnostic(.overLimit(limit, size: input.size, path: input.file.path))
    }
    let provenance = Provenance(path: input.file.path, format: format)
    return .document(Document(bytes: bytes, mediaType: mediaType, provenance: provenance))
  }
}

extension Diagnostic {
  /// A document is larger than the run allows.
  static func overLimit(_ limit: Int, size: Int?, path: String, offset: Int? = nil) -> Diagnostic {
    let size = size.map { "of \($0) bytes" } ?? "without a known end"
    return Diagnostic(
      .error,
      "a document \(size) is over the limit of \(limit) bytes and was skipped; "
        + "raise it with --max-document",
      path: path, offset: offset)
  }
}
