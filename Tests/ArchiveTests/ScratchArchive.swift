import Archive
import Digests
import Foundation
import PostModel
import TestSupport
import Testing

/// An archive in a folder of its own, for one test.
struct ScratchArchive {
  static let created = "2025-01-02T03:04:05Z"
  let folder: ScratchFolder
  let archive: Archive

  init() throws {
    folder = try ScratchFolder(inMemory: true)
    archive = try Archive.create(at: folder.path("a"), created: Self.created)
  }

  var tail: String { archive.path + "/citations/000001.jsonl" }
  var journal: String { archive.path + "/journal.jsonl" }

  /// A citation whose identifiers follow from its content.
  static func citation(_ number: Int, text: String = "Words of a post.") -> Citation {
    var citation = SampleCitations.citation(number, key: "x:\(number)")
    citation.post.text = text
    citation.article.id = CitationIdentity.documentIdentity(
      address: citation.article.url, digest: citation.article.digest)
    citation.id = CitationIdentity.citationID(
      document: citation.article.id, selector: citation.selector, postKey: citation.post.key)
    return citation
  }

  static func source(_ name: String) -> SourceIdentity {
    SourceIdentity(path: name, size: 10, modified: 1, reader: "test")
  }

  /// Imports one source per citation with a checkpoint after each, as a run of its own.
  @discardableResult
  func importing(_ numbers: Range<Int>, segmentBytes: Int = 1 << 20) throws -> Int {
    var writer = try ArchiveWriter(archive, options: .init(segmentBytes: segmentBytes))
    var added = 0
    for number in numbers {
      let source = Self.source("\(number).html")
      if writer.progress(of: source)?.isDone ?? false { continue }
      added += try writer.append([Self.citation(number)])
      try writer.checkpoint([Checkpoint(source: source, offset: 10, isDone: true)])
    }
    try writer.close()
    return added
  }

  func lines() throws -> [ArchiveLine] {
    var cursor = try ArchiveReader(archive).lines()
    var lines: [ArchiveLine] = []
    while let line = try cursor.next() { lines.append(line) }
    return lines
  }

  /// The citations of all lines, each checked against the schema.
  func citations() throws -> [Citation] {
    let schema = JSONSchema(CitationSchema.bytes)
    return try lines().map { line in
      #expect(try schema.problems(with: line.bytes).isEmpty)
      return try line.citation()
    }
  }

  func verify() throws -> [String] {
    try ArchiveVerifier.verify(archive).problems.map(\.description)
  }

  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  static func read(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }
}
