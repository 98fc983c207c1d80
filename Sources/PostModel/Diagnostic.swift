/// Trouble in the input: collected and reported, never thrown.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// Something was read in a way that its writer may not have meant.
    case warning
    /// Something could not be read.
    case error
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what to do about it, a sentence.
  public var message: String
  /// The file.
  public var path: String
  /// Where in the file, in bytes.
  public var offset: Int?

  /// Says what is wrong at a place of a file.
  public init(_ severity: Severity, _ message: String, path: String, offset: Int? = nil) {
    self.severity = severity
    self.message = message
    self.path = path
    self.offset = offset
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The trouble as `path:offset: severity: message`.
  public var description: String {
    let place = offset.map { "\(path):\($0)" } ?? path
    return "\(place): \(severity.rawValue): \(message)"
  }
}
