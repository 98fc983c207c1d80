public import PostModel

/// Finds the posts that one document cites: a pure function of the document.
///
/// It knows no disk, no clock and no other document, so it may run in any number of tasks at once.
/// It throws nothing: trouble in the document comes back as diagnostics.
public struct Detector: Sendable {
  /// What is asked of a detector.
  public struct Options: Sendable {
    /// The forms of citation to report.
    public var forms: Set<Citation.Form>
    /// The least confidence to report, from 0 to 1.
    public var minimumConfidence: Double

    /// Asks for some forms of citation, all of them by default.
    public init(
      forms: Set<Citation.Form> = Set(Citation.Form.allCases), minimumConfidence: Double = 0.5
    ) {
      self.forms = forms
      self.minimumConfidence = minimumConfidence
    }
  }

  /// What is asked of this detector.
  public let options: Options

  /// Compiles all declarations of platforms and languages; make one and share it.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// Finds the citations of one document, in the order of their places in it.
  public func detect(in document: Document) -> DetectionResult {
    DetectionResult(citations: [], rejections: [], diagnostics: [])
  }

  /// The text in which the positions of the document's citations count.
  public func text(of document: Document) -> String {
    ""
  }
}

/// What a detector found in one document.
public struct DetectionResult: Sendable {
  /// The citations, in the order of their places.
  public var citations: [Citation]
  /// What looked like a citation and was turned down.
  public var rejections: [Rejection]
  /// Trouble in the document.
  public var diagnostics: [Diagnostic]
}

/// Something that looked like a citation and was turned down.
public struct Rejection: Sendable {
  /// What it looked like.
  public var candidate: Sighting
  /// Why it was turned down: a sentence.
  public var reason: String
}
