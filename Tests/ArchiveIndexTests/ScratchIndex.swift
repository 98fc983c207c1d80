import Archive
import Digests
import Foundation
import GRDB
import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

/// An archive in a folder of its own, to be indexed.
struct ScratchIndex {
  let folder: ScratchFolder
  let archive: Archive

  init(_ citations: [Citation] = []) throws {
    folder = try ScratchFolder(inMemory: true)
    archive = try Archive.create(at: folder.path("a"), created: "2025-01-02T03:04:05Z")
    try add(citations)
  }

  func add(_ citations: [Citation], segmentBytes: Int = 1 << 20) throws {
    var writer = try ArchiveWriter(archive, options: .init(segmentBytes: segmentBytes))
    for citation in citations { try writer.append([citation]) }
    try writer.close()
  }

  func open() throws -> ArchiveIndex {
    try ArchiveIndex(archive: archive)
  }

  /// Every row of every table.
  static func rows(_ index: ArchiveIndex) throws -> [String] {
    try index.database.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
          let values = row.map { name, value in
            "\(name)=\(Data.fromDatabaseValue(value).map { Array($0).description } ?? "\(value)")"
          }
          return "\(table) \(values.joined(separator: " "))"
        }
      }.sorted()
    }
  }
}

extension Citation {
  /// A citation whose identifiers follow from its content, changed by `edit`.
  static func sample(
    _ number: Int, _ key: String, form: Form = .embed, in article: String = "a",
    _ edit: (inout Citation) -> Void = { _ in }
  ) -> Citation {
    var citation = SampleCitations.citation(number, form: form, key: key, article: article)
    let parts = key.split(separator: ":")
    if parts[0] != "unknown" { citation.post.platform = PlatformID(rawValue: String(parts[0])) }
    if !parts[1].contains("/") { citation.post.id = String(parts[1]) }
    edit(&citation)
    citation.article.id = CitationIdentity.documentIdentity(
      address: citation.article.url, digest: citation.article.digest)
    citation.id = CitationIdentity.citationID(
      document: citation.article.id, selector: citation.selector, postKey: citation.post.key)
    return citation
  }
}

extension Post {
  mutating func set(handle: String?, day: String? = nil, text: String? = nil, code: String? = nil) {
    if let handle { author = Account(handle: handle) }
    if let day { published = PostDate(value: day, precision: .day, source: .printed) }
    if let text { self.text = text }
    if let code { media = [Media(url: "https://pic.twitter.com/\(code)", kind: .photo)] }
  }
}
