import Archive
import DocumentSources

/// What earlier imports into an archive have read.
struct EarlierRuns: Sendable {
  private let checkpoints: [String: Checkpoint]
  private let reader: String

  /// Takes the checkpoints of an archive by path; only those of the same reader count.
  init(_ checkpoints: [String: Checkpoint], reader: String) {
    self.checkpoints = checkpoints
    self.reader = reader
  }

  /// How far a file was read as it is now; a file that has changed is new.
  func resume(_ file: SourceFile) -> SourceResume {
    guard let source = SourceIdentity(file, reader: reader),
      let checkpoint = checkpoints[file.path], checkpoint.source == source
    else { return .fromStart }
    return checkpoint.isDone ? .done : .from(checkpoint.offset)
  }
}

extension SourceIdentity {
  /// Names a file as it is now; `nil` for what is not the same when it is read again.
  init?(_ file: SourceFile, reader: String) {
    guard let size = file.size, let modified = file.modified else { return nil }
    self.init(path: file.path, size: size, modified: modified, reader: reader)
  }
}
