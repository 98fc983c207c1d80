/// What went wrong with an archive: where, why, and what to do about it.
public struct ArchiveError: Error, Sendable, CustomStringConvertible {
  /// The kind of trouble; more kinds may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case notFound
      case notAnArchive
      case alreadyExists
      case newerVersion
      case locked
      case notWritable
      case diskFull
      case malformedLine
      case invalidCitation
      case damaged
      case system
    }

    private let kind: Kind

    /// There is nothing at the path.
    public static let notFound = Code(kind: .notFound)
    /// What is at the path is no archive.
    public static let notAnArchive = Code(kind: .notAnArchive)
    /// Something is at the path where an archive was to be made.
    public static let alreadyExists = Code(kind: .alreadyExists)
    /// A newer version of Roost wrote this.
    public static let newerVersion = Code(kind: .newerVersion)
    /// Another process is writing to the archive.
    public static let locked = Code(kind: .locked)
    /// The archive may be read and not written.
    public static let notWritable = Code(kind: .notWritable)
    /// The device is full.
    public static let diskFull = Code(kind: .diskFull)
    /// A line is no citation.
    public static let malformedLine = Code(kind: .malformedLine)
    /// A citation that cannot be written.
    public static let invalidCitation = Code(kind: .invalidCitation)
    /// A file of the archive is not as it was written.
    public static let damaged = Code(kind: .damaged)
    /// The operating system refused.
    public static let system = Code(kind: .system)

    /// The kind's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of trouble.
  public var code: Code
  /// What is wrong and what to do about it, in full sentences.
  public var message: String
  /// The file or folder, where one is concerned.
  public var path: String?
  /// Where in the file, in bytes.
  public var offset: Int?
  /// What led to this.
  public var underlying: (any Error)?

  /// Says what went wrong.
  public init(
    _ code: Code, _ message: String, path: String? = nil, offset: Int? = nil,
    underlying: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path
    self.offset = offset
    self.underlying = underlying
  }

  /// The message, led by the place: `path:offset: message`.
  public var description: String {
    guard let path else { return message }
    return offset.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }

  /// The same trouble, at a known place.
  func at(path: String, offset: Int) -> ArchiveError {
    var error = self
    error.path = path
    error.offset = offset
    return error
  }
}
