import Archive
import Detection
import DocumentSources
public import PostModel

/// Reads documents, and appends what they cite to an archive.
///
/// Documents that an earlier import has read are passed over, down to the place in a file of many.
/// Killed at any moment and run again, it ends with the lines of an unbroken run.
public struct Importer: Sendable {
  /// What to read and where to.
  public let plan: ImportPlan

  /// Prepares an import.
  public init(_ plan: ImportPlan) {
    self.plan = plan
  }

  /// Runs to the end of the input, or until its task is cancelled; then what was read is safe.
  ///
  /// - Parameters:
  ///   - report: receives trouble in the input as it is met.
  ///   - progress: receives how far the run has come, after every document.
  /// - Returns: what happened.
  /// - Throws: `ArchiveError` where the archive cannot be written; what was read before is safe.
  public func run(
    report: (Diagnostic) -> Void, progress: (ImportProgress) -> Void = { _ in }
  ) async throws -> ImportReport {
    var writer = try ArchiveWriter(plan.archive)
    for diagnostic in writer.recovery { report(diagnostic) }
    var state = ImportState(plan: plan)
    let earlier = EarlierRuns(plan.readsAgain ? [:] : writer.progress, reader: plan.reader)
    try await DetectionRun(plan.detection).run(
      resume: { earlier.resume($0) },
      transform: { $0.citations },
      take: { step in
        for diagnostic in try state.take(step, into: &writer) { report(diagnostic) }
        progress(state.progress)
      })
    try writer.checkpoint(state.takeCheckpoints())
    try writer.close()
    state.progress.report.isInterrupted = Task.isCancelled
    return state.progress.report
  }
}
