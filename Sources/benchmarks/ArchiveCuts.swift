import Archive
import Digests
import Foundation
import PostModel

/// Cuts an archive of 200 lines, its open segment and then its journal, at places all over, as a run
/// leaves them behind that is killed there, and checks what comes after each cut.
///
/// The whole lines must be there as they were, a run over the same sources must add the lines that
/// are missing and no others, and the archive must verify.
struct ArchiveCuts {
  private static let count = 200
  private let folder: URL
  private let archive: Archive
  private let citations: [Citation]

  /// Makes the archive in a folder that is not there.
  init(in folder: URL) throws {
    self.folder = folder
    archive = try Archive.create(at: folder.path(), created: "2025-01-02T03:04:05Z")
    citations = (0..<Self.count).map(Self.citation)
    try importAll()
  }

  /// Cuts at every so many bytes, and at every byte of the last line and the last entry; gives the
  /// number of cuts.
  func check(every step: Int) throws -> Int {
    let segment = folder.appending(path: "citations/000001.jsonl")
    let journal = folder.appending(path: "journal.jsonl")
    let whole = try (Data(contentsOf: segment), Data(contentsOf: journal))
    let places = Self.places(in: whole.0, step)
    for end in places {
      try whole.0.prefix(end).write(to: segment)
      try whole.1.write(to: journal)
      try check(kept: whole.0.prefix(end), of: whole.0, "segment cut at \(end)")
    }
    let entries = Self.places(in: whole.1, step)
    for end in entries {
      try whole.0.write(to: segment)
      try whole.1.prefix(end).write(to: journal)
      try check(kept: whole.0, of: whole.0, "journal cut at \(end)")
    }
    return places.count + entries.count
  }

  private static func places(in bytes: Data, _ step: Int) -> [Int] {
    let last = bytes.dropLast().lastIndex(of: 0x0A) ?? 0
    return Array(stride(from: 0, to: last, by: max(1, step))) + Array(last...bytes.count)
  }

  private func check(kept: Data, of whole: Data, _ place: String) throws {
    let lines = kept.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    guard try self.lines() == lines.map(Array.init) else {
      throw Fault(message: "\(place): the whole lines are not those that were there")
    }
    try importAll()
    let wanted = whole.split(separator: 0x0A).map(Array.init)
    let found = try self.lines()
    guard found.count == wanted.count, Set(found) == Set(wanted) else {
      throw Fault(message: "\(place): a later run ends with \(found.count) lines, or with others")
    }
    let problems = try ArchiveVerifier.verify(archive).problems
    guard problems.isEmpty else { throw Fault(message: "\(place): \(problems)") }
  }

  private func lines() throws -> [[UInt8]] {
    var cursor = try ArchiveReader(archive).lines()
    var lines: [[UInt8]] = []
    while let line = try cursor.next() { lines.append(line.bytes) }
    return lines
  }

  /// Imports one source for each citation, with a checkpoint after each.
  private func importAll() throws {
    var writer = try ArchiveWriter(archive)
    for (number, citation) in citations.enumerated() {
      let source = SourceIdentity(path: "\(number).html", size: 10, modified: 1, reader: "cuts")
      if writer.progress(of: source)?.isDone ?? false { continue }
      try writer.append([citation])
      try writer.checkpoint([Checkpoint(source: source, offset: 10, isDone: true)])
    }
    try writer.close()
  }

  private static func citation(_ number: Int) -> Citation {
    let address = "https://gazette.example/tide/\(number)"
    let source = Provenance(path: "\(number).html", format: "html")
    let digest = "sha256:" + String(repeating: "0", count: 64)
    var article = Article(
      id: CitationIdentity.documentIdentity(address: address, digest: digest), source: source,
      digest: digest)
    article.url = address
    var post = Post(key: PostKey(rawValue: "x:\(1_901_234_567_890_123_456 + number)"))
    post.text = "High water at noon, number \(number) — höchster Stand"
    let selector = Selector(
      exact: "High water", prefix: "", suffix: "", start: number, end: number + 10)
    return Citation(
      id: CitationIdentity.citationID(
        document: article.id, selector: selector, postKey: post.key),
      form: .embed, confidence: 0.9, post: post, article: article, selector: selector)
  }

  /// What came after a cut and must not.
  private struct Fault: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
  }
}
