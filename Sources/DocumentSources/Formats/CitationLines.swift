public import PostModel

extension InputFormat {
  /// Citations that were found elsewhere.
  static let citations = InputFormat(
    "citations", "citations as roost detect writes them, one a line",
    recognises: { CitationLinesSource.recognises($0) },
    makeSource: { CitationLinesSource(input: $0) })
}

/// A line that is said to be a citation; whoever takes it in checks it.
public struct CitationLine: Sendable {
  /// The line without its line feed.
  public let bytes: [UInt8]
  /// Where it stands.
  public let provenance: Provenance
}

/// A file with one citation a line, as `roost detect` writes it.
struct CitationLinesSource: DocumentSource {
  private let input: OpenInput
  private var hasSkipped = false

  /// Takes over an input.
  init(input: OpenInput) {
    self.input = input
  }

  /// Whether the first line opens as the archive's format has it.
  static func recognises(_ sample: InputSample) -> Bool {
    let opening = sample.content.prefix(64)
    let start = Array(#"{"v":"#.utf8)
    guard opening.starts(with: start) else { return false }
    let rest = opening.dropFirst(start.count).drop { (0x30...0x39).contains($0) }
    return rest.starts(with: Array(#","id":""#.utf8))
      && sample.content.firstRange(of: Array(#"","form":""#.utf8)) != nil
  }

  mutating func next() throws(SourceError) -> SourceItem? {
    if !hasSkipped {
      hasSkipped = true
      try input.stream.skip(input.start)
    }
    while let line = try input.stream.readLine(limit: input.options.documentLimit) {
      switch line {
      case .tooLong(let offset, let length):
        let limit = input.options.documentLimit
        return .diagnostic(
          .overLimit(limit, size: length, path: input.path, offset: offset))
      case .whole(let bytes, let offset):
        let content = bytes.last == 0x0D ? Array(bytes.dropLast()) : bytes
        guard content.contains(where: { $0 > 0x20 }) else { continue }
        let provenance = Provenance(
          path: input.path, format: input.format, offset: offset, length: bytes.count)
        return .citation(CitationLine(bytes: content, provenance: provenance))
      }
    }
    return nil
  }
}
