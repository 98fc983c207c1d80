import Digests
public import Languages
import Markup
import Platforms
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
    /// What is known of languages; `LanguagePack.all(with:)` adds packs of one's own.
    public var languages: [LanguagePack]

    /// Whether documents whose bytes show that they hold no citation are let go unread.
    ///
    /// The citations are the same either way; what such documents would have turned down, and
    /// trouble in them, is told only where all are read.
    public var usesPrefilter: Bool

    /// Asks for some forms of citation, all of them by default.
    public init(
      forms: Set<Citation.Form> = Set(Citation.Form.allCases),
      minimumConfidence: Double = Options.defaultConfidence,
      languages: [LanguagePack] = LanguagePack.all, usesPrefilter: Bool = true
    ) {
      self.forms = forms
      self.minimumConfidence = minimumConfidence
      self.languages = languages
      self.usesPrefilter = usesPrefilter
    }

    /// The least confidence that is reported unless something else is asked for.
    public static let defaultConfidence = 0.5

    /// Names the packs that are not this build's and their content, nothing where there are none.
    package var ownLanguages: String {
      languages.filter { !LanguagePack.all.contains($0) }.map {
        " \($0.language)=\(SHA256Digest.hexDigits(of: $0.json).prefix(16))"
      }.joined()
    }
  }

  /// What is asked of this detector.
  public let options: Options
  private let pages: PageReader

  /// Compiles all declarations of platforms and languages; make one and share it.
  public init(options: Options = Options()) {
    self.options = options
    pages = PageReader(
      packs: options.languages, forms: options.forms, usesPrefilter: options.usesPrefilter)
  }

  /// Finds the citations of one document, in the order of their places in it.
  public func detect(in document: Document) -> DetectionResult {
    let outlook = pages.outlook(on: document)
    guard outlook != .nothing else {
      return DetectionResult(citations: [], rejections: [], diagnostics: [])
    }
    let reading = pages.reading(of: document, for: outlook)
    var result = DetectionResult(
      citations: [], rejections: reading.rejections, diagnostics: reading.diagnostics)
    guard !reading.sightings.isEmpty else { return result }
    let assembler = CitationAssembler(catalog: pages.catalog)
    let article = reading.article(of: document)
    let found = assembler.citations(of: reading.sightings, in: article, text: reading.text)
    result.citations = found.filter {
      options.forms.contains($0.form) && $0.confidence >= options.minimumConfidence
    }
    return result
  }

  /// Whether a document may hold a citation, told without reading it whole; `false` is certain.
  package func mayCite(_ document: Document) -> Bool {
    pages.outlook(on: document) != .nothing
  }

  /// Makes a look at the records of corpora before they are decoded; `nil` where all are read.
  public func makeRecordLook() -> RecordLook? {
    pages.makeRecordLook()
  }

  /// The text in which the positions of the document's citations count.
  public func text(of document: Document) -> String {
    pages.reading(of: document).text
  }
}
