import FoundationEssentials
import PostModel

/// A line of the archive as JSON has it, before it is taken for a citation.
struct WireCitation: Decodable {
  let v: Int
  let id: String
  let form: Citation.Form
  let confidence: Double
  let post: WirePost
  let article: WireArticle
  let selector: WireSelector
  let evidence: [WireEvidence]?
  let findings: [String]?

  private enum CodingKeys: String, CodingKey {
    case v, id, form, confidence, post, article, selector, evidence, findings
  }

  /// Reads the version before all else, since a newer one may have any shape.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    v = try values.decode(Int.self, forKey: .v)
    guard v <= Citation.formatVersion else { throw NewerVersion(version: v) }
    id = try values.decode(String.self, forKey: .id)
    form = try values.decode(Citation.Form.self, forKey: .form)
    confidence = try values.decode(Double.self, forKey: .confidence)
    post = try values.decode(WirePost.self, forKey: .post)
    article = try values.decode(WireArticle.self, forKey: .article)
    selector = try values.decode(WireSelector.self, forKey: .selector)
    evidence = try values.decodeIfPresent([WireEvidence].self, forKey: .evidence)
    findings = try values.decodeIfPresent([String].self, forKey: .findings)
  }

  private struct NewerVersion: Error {
    let version: Int
  }

  static func decode(_ line: some Collection<UInt8>) throws(ArchiveError) -> Citation {
    if let citation = CitationScan.citation(of: line) { return citation }
    do {
      return try JSONDecoder().decode(WireCitation.self, from: Data(line)).value
    } catch let newer as NewerVersion {
      throw .newerVersion(newer.version, what: "This line")
    } catch {
      let reason = (error as? DecodingError).map(Self.reason) ?? "\(error)"
      throw ArchiveError(
        .malformedLine, "This line is no citation: \(reason).", underlying: error)
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(path(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(path(context.codingPath)) has a value of the wrong kind"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(path(context.codingPath)) has a value that is not one of those known"
    default: "it is not valid JSON"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    "`" + keys.map(\.stringValue).joined(separator: ".") + "`"
  }

  private var value: Citation {
    Citation(
      id: CitationID(rawValue: id), form: form, confidence: confidence, post: post.value,
      article: article.value, selector: selector.value,
      evidence: (evidence ?? []).map {
        Evidence(field: $0.field, rule: $0.rule, value: $0.value)
      },
      findings: (findings ?? []).map(Finding.init(rawValue:)))
  }
}

struct WireEvidence: Decodable {
  let field: String
  let rule: String
  let value: String
}

struct WireSelector: Decodable {
  let exact: String
  let prefix: String
  let suffix: String
  let start: Int
  let end: Int
  let path: String?

  var value: Selector {
    Selector(exact: exact, prefix: prefix, suffix: suffix, start: start, end: end, path: path)
  }
}

struct WireDate: Decodable {
  let value: String
  let precision: PostDate.Precision
  let source: PostDate.Source
  let inferred: [PostDate.Part]?

  var date: PostDate {
    PostDate(value: value, precision: precision, source: source, inferred: inferred ?? [])
  }
}

extension ArchiveError {
  /// Something that a newer version wrote.
  static func newerVersion(_ version: Int, what: String) -> ArchiveError {
    ArchiveError(
      .newerVersion,
      """
      \(what) has version \(version) of the archive format, and this build of roost reads no \
      version above \(Citation.formatVersion). Use the newer roost that wrote it.
      """)
  }
}
