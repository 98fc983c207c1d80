import Digests
import FoundationEssentials
public import PostModel

/// What closes a segment: what it holds and the digests that prove it.
///
/// The file has one line of JSON, then for each line of the segment the citation's identifier and the
/// first 16 hex digits of the line's own SHA-256, sorted:
///
///     {"v":1,"count":2,"bytes":2210,"sha256":"…"}
///     03c1… 9b2f…
///     6f1c… 01aa…
///
/// The digest of a line tells which one was changed. Seals of early archives have identifiers only.
public struct Seal: Hashable, Sendable {
  /// A line of the segment.
  public struct Entry: Hashable, Sendable, Comparable {
    /// The citation's identifier.
    public var id: CitationID
    /// The first 16 hex digits of the digest of the line without its line feed, where it is known.
    public var digest: String?

    /// Orders by identifier.
    public static func < (lhs: Entry, rhs: Entry) -> Bool {
      (lhs.id.rawValue, lhs.digest ?? "") < (rhs.id.rawValue, rhs.digest ?? "")
    }
  }

  /// How many lines the segment has.
  public var count: Int
  /// How long the segment is, in bytes.
  public var bytes: Int
  /// The digest of the segment's bytes, 64 hex digits.
  public var sha256: String
  /// The segment's lines, sorted by identifier.
  public var entries: [Entry]

  /// The identifiers of the citations, sorted.
  public var ids: [CitationID] { entries.map(\.id) }

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
    entries = lines.dropFirst().map(Self.entry)
  }

  init(count: Int, bytes: Int, sha256: String, entries: [Entry]) {
    self.count = count
    self.bytes = bytes
    self.sha256 = sha256
    self.entries = entries.sorted()
  }

  /// The digest of a line as an entry has it.
  static func digest(of line: some Sequence<UInt8>) -> String {
    String(SHA256Digest.hexDigits(of: line).prefix(16))
  }

  /// The seal without the digests of lines, as early archives have it.
  var withoutDigests: Seal {
    Seal(
      count: count, bytes: bytes, sha256: sha256,
      entries: entries.map { Entry(id: $0.id, digest: nil) })
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
    for entry in entries {
      encoded.append(contentsOf: entry.id.rawValue.utf8)
      if let digest = entry.digest {
        encoded.append(0x20)
        encoded.append(contentsOf: digest.utf8)
      }
      encoded.append(0x0A)
    }
    return encoded
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry {
    let parts = line.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
    return Entry(
      id: CitationID(rawValue: String(decoding: parts[0], as: UTF8.self)),
      digest: parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil)
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
      This seal is not readable. The lines of its segment are still there: `roost repair` checks \
      each of them and makes the seal anew.
      """, path: segment.sealPath)
  }
}
