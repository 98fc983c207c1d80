/// What an earlier run read of a file.
public enum SourceResume: Sendable {
  /// Nothing.
  case fromStart
  /// All that comes before a byte.
  case from(Int)
  /// All of it.
  case done
}
