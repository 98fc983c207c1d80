/// A format that documents come in, told by the first bytes of an input.
public struct InputFormat: Sendable {
  /// The name in archives and for `--input`.
  public let name: String
  /// What it is, a phrase.
  public let summary: String
  /// Whether this build reads it, or only knows it when it sees it.
  public var isRead: Bool { makeSource != nil }

  /// Whether an input looks like it.
  let recognises: @Sendable (InputSample) -> Bool
  /// Opens an input of this format, `nil` where this build only knows it when it sees it.
  let makeSource: (@Sendable (OpenInput) -> any DocumentSource)?

  /// Declares a format.
  init(
    _ name: String, _ summary: String, recognises: @escaping @Sendable (InputSample) -> Bool,
    makeSource: (@Sendable (OpenInput) -> any DocumentSource)? = nil
  ) {
    self.name = name
    self.summary = summary
    self.recognises = recognises
    self.makeSource = makeSource
  }
}

extension InputFormat {
  /// The format of a name, as `--input` takes it.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name && $0.isRead }) else { return nil }
    self = format
  }

  /// The format of an input, told by its first bytes; `nil` where they are of no known format.
  static func recognised(from sample: InputSample) -> InputFormat? {
    all.first { $0.recognises(sample) }
  }
}

extension InputFormat: Equatable {
  /// Whether two formats have one name.
  public static func == (lhs: InputFormat, rhs: InputFormat) -> Bool {
    lhs.name == rhs.name
  }
}

/// An input as a format's source takes it over.
struct OpenInput {
  /// The file.
  let file: SourceFile
  /// Its bytes, from the first on.
  let stream: ByteStream
  /// What is asked.
  let options: SourceOptions
  /// Where an earlier run stopped, in bytes.
  let start: Int
}
