import Foundation
public import Testing

/// Checks that something holds for random values; a failure names the seed that shows it.
///
/// Each run has a seed of its own. `ROOST_TEST_SEED=N swift test --filter NAME` repeats one run.
public func checkLaw(
  _ name: String, runs: Int = 100, sourceLocation: SourceLocation = #_sourceLocation,
  _ holds: (inout SeededGenerator) throws -> Bool
) {
  let asked = ProcessInfo.processInfo.environment["ROOST_TEST_SEED"].flatMap { UInt64($0) }
  let seeds = asked.map { [$0] } ?? (0..<runs).map { _ in UInt64.random(in: 0...UInt64.max) }
  for seed in seeds {
    var generator = SeededGenerator(seed: seed)
    do {
      if try holds(&generator) { continue }
      Issue.record("\(name): ROOST_TEST_SEED=\(seed)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(name): ROOST_TEST_SEED=\(seed): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
}
