import DocumentSources
import PostModel
import TestSupport

/// What came of reading inputs, for assertions.
struct Reading {
  var documents: [Document] = []
  var diagnostics: [Diagnostic] = []
  var missing: [Diagnostic] = []
  var files: [String] = []
  var known: [String] = []

  init(
    _ paths: [String], options: SourceOptions = SourceOptions(),
    resume: @escaping (SourceFile) -> SourceResume = { _ in .fromStart }
  ) {
    var reader = InputReader(
      inputs: paths.map(Input.init(argument:)), options: options, resume: resume)
    while let event = reader.next() {
      switch event {
      case .began(let file, _): files.append(file.path)
      case .item(.document(let document), _): documents.append(document)
      case .item(.diagnostic(let diagnostic), _), .unread(_, let diagnostic),
        .trouble(let diagnostic):
        diagnostics.append(diagnostic)
      case .missing(let diagnostic): missing.append(diagnostic)
      case .alreadyDone(let file): known.append(file.path)
      case .ended: break
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
