/// What went wrong with an index or a question to it.
public struct IndexError: Error, Sendable, CustomStringConvertible {
  /// The kind of trouble; more kinds may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case invalidDate
      case invalidCursor
      case invalidQuery
      case ambiguous
      case busy
      case diskFull
      case notWritable
      case archive
      case database
    }

    private let kind: Kind

    /// A date of a question is no EDTF period.
    public static let invalidDate = Code(kind: .invalidDate)
    /// A cursor was not made by a page of the same question.
    public static let invalidCursor = Code(kind: .invalidCursor)
    /// A question is not written as questions are.
    public static let invalidQuery = Code(kind: .invalidQuery)
    /// A name stands for several posts.
    public static let ambiguous = Code(kind: .ambiguous)
    /// Another process has the index for too long.
    public static let busy = Code(kind: .busy)
    /// The device is full.
    public static let diskFull = Code(kind: .diskFull)
    /// The index may be read and not written.
    public static let notWritable = Code(kind: .notWritable)
    /// The archive could not be read.
    public static let archive = Code(kind: .archive)
    /// The database refused.
    public static let database = Code(kind: .database)

    /// The kind's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of trouble.
  public var code: Code
  /// What is wrong and what to do about it, in full sentences.
  public var message: String
  /// The file, where one is concerned.
  public var path: String?
  /// What led to this.
  public var underlying: (any Error)?

  /// Says what went wrong.
  public init(
    _ code: Code, _ message: String, path: String? = nil, underlying: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path
    self.underlying = underlying
  }

  /// The message, led by the file.
  public var description: String {
    path.map { "\($0): \(message)" } ?? message
  }
}
