import DocumentSources
import PostModel
import TestSupport

/// What came of reading inputs, for assertions.
struct Reading {
  var documents: [Document] = []
  var citations: [CitationLine] = []
  var diagnostics: [Diagnostic] = []
  var missing: [Diagnostic] = []
  var files: [String] = []
  var known: [String] = []
  /// Where a later run may go on behind each document.
  var resumeOffsets: [Int?] = []

  init(
    _ paths: [String], options: SourceOptions = SourceOptions(),
    resume: @escaping (SourceFile) -> SourceResume = { _ in .fromStart }
  ) {
    self.init(paths.map(Input.init(argument:)), options: options, resume: resume)
  }

  /// Reads bytes as a file named `memory`.
  init(bytes: some Sequence<UInt8>, options: SourceOptions = SourceOptions()) {
    self.init([.bytes(Array(bytes), name: "memory")], options: options)
  }

  init(
    _ inputs: [Input], options: SourceOptions = SourceOptions(),
    resume: @escaping (SourceFile) -> SourceResume = { _ in .fromStart }
  ) {
    var reader = InputReader(inputs: inputs, options: options, resume: resume)
    while let event = reader.next() {
      switch event {
      case .began(let file, _): files.append(file.path)
      case .item(.document(let document), _, let position):
        documents.append(document)
        resumeOffsets.append(position.resumeOffset)
      case .item(.citation(let line), _, _): citations.append(line)
      case .item(.diagnostic(let diagnostic), _, _), .unread(_, let diagnostic),
        .trouble(let diagnostic):
        diagnostics.append(diagnostic)
      case .missing(let diagnostic): missing.append(diagnostic)
      case .alreadyDone(let file): known.append(file.path)
      case .item(.passed, _, _), .ended: break
      }
    }
  }

  var texts: [String] { documents.map { String(decoding: $0.bytes, as: UTF8.self) } }
  var messages: [String] { diagnostics.map(\.description) }
}

/// The path of a fixture of this room.
func fixture(_ name: String, file: String = #filePath) -> String {
  let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
  return "/\(root)/Fixtures/sources/\(name)"
}
