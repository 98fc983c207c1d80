public import Archive
import Detection
import DocumentSources
import PostModel

/// What an import is to read, and into which archive.
public struct ImportPlan: Sendable {
  /// What to read and how.
  public var detection: DetectionPlan
  /// Where it goes.
  public var archive: Archive
  /// Whether documents that an earlier import has read are read again.
  public var readsAgain: Bool
  /// How many bytes of documents may be read between two checkpoints.
  public var checkpointBytes = 32 << 20
  /// How many documents may be read between two checkpoints.
  public var checkpointDocuments = 1000

  /// Plans an import.
  public init(_ detection: DetectionPlan, into archive: Archive, readsAgain: Bool = false) {
    self.detection = detection
    self.archive = archive
    self.readsAgain = readsAgain
  }

  /// Names all that decides what is found in a file: what another reader read is read again.
  var reader: String {
    let sources = detection.sources
    let forms = detection.detector.forms.map(\.rawValue).sorted().joined(separator: ",")
    return """
      roost/\(RoostVersion.current) input=\(sources.format?.name ?? "any") \
      fields=\(sources.fields) forms=\(forms) \
      confidence=\(detection.detector.minimumConfidence) limit=\(sources.documentLimit)\
      \(detection.detector.ownLanguages)
      """
  }
}
