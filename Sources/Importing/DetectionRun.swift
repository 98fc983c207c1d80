public import Detection
public import DocumentSources
public import PostModel
import Work

/// Documents in, what was found in each out, in the order of the input.
///
/// What is made of each document is decided by a function that several tasks call at once; what it
/// gives is the same for any number of them, and so is the order.
public struct DetectionRun: Sendable {
  /// What to read and how.
  public let plan: DetectionPlan
  private let detector: Detector

  /// Prepares a run.
  public init(_ plan: DetectionPlan) {
    self.plan = plan
    detector = Detector(options: plan.detector)
  }

  /// Reads all inputs.
  ///
  /// - Parameters:
  ///   - resume: what an earlier run read of a file.
  ///   - transform: makes something of what was found in a document.
  ///   - take: receives each step in the order of the input.
  /// - Throws: what `take` throws.
  public func run<Output: Sendable>(
    resume: @escaping (SourceFile) -> SourceResume = { _ in .fromStart },
    transform: @escaping @Sendable (DetectionResult) -> Output,
    take: (DetectionStep<Output>) throws -> Void
  ) async throws {
    let detector = detector
    var sources = plan.sources
    if plan.detector.usesPrefilter {
      sources.recordFilter = RecordFilter {
        let look = detector.makeRecordLook()
        return { look?.mayCite($0) ?? true }
      }
    }
    var reader = InputReader(inputs: plan.inputs, options: sources, resume: resume)
    try await OrderedWork(jobs: plan.jobs).run(
      next: { EventBatch(reading: &reader) },
      work: { batch in
        batch.events.map { Self.step(for: $0, by: detector, transform) }
      },
      take: { steps in
        for step in steps { try take(step) }
      })
  }

  private static func step<Output>(
    for event: SourceEvent, by detector: Detector,
    _ transform: (DetectionResult) -> Output
  ) -> DetectionStep<Output> {
    switch event {
    case .item(.document(let document), let file, let position):
      let result = detector.detect(in: document)
      let read = ReadDocument(
        file: file, provenance: document.provenance, position: position,
        bytes: document.bytes.count)
      return .document(read, transform(result), result.diagnostics)
    case .item(.citation(let line), let file, let position):
      let result = CitationIntake(detector.options).result(of: line)
      let read = ReadDocument(
        file: file, provenance: line.provenance, position: position, bytes: line.bytes.count,
        isCitation: true)
      return .document(read, transform(result), result.diagnostics)
    default: return .other(event)
    }
  }
}

/// One step of a run over documents.
public enum DetectionStep<Output: Sendable>: Sendable {
  /// A document was worked on.
  case document(ReadDocument, Output, [Diagnostic])
  /// Something else happened while reading.
  case other(SourceEvent)
}

/// A document that was worked on, without its content.
public struct ReadDocument: Sendable {
  /// The file that holds it.
  public let file: SourceFile
  /// Where it came from.
  public let provenance: Provenance
  /// How far the file was read with it.
  public let position: SourcePosition
  /// How long it is.
  public let bytes: Int
  /// Whether it was no document, but a citation that was found elsewhere.
  public var isCitation = false

  /// Where a later run may go on behind it, where the file holds several documents.
  var end: Int? {
    position.resumeOffset
      ?? provenance.offset.flatMap { offset in provenance.length.map { offset + $0 } }
  }
}

/// Some steps of reading, as many as one task works on at once.
struct EventBatch: Sendable {
  /// Enough that handing them over costs nothing, few enough that the window stays small.
  private static let documents = 8
  private static let bytes = 1 << 19

  private(set) var events: [SourceEvent] = []

  /// Reads the next batch, `nil` at the end.
  init?(reading reader: inout InputReader) {
    var documents = 0
    var bytes = 0
    while documents < Self.documents, bytes < Self.bytes, events.count < 4 * Self.documents,
      let event = reader.next()
    {
      switch event {
      case .item(.document(let document), _, _):
        documents += 1
        bytes += document.bytes.count
      case .item(.citation(let line), _, _): bytes += line.bytes.count
      default: break
      }
      events.append(event)
    }
    if events.isEmpty { return nil }
  }
}
