/// What a user names as input.
public enum Input: Hashable, Sendable {
  /// Standard input.
  case standardInput
  /// A file or a folder.
  case path(String)
  /// Bytes in memory, under the name that documents and messages give as their path.
  case bytes([UInt8], name: String)
  /// The files and folders that a list names: a file, or standard input where the path is `-`.
  case list(path: String, separator: ListSeparator)

  /// What stands between the paths of a list.
  public enum ListSeparator: Sendable {
    /// A line feed, or CR LF.
    case lineFeed
    /// A zero byte, as `find -print0` writes it: for paths that hold line feeds.
    case zero
  }

  /// Reads an argument of the command line: `-` or a path.
  public init(argument: String) {
    self = argument == "-" ? .standardInput : .path(argument)
  }
}
