public import PostModel

/// What a repair found and did.
public struct RepairReport: Sendable, Hashable {
  /// What was cut, taken out, or cannot be proven, with its place.
  public internal(set) var notes: [Diagnostic] = []
  /// How many lines were kept.
  public internal(set) var kept = 0
  /// How many lines, or pieces of lines, were taken out.
  public internal(set) var removed = 0
  /// How many segments were written anew.
  public internal(set) var segments = 0
  /// How many seals were made anew.
  public internal(set) var seals = 0
  /// The sources that the next import of them reads again, sorted by path.
  public internal(set) var sources: [String] = []

  /// Whether nothing had to be done.
  public var foundNothing: Bool {
    notes.isEmpty && removed == 0 && segments == 0 && seals == 0 && sources.isEmpty
  }
}
