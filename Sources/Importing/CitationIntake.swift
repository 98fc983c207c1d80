import Archive
import Detection
import DocumentSources
import PostModel

/// Takes in citations that were found elsewhere, as if they had been found here.
///
/// A line is taken only if its identifiers follow from its content: so what a shard of a cluster found
/// is joined without trust, and a line that was changed on the way is said and left out.
struct CitationIntake {
  private let options: Detector.Options

  /// Takes what a detector of these options would report.
  init(_ options: Detector.Options) {
    self.options = options
  }

  /// The citation of a line, or what is wrong with it.
  func result(of line: CitationLine) -> DetectionResult {
    let provenance = line.provenance
    do {
      let citation = try CitationCheck.citation(
        of: line.bytes, path: provenance.path, offset: provenance.offset ?? 0)
      let isAsked =
        options.forms.contains(citation.form) && citation.confidence >= options.minimumConfidence
      return DetectionResult(citations: isAsked ? [citation] : [])
    } catch {
      let trouble = Diagnostic(
        .error, "\(error.message) It was skipped.", path: provenance.path,
        offset: provenance.offset)
      return DetectionResult(citations: [], diagnostics: [trouble])
    }
  }
}
