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
    var source: any DocumentSource
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
      let item = try open.source.next()
      current = item == nil ? nil : open
      return item.map { .item($0, of: open.file) } ?? .ended(open.file)
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
    func trouble(_ message: String) -> SourceEvent {
      .unread(file, Diagnostic(isNamed ? .error : .warning, message, path: file.path))
    }
    do {
      let stream = try ByteStream(file)
      let sample = try stream.sample(InputSample.size)
      guard !sample.bytes.isEmpty else { return trouble("this file is empty") }
      let format = options.format ?? .recognised(from: sample) ?? .text
      if format == .binary { return trouble(Self.binaryMessage(sample)) }
      guard let makeSource = format.makeSource else {
        return trouble("this is \(format.summary), which this build does not read yet; skipped")
      }
      let input = OpenInput(file: file, stream: stream, options: options, start: start)
      current = OpenFile(file: file, source: makeSource(input))
      return .began(file, start: start)
    } catch {
      return isNamed && error.code != .interrupted
        ? .missing(Diagnostic(.error, error.message, path: file.path))
        : close(file, after: error)
    }
  }

  private static func binaryMessage(_ sample: InputSample) -> String {
    let kind = BinaryKind.name(of: sample) ?? "binary data"
    return "this is \(kind) and no document; skipped (--input text or --input html reads it anyway)"
  }
}
