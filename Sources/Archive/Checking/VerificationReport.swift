/// What a verification found.
public struct VerificationReport: Sendable {
  /// One thing that is not as it should be.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The line in the file, from 1, where one is concerned.
    public var line: Int?
    /// Where the line begins, in bytes.
    public var offset: Int?
    /// What is wrong and what to do about it, in full sentences.
    public var message: String

    /// The problem as `path:line: message`.
    public var description: String {
      line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
    }
  }

  /// Everything that is not as it should be, in the order of the archive.
  public internal(set) var problems: [Problem] = []
  /// How many segments were read, the open one among them.
  public internal(set) var segments = 0
  /// How many citations were read.
  public internal(set) var citations = 0
  /// How many bytes were read.
  public internal(set) var bytes = 0
  /// How many bytes of an unfinished line end the open segment; the next import drops them.
  public internal(set) var unfinishedBytes = 0
  /// How many lines are forgotten and wait for `roost compact` to take them out.
  public internal(set) var forgotten = 0

  /// Whether all is as it should be.
  public var isSound: Bool { problems.isEmpty }
}
