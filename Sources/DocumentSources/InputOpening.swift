import PostModel

/// Finds out what a file is, below any compression, and opens it.
struct InputOpening {
  /// What came of it.
  enum Outcome {
    /// Documents can be read.
    case source(any DocumentSource)
    /// None can, for a reason, which is a sentence.
    case unread(String)
  }

  /// How many times a file may be compressed: a dump that was compressed again.
  private static let mostLayers = 3

  /// The decompressed bytes.
  let stream: ByteStream
  /// What came of it.
  let outcome: Outcome

  /// Opens a file; `start` is where an earlier run stopped.
  init(_ file: SourceFile, options: SourceOptions, start: Int) throws(SourceError) {
    let stream = try Self.decompressed(ByteStream(file), path: file.path)
    let sample = try stream.sample(InputSample.size)
    self.stream = stream
    guard !sample.bytes.isEmpty || Self.isEmptyCorpus(stream, options.format) else {
      outcome = .unread(Self.message(ofEmpty: stream))
      return
    }
    let format = options.format ?? .recognised(from: sample) ?? .text
    guard let makeSource = format.makeSource else {
      outcome = .unread(Self.message(of: format, sample))
      return
    }
    let input = OpenInput(
      file: file, path: file.path, format: format.name, stream: stream, options: options,
      start: start, size: stream.isPlain ? file.size : nil)
    outcome = .source(makeSource(input))
  }

  /// The content of a stream, out of all compression; where it is compressed too often, it stays so.
  static func decompressed(
    _ stream: ByteStream, path: String
  ) throws(SourceError) -> ByteStream {
    var stream = stream
    for _ in 0..<mostLayers {
      let sample = try stream.sample(64)
      guard let decompress = InputFormat.recognised(from: sample)?.decompress else { break }
      stream = ByteStream(decompress(stream), path: path)
    }
    return stream
  }

  /// Whether a file may well be empty: lines were promised, and a shard of a corpus may have none.
  private static func isEmptyCorpus(_ stream: ByteStream, _ format: InputFormat?) -> Bool {
    stream.isPlain && (format == .jsonLines || format == .citations)
  }

  private static func message(ofEmpty stream: ByteStream) -> String {
    if stream.isPlain { return "this file is empty" }
    return stream.takeTroubles().first.map(\.message) ?? "this file holds nothing, decompressed"
  }

  private static func message(of format: InputFormat, _ sample: InputSample) -> String {
    guard format == .binary else {
      return "this is \(format.summary), compressed too often; skipped"
    }
    let kind = BinaryKind.name(of: sample) ?? "binary data"
    return "this is \(kind) and no document; skipped (--input text or --input html reads it anyway)"
  }
}
