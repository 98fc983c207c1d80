import Detection
import Foundation
import PostModel
import TestSupport
import Testing

/// A page or text of `Fixtures` and what it cites.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  /// The folder's path in `Fixtures`.
  let folder: String
  /// How the source is to be read.
  let mediaType: Document.MediaType

  var testDescription: String { folder }

  /// The pages of `Fixtures/platforms` and `Fixtures/pages`.
  static func pages() throws -> [GoldenCase] {
    try ["platforms", "pages"]
      .flatMap { try Fixtures.folders(under: $0, holding: "source.html") }
      .map { GoldenCase(folder: $0, mediaType: .html) }
  }

  /// The pages of `Fixtures/broken`, whose names say what is wrong with them.
  static func broken() throws -> [GoldenCase] {
    try Fixtures.folders(under: "broken", holding: "source.html")
      .map { GoldenCase(folder: $0, mediaType: .html) }
  }

  /// The texts of `Fixtures/text`.
  static func texts() throws -> [GoldenCase] {
    try Fixtures.folders(under: "text", holding: "source.txt")
      .map { GoldenCase(folder: $0, mediaType: .plainText) }
  }

  /// The bytes of the page or text.
  func source() throws -> [UInt8] {
    try Fixtures.bytes(folder + (mediaType == .html ? "/source.html" : "/source.txt"))
  }

  /// What the page or text cites.
  func expected() throws -> GoldenExpectation {
    try Fixtures.decoded(GoldenExpectation.self, folder + "/expected.json")
  }

  /// What a detector finds in the source, or in other bytes instead of it.
  func found(
    in bytes: [UInt8]? = nil, encoding: String? = nil, by detector: Detector
  ) throws
    -> [Citation]
  {
    let document = Document(
      bytes: try bytes ?? source(), mediaType: mediaType,
      provenance: Provenance(path: folder, format: mediaType == .html ? "html" : "text"),
      declaredEncoding: encoding)
    return detector.detect(in: document).citations
  }

  /// Writes what was found in place of what was expected.
  func rewrite(_ expectation: GoldenExpectation) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(expectation) + Data("\n".utf8)
    try json.write(to: Fixtures.url(folder + "/expected.json"))
  }
}

/// What a page or text cites, as `expected.json` has it.
struct GoldenExpectation: Codable {
  /// What is known of the article; a field that is absent is not compared.
  struct Article: Codable, Hashable {
    var url: String?
    var title: String?
    var site: String?
    var published: String?
    var lang: String?
  }

  var article: Article?
  var citations: [GoldenCitation]
}

/// The essential fields of an archive line.
struct GoldenCitation: Codable, Hashable, CustomStringConvertible {
  var form: String
  var platform: String?
  var id: String?
  var permalink: String?
  var handle: String?
  var name: String?
  var text: String?
  var published: String?
  var source: String?
  var inferred: [String]?
  var media: [String]?
  var findings: [String]?

  init(_ citation: Citation) {
    let post = citation.post
    form = citation.form.rawValue
    platform = post.platform?.rawValue
    id = post.id
    permalink = post.permalink
    handle = post.author?.handle
    name = post.author?.name
    text = post.text
    published = post.published?.value
    source = post.published?.source.rawValue
    inferred = Self.filled(post.published?.inferred.map(\.rawValue))
    media = Self.filled(post.media.map(\.url))
    findings = Self.filled(citation.findings.map(\.rawValue))
  }

  /// A list as a line has it: none rather than an empty one.
  private static func filled(_ list: [String]?) -> [String]? {
    list?.isEmpty == false ? list : nil
  }

  var description: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? form
  }
}
