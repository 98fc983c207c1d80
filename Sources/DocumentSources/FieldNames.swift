/// Where the documents of JSON inputs keep their parts.
///
/// A name may be a path with dots (`metadata.url`); a name that itself holds dots is tried first.
public struct FieldNames: Sendable, Hashable {
  /// A part of a document that a field may hold.
  public enum Part: String, Sendable, CaseIterable {
    /// The page.
    case html
    /// The text.
    case text
    /// The address.
    case url
    /// The headline.
    case title
    /// When the article was published.
    case date
    /// When the page was captured.
    case captured
    /// The language.
    case language
    /// The record's own identifier.
    case id
  }

  private var names: [Part: [String]]

  /// The names that the known corpora use.
  public init() {
    names = Self.known
  }

  /// Reads what `--fields` takes: `text=body,url=link,date=when`.
  ///
  /// A part that is named is read from that field alone; the others keep the known names.
  public init(parsing list: String) throws(FieldNamesError) {
    names = Self.known
    for pair in list.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(Self.trimmed)
      guard sides.count == 2, !sides[1].isEmpty else {
        throw FieldNamesError(description: "'\(pair)' is no PART=FIELD")
      }
      guard let part = Part(rawValue: sides[0]) else {
        let parts = Part.allCases.map(\.rawValue).joined(separator: ", ")
        throw FieldNamesError(description: "'\(sides[0])' is none of \(parts)")
      }
      names[part] = [sides[1]]
    }
  }

  /// The fields that may hold a part, the first that has a value counts.
  func candidates(for part: Part) -> [String] {
    names[part] ?? []
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// What C4, mC4, CulturaX, FineWeb, OSCAR, HPLT, Dolma, RedPajama, news-please, trafilatura and
  /// NELA-GT write.
  ///
  /// `timestamp`, `ts` and `warc-date` are the times of the crawl and not of the article.
  private static let known: [Part: [String]] = [
    .html: ["html", "raw_html", "html_content", "page_html"],
    .text: ["text", "maintext", "content", "raw_content", "article_text", "body", "raw_text"],
    .url: [
      "url", "u", "uri", "warc_headers.warc-target-uri", "metadata.url", "meta.url",
      "metadata.warc-target-uri", "source_url", "link",
    ],
    .title: ["title", "title_page", "headline", "metadata.title"],
    .date: ["date_publish", "published", "date", "date_published", "published_utc", "created"],
    .captured: [
      "timestamp", "ts", "warc_headers.warc-date", "date_download", "collection_utc",
      "metadata.warc-date", "date_scraped", "added",
    ],
    .language: [
      "language", "lang", "metadata.identification.label", "metadata.language", "meta.language",
    ],
    .id: ["id", "warc_headers.warc-record-id", "metadata.warc-record-id"],
  ]
}

extension FieldNames: CustomStringConvertible {
  /// The mapping as `--fields` takes it; empty where only the known names count.
  public var description: String {
    Part.allCases.filter { names[$0] != Self.known[$0] }
      .map { "\($0.rawValue)=\(candidates(for: $0).joined(separator: "|"))" }
      .joined(separator: ",")
  }
}

/// Says why a mapping of fields cannot be read.
public struct FieldNamesError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, a phrase.
  public let description: String
}
