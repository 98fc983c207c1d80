/// What keeps an input from being read at all, or to its end.
public struct SourceError: Error, Hashable, Sendable {
  /// The kinds of failure.
  public struct Code: Hashable, Sendable {
    private enum Value {
      case missing
      case denied
      case unreadable
      case interrupted
    }

    private let value: Value

    /// There is no such file.
    public static let missing = Code(value: .missing)
    /// The file may not be read by this user.
    public static let denied = Code(value: .denied)
    /// The system failed to read.
    public static let unreadable = Code(value: .unreadable)
    /// The run was asked to stop while it waited for input.
    public static let interrupted = Code(value: .interrupted)
  }

  /// What kind of failure it is.
  public let code: Code
  /// The file.
  public let path: String
  /// What is wrong and what to do about it, a sentence.
  public let message: String

  /// Makes an error of its parts.
  init(_ code: Code, path: String, message: String) {
    self.code = code
    self.path = path
    self.message = message
  }
}

extension SourceError: CustomStringConvertible {
  /// The error as `path: message`.
  public var description: String { "\(path): \(message)" }
}
