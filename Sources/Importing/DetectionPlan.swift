public import Detection
public import DocumentSources

/// What a run is to read, and how.
public struct DetectionPlan: Sendable {
  /// The inputs, in the order in which they are read.
  public var inputs: [Input]
  /// How they are read.
  public var sources: SourceOptions
  /// What is looked for.
  public var detector: Detector.Options
  /// How many documents are worked on at once.
  public var jobs: Int

  /// Plans a run.
  public init(
    inputs: [Input], sources: SourceOptions = SourceOptions(),
    detector: Detector.Options = Detector.Options(), jobs: Int = 1
  ) {
    self.inputs = inputs
    self.sources = sources
    self.detector = detector
    self.jobs = jobs
  }
}
