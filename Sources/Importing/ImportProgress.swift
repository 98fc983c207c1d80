/// How far a run has come.
public struct ImportProgress: Sendable, Hashable {
  /// What happened so far.
  public var report = ImportReport()
  /// How much of the files was read, in bytes.
  public var readBytes = 0
  /// How much of the files an earlier run had read, in bytes.
  public var knownBytes = 0
  /// How much there is to read, in bytes; `nil` where a pipe is among the inputs.
  public var totalBytes: Int?

  /// The share that is done, from 0 to 1.
  public var share: Double? {
    totalBytes.map { $0 > 0 ? min(1, Double(readBytes + knownBytes) / Double($0)) : 1 }
  }

  /// Bytes a second.
  public func rate(after elapsed: Duration) -> Double {
    let seconds = elapsed / .seconds(1)
    return seconds > 0 ? Double(readBytes) / seconds : 0
  }

  /// How long the rest takes at the rate so far.
  public func timeLeft(after elapsed: Duration) -> Duration? {
    guard let totalBytes, readBytes > 0 else { return nil }
    let rest = max(0, totalBytes - knownBytes - readBytes)
    return elapsed * (Double(rest) / Double(readBytes))
  }
}
