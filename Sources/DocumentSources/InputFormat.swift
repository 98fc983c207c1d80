/// A format that documents come in, told by the first bytes of an input.
public struct InputFormat: Sendable {
  /// The name in archives and for `--input`.
  public let name: String
  /// What it is, a phrase.
  public let summary: String
  /// Whether this build reads it, or only knows it when it sees it.
  public var isRead: Bool { makeSource != nil || decompress != nil }

  /// Whether it can be asked for; compression is always told by the content.
  public var isChoice: Bool { makeSource != nil }

  /// Whether an input looks like it.
  let recognises: @Sendable (InputSample) -> Bool
  /// Opens an input of this format, `nil` where it holds no documents itself.
  let makeSource: (@Sendable (OpenInput) -> any DocumentSource)?
  /// Decompresses an input of this format, `nil` where it is not compressed as a whole.
  let decompress: (@Sendable (ByteStream) -> any ByteOrigin)?

  /// Declares a format.
  init(
    _ name: String, _ summary: String, recognises: @escaping @Sendable (InputSample) -> Bool,
    makeSource: (@Sendable (OpenInput) -> any DocumentSource)? = nil,
    decompress: (@Sendable (ByteStream) -> any ByteOrigin)? = nil
  ) {
    self.name = name
    self.summary = summary
    self.recognises = recognises
    self.makeSource = makeSource
    self.decompress = decompress
  }
}

extension InputFormat {
  /// The format of a name, as `--input` takes it.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name && $0.isChoice }) else { return nil }
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
  /// What provenance calls the place: the file, or a file within it.
  let path: String
  /// What provenance calls the format.
  let format: String
  /// Its bytes, decompressed, from the first on.
  let stream: ByteStream
  /// What is asked.
  let options: SourceOptions
  /// Where an earlier run stopped, in the counting of the source; 0 where it begins anew.
  let start: Int
  /// How many bytes the stream has, where that is known.
  let size: Int?
  /// The title of a page by its address, where something beside the page knows it.
  var title: (String) -> String? = { _ in nil }
}
