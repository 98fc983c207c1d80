import Digests
import FoundationEssentials
public import PostModel

/// What closes a segment: what it holds and the digest that proves it.
///
/// The file has one line of JSON, then the identifiers in the segment, sorted, one a line:
///
///     {"v":1,"count":2,"bytes":2210,"sha256":"…"}
///     03c1…
///     6f1c…
public struct Seal: Hashable, Sendable {
  /// How many lines the segment has.
  public var count: Int
  /// How long the segment is, in bytes.
  public var bytes: Int
  /// The digest of the segment's bytes, 64 hex digits.
  public var sha256: String
  /// The identifiers of the citations, sorted.
  public var ids: [CitationID]

  /// Reads the seal of a segment.
  public init(of segment: Segment) throws(ArchiveError) {
    let content = try Folder.content(of: segment.sealPath)
    let lines = content.split(separator: 0x0A)
    let first = Data(lines.first ?? [])
    if let version = try? JSONDecoder().decode(Version.self, from: first).v,
      version > Archive.formatVersion
    {
      throw .newerVersion(version, what: "The seal \(segment.sealPath)")
    }
    guard let header = try? JSONDecoder().decode(Header.self, from: first) else {
      throw Self.unreadable(segment)
    }
    count = header.count
    bytes = header.bytes
    sha256 = header.sha256
    ids = lines.dropFirst().map { CitationID(rawValue: String(decoding: $0, as: UTF8.self)) }
  }

  init(count: Int, bytes: Int, sha256: String, ids: [CitationID]) {
    self.count = count
    self.bytes = bytes
    self.sha256 = sha256
    self.ids = ids.sorted()
  }

  var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("v", Archive.formatVersion)
      $0.member("count", count)
      $0.member("bytes", bytes)
      $0.member("sha256", sha256)
    }
    var encoded = writer.bytes
    encoded.append(0x0A)
    for id in ids {
      encoded.append(contentsOf: id.rawValue.utf8)
      encoded.append(0x0A)
    }
    return encoded
  }

  private struct Version: Decodable {
    let v: Int
  }

  private struct Header: Decodable {
    let count: Int
    let bytes: Int
    let sha256: String
  }

  private static func unreadable(_ segment: Segment) -> ArchiveError {
    ArchiveError(
      .damaged,
      """
      This seal is not readable. The lines of its segment are still there: run `roost verify` to \
      see whether they are whole.
      """, path: segment.sealPath)
  }
}
