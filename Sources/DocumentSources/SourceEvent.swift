public import PostModel

/// One step of reading the inputs of a run.
public enum SourceEvent: Sendable {
  /// A file was opened, to be read from a byte on.
  case began(SourceFile, start: Int)
  /// A document, or trouble within a file; and how far the file was read with it.
  case item(SourceItem, of: SourceFile, SourcePosition)
  /// All of a file was read.
  case ended(SourceFile)
  /// An earlier run read all of a file.
  case alreadyDone(SourceFile)
  /// A file was looked at and holds nothing that can be read.
  case unread(SourceFile, Diagnostic)
  /// A named input cannot be opened.
  case missing(Diagnostic)
  /// Trouble outside of documents.
  case trouble(Diagnostic)
}
