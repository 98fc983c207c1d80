import Digests
import Languages
import Markup
import Platforms
import PostModel

/// Reads a document of any kind into sightings, a text to count positions in, and the article's facts.
struct PageReader: Sendable {
  let catalog: CompiledCatalog
  private let markup: MarkupDetector
  private let articles: ArticleReader
  private let words: TextReader
  /// Tells what need not be read at all; `nil` where everything is.
  private let prefilter: Prefilter?

  init(packs: [LanguagePack], forms: Set<Citation.Form>, usesPrefilter: Bool) {
    let dates = DateScanner(packs: packs)
    let catalog = CompiledCatalog()
    self.catalog = catalog
    articles = ArticleReader { text, language in dates.printedDate(text[...], hint: language) }
    let residues = ResidueScanner(packs: packs, dates: dates)
    let remnants = TextDetector(dates: dates, residues: residues)
    let gate = usesPrefilter ? TextGate(packs: packs) : nil
    words = TextReader(
      remnants: remnants,
      quotations: QuotationScanner(packs: packs, dates: dates),
      catalog: catalog, gate: gate)
    markup = MarkupDetector(
      catalog: catalog,
      fallbacks: FallbackReader(
        dates: dates, attributions: AttributionLineScanner(dates: dates),
        residues: residues, remnants: remnants),
      promotions: ByteNeedleSet(packs.flatMap { $0.ownChannel ?? [] }))
    let words = WordsPrefilter(words: words, residues: residues)
    prefilter = gate.flatMap { Prefilter(words: words, gate: $0, forms: forms) }
  }

  /// What a document may hold.
  func outlook(on document: Document) -> Outlook {
    prefilter?.outlook(on: document) ?? .anything
  }

  /// Makes a look at records, `nil` where everything is read.
  func makeRecordLook() -> RecordLook? {
    prefilter?.makeRecordLook()
  }

  /// Reads a document for what it may hold.
  func reading(of document: Document, for outlook: Outlook = .anything) -> DocumentReading {
    switch document.mediaType {
    case .html: page(document)
    case .plainText: text(document, for: outlook)
    }
  }

  private func text(_ document: Document, for outlook: Outlook) -> DocumentReading {
    let read = TextDocument(bytes: document.bytes)
    var metadata = ArticleMetadata()
    metadata.url = read.url
    metadata.title = read.title
    metadata.published = read.published
    metadata.language = document.language ?? read.language
    let context = TextContext(
      language: metadata.language, published: read.published ?? document.published)
    return DocumentReading(
      text: read.text, metadata: metadata,
      sightings: words.sightings(in: read.text, context: context, for: outlook))
  }

  private func page(_ document: Document) -> DocumentReading {
    let reduced: ([UInt8]) -> [UInt8]? = { prefilter?.reduced($0) }
    return withHTMLDocument(
      parsing: document.bytes, declaredEncoding: document.declaredEncoding, reducing: reduced
    ) { page in
      let context = markup.context(of: page)
      var findings = markup.findings(in: context)
      let prose = PageProseReader(context: context, words: words)
      findings.add(lostPosts(in: context, besides: findings))
      // Most pages cite nothing: what they say of their article is read only where it is wanted.
      let mayQuote = prose.mayQuote(in: page.root?["lang"].flatMap { LanguageTag($0) })
      guard mayQuote || !findings.sightings.isEmpty else {
        return DocumentReading(
          text: page.text, rejections: findings.rejections,
          diagnostics: diagnostics(of: page, in: document))
      }
      let posts = findings.sightings.filter { $0.form != .link }.map(\.utf8Range)
      let metadata = articles.metadata(in: page, address: document.url, posts: posts)
      if mayQuote {
        findings.add(
          prose.findings(
            TextContext(
              language: metadata.language ?? document.language,
              published: metadata.published ?? document.published)))
      }
      return DocumentReading(
        text: page.text, metadata: metadata,
        sightings: findings.sightings, rejections: findings.rejections,
        diagnostics: diagnostics(of: page, in: document))
    }
  }

  /// The posts that a page repeats without naming them by an address.
  private func lostPosts(
    in context: MarkupContext, besides found: MarkupFindings
  ) -> MarkupFindings {
    let shown = found.sightings.filter { $0.form == .embed }.map(\.utf8Range)
    var lost = OrphanReader(context: context).findings(besides: shown)
    let known = (found.sightings + lost.sightings + found.rejections.map(\.candidate))
      .map(\.utf8Range)
    lost.add(UnlinkedPostReader(context: context).findings(besides: known))
    return lost
  }

  private func diagnostics(of page: HTMLDocument, in document: Document) -> [Diagnostic] {
    page.diagnostics.map {
      Diagnostic(.warning, $0.message, path: document.provenance.path, offset: $0.offset)
    }
  }
}

/// What was read in a document.
struct DocumentReading: Sendable {
  /// The text in which positions count.
  var text: String
  /// What the document says of its article.
  var metadata = ArticleMetadata()
  /// Where posts stand.
  var sightings: [Sighting] = []
  /// What was turned down.
  var rejections: [Rejection] = []
  /// Trouble in the document.
  var diagnostics: [Diagnostic] = []

  /// The article: what the document says, else what its source knows.
  func article(of document: Document) -> Article {
    let digest = "sha256:" + SHA256Digest.hexDigits(of: document.bytes)
    var article = Article(
      id: CitationIdentity.documentIdentity(address: metadata.url ?? document.url, digest: digest),
      source: document.provenance, digest: digest)
    article.url = metadata.url ?? document.url
    article.title = metadata.title ?? document.title
    article.site = metadata.site ?? article.url.flatMap(PageLocation.init)?.site
    article.authors = metadata.authors
    article.published = metadata.published ?? document.published
    article.language = metadata.language ?? document.language
    article.captured = document.captured
    return article
  }
}
