import PostModel

/// Reads the documents of all inputs of a run, file by file, in one fixed order.
///
/// It never throws: a file that cannot be read costs that file and no other. It holds one document
/// at a time.
public struct InputReader {
  private var walker: InputWalker
  private let options: SourceOptions
  private let resume: (SourceFile) -> SourceResume
  private var current: OpenFile?
  private var isInterrupted = false

  /// A file that is being read.
  private struct OpenFile {
    let file: SourceFile
    let stream: ByteStream
    var source: any DocumentSource
    /// What was read and not yet given, trouble of the stream before what came of it.
    var waiting: [SourceItem] = []
    var isAtEnd = false

    /// The next item, `nil` at the end.
    mutating func next() throws(SourceError) -> SourceItem? {
      if waiting.isEmpty, !isAtEnd {
        let item = try source.next()
        waiting = stream.takeTroubles().map { .diagnostic($0) }
        if let item { waiting.append(item) } else { isAtEnd = true }
      }
      return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// How far the file was read with the item given last.
    var position: SourcePosition {
      SourcePosition(
        resumeOffset: waiting.isEmpty ? source.resumeOffset : nil,
        bytesRead: source.bytesRead ?? stream.fileOffset)
    }
  }

  /// Reads inputs in their order; `resume` says what an earlier run read of a file.
  public init(
    inputs: [Input], options: SourceOptions,
    resume: @escaping (SourceFile) -> SourceResume = { _ in .fromStart }
  ) {
    walker = InputWalker(inputs)
    self.options = options
    self.resume = resume
  }

  /// The next event, `nil` at the end or once the task is cancelled.
  public mutating func next() -> SourceEvent? {
    guard !isInterrupted, !Task.isCancelled else { return nil }
    guard var open = current else { return nextFile() }
    do {
      let item = try open.next()
      current = item == nil ? nil : open
      return item.map { .item($0, of: open.file, open.position) } ?? .ended(open.file)
    } catch {
      return close(open.file, after: error)
    }
  }

  private mutating func close(_ file: SourceFile, after error: SourceError) -> SourceEvent? {
    current = nil
    isInterrupted = error.code == .interrupted
    guard !isInterrupted else { return nil }
    return .trouble(Diagnostic(.error, error.message, path: file.path))
  }

  private mutating func nextFile() -> SourceEvent? {
    guard let step = walker.next() else { return nil }
    switch step {
    case .trouble(let diagnostic, let isMissing):
      return isMissing ? .missing(diagnostic) : .trouble(diagnostic)
    case .file(let file, let isNamed):
      switch resume(file) {
      case .done: return .alreadyDone(file)
      case .fromStart: return open(file, from: 0, isNamed: isNamed)
      case .from(let start): return open(file, from: start, isNamed: isNamed)
      }
    }
  }

  private mutating func open(_ file: SourceFile, from start: Int, isNamed: Bool) -> SourceEvent? {
    do {
      let opening = try InputOpening(file, options: options, start: start)
      switch opening.outcome {
      case .unread(let message):
        return .unread(file, Diagnostic(isNamed ? .error : .warning, message, path: file.path))
      case .source(let source):
        current = OpenFile(file: file, stream: opening.stream, source: source)
        return .began(file, start: start)
      }
    } catch {
      return isNamed && error.code != .interrupted
        ? .missing(Diagnostic(.error, error.message, path: file.path))
        : close(file, after: error)
    }
  }
}
