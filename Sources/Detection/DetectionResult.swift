public import PostModel

/// What a detector found in one document.
public struct DetectionResult: Sendable {
  /// The citations, in the order of their places.
  public var citations: [Citation]
  /// What looked like a citation and was turned down.
  public var rejections: [Rejection]
  /// Trouble in the document.
  public var diagnostics: [Diagnostic]

  /// Says what was found.
  public init(
    citations: [Citation], rejections: [Rejection] = [], diagnostics: [Diagnostic] = []
  ) {
    self.citations = citations
    self.rejections = rejections
    self.diagnostics = diagnostics
  }
}

/// Something that looked like a citation and was turned down.
public struct Rejection: Sendable {
  /// What it looked like.
  public var candidate: Sighting
  /// Why it was turned down: a sentence.
  public var reason: String
}
