import Archive
import DocumentSources
import PostModel

/// What an import has to remember between two steps.
struct ImportState {
  /// How far the run has come.
  var progress = ImportProgress()
  private let plan: ImportPlan
  private let reader: String
  private var finished: [Checkpoint] = []
  /// The file of many documents that is being read, and how far.
  private var open: Checkpoint?
  private var openBytes = 0
  /// Whether an earlier run read what comes before the next item.
  private var isResumed = false
  private var bytes = 0
  private var documents = 0

  /// Begins an import.
  init(plan: ImportPlan) {
    self.plan = plan
    reader = plan.reader
    progress.totalBytes = InputSize(of: plan.detection.inputs).bytes
  }

  /// Writes what a step found; gives the trouble in it.
  mutating func take(
    _ step: DetectionStep<[Citation]>, into writer: inout ArchiveWriter
  ) throws(ArchiveError) -> [Diagnostic] {
    switch step {
    case .other(let event):
      note(event)
      if isCheckpointDue { try writer.checkpoint(takeCheckpoints()) }
      return progress.report.count(event).map { [$0] } ?? []
    case .document(let document, let citations, let diagnostics):
      progress.report.count(document, citations: citations.map(\.form), diagnostics: diagnostics)
      progress.report.added += try writer.append(citations)
      note(document)
      if isCheckpointDue { try writer.checkpoint(takeCheckpoints()) }
      return diagnostics
    }
  }

  /// How far the files were read since the last checkpoint.
  mutating func takeCheckpoints() -> [Checkpoint] {
    defer {
      finished = []
      bytes = 0
      documents = 0
    }
    return finished + (open.map { $0.offset > 0 ? [$0] : [] } ?? [])
  }

  private var isCheckpointDue: Bool {
    bytes >= plan.checkpointBytes || documents >= plan.checkpointDocuments
  }

  private mutating func note(_ document: ReadDocument) {
    documents += 1
    bytes += document.bytes
    if let end = document.end { open?.offset = end }
    let end = document.position.bytesRead
    noteResume(before: end - document.bytes)
    advance(to: end)
  }

  /// Counts what an earlier run read, once the first item behind it shows how much that was.
  private mutating func noteResume(before place: Int) {
    guard isResumed else { return }
    isResumed = false
    openBytes = max(0, place)
    progress.knownBytes += openBytes
  }

  private mutating func note(_ event: SourceEvent) {
    switch event {
    case .began(let file, let start):
      open = SourceIdentity(file, reader: reader).map {
        Checkpoint(source: $0, offset: start, isDone: false)
      }
      openBytes = 0
      isResumed = start > 0
    case .ended(let file):
      if let source = SourceIdentity(file, reader: reader) {
        finished.append(Checkpoint(source: source, offset: source.size, isDone: true))
      }
      advance(to: file.size ?? openBytes)
      open = nil
    case .alreadyDone(let file): progress.knownBytes += file.size ?? 0
    case .unread(let file, _): progress.readBytes += file.size ?? 0
    case .item(.passed(let passed), _, let position):
      documents += passed.count
      bytes += passed.bytes
      if let end = position.resumeOffset { open?.offset = end }
      noteResume(before: position.bytesRead - passed.bytes)
      advance(to: position.bytesRead)
    case .item(_, _, let position): advance(to: position.bytesRead)
    case .missing, .trouble: break
    }
  }

  private mutating func advance(to end: Int) {
    progress.readBytes += max(0, end - openBytes)
    openBytes = max(openBytes, end)
  }
}
