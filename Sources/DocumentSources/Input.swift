/// What a user names as input.
public enum Input: Hashable, Sendable {
  /// Standard input.
  case standardInput
  /// A file or a folder.
  case path(String)

  /// Reads an argument of the command line: `-` or a path.
  public init(argument: String) {
    self = argument == "-" ? .standardInput : .path(argument)
  }
}
