public import DocumentSources
public import PostModel

/// What happened in a run.
public struct ImportReport: Sendable, Hashable {
  /// How many files were opened.
  public internal(set) var files = 0
  /// How many files an earlier run had read.
  public internal(set) var filesDone = 0
  /// How many named inputs could not be opened.
  public internal(set) var missing = 0
  /// How many lines were read that are citations already.
  public internal(set) var lines = 0
  /// How many documents were read.
  public internal(set) var documents = 0
  /// Their bytes.
  public internal(set) var bytes = 0
  /// How many citations were found, by form.
  public internal(set) var citations: [Citation.Form: Int] = [:]
  /// How many of them the archive did not have.
  public internal(set) var added = 0
  /// How many errors the input had.
  public internal(set) var errors = 0
  /// How many warnings there were.
  public internal(set) var warnings = 0
  /// Whether the run was asked to stop before its end.
  public internal(set) var isInterrupted = false

  /// Nothing happened yet.
  public init() {}

  /// How many citations were found.
  public var found: Int { citations.values.reduce(0, +) }

  /// Whether no input at all could be opened.
  public var isWithoutInput: Bool { missing > 0 && files == 0 && filesDone == 0 }

  /// Counts a step of reading; gives the trouble in it.
  public mutating func count(_ event: SourceEvent) -> Diagnostic? {
    switch event {
    case .began: files += 1
    case .alreadyDone: filesDone += 1
    case .ended, .item(.document, _, _), .item(.citation, _, _): break
    case .item(.passed(let passed), _, _):
      documents += passed.count
      bytes += passed.bytes
    case .missing(let diagnostic):
      missing += 1
      return counted(diagnostic)
    case .unread(_, let diagnostic):
      files += 1
      return counted(diagnostic)
    case .item(.diagnostic(let diagnostic), _, _), .trouble(let diagnostic):
      return counted(diagnostic)
    }
    return nil
  }

  /// Counts a document.
  public mutating func count(
    _ document: ReadDocument, citations: [Citation.Form], diagnostics: [Diagnostic]
  ) {
    if document.isCitation { lines += 1 } else { documents += 1 }
    bytes += document.bytes
    for form in citations { self.citations[form, default: 0] += 1 }
    for diagnostic in diagnostics { _ = counted(diagnostic) }
  }

  private mutating func counted(_ diagnostic: Diagnostic) -> Diagnostic {
    switch diagnostic.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    }
    return diagnostic
  }
}
