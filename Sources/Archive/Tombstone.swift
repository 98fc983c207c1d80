import Digests
import FoundationEssentials
public import PostModel

/// Something that an archive has to forget: a post, or all that an account wrote.
///
/// Only a digest of the name is kept, so the list of what was forgotten does not itself tell it:
///
///     {"v":1,"kind":"post","digest":"…","created":"2025-03-19T04:05:06Z","sum":"…"}
///
/// `digest` is the first 32 hex digits of the SHA-256 of `post` and the post's key, or of `account`,
/// the platform (`*` for all) and the handle in lower case, each led by a line feed but the first.
/// `sum` proves the line: the first 8 hex digits of the SHA-256 of what stands before it.
public struct Tombstone: Hashable, Sendable {
  /// What a tombstone names.
  public enum Kind: String, Sendable, Codable {
    /// One post, by one of the keys that it is known under.
    case post
    /// An account, by its handle.
    case account
  }

  /// What it names.
  public let kind: Kind
  /// The digest of the name, 32 hex digits.
  public let digest: String
  /// When it was made, as `YYYY-MM-DDTHH:MM:SSZ`.
  public let created: String

  /// Names a post by a key.
  public init(post key: PostKey, created: String) {
    kind = .post
    digest = Self.digest(of: [Kind.post.rawValue, key.rawValue])
    self.created = created
  }

  /// Names an account by its handle, with or without `@`, on one platform or on all.
  public init(account handle: String, platform: PlatformID?, created: String) {
    kind = .account
    digest = Self.digest(ofAccount: handle, platform: platform)
    self.created = created
  }

  /// Reads a line of `tombstones.jsonl`.
  init(_ line: ArchiveLine) throws(ArchiveError) {
    let wire = try? JSONDecoder().decode(Wire.self, from: Data(line.bytes))
    if let version = wire?.v, version > Archive.formatVersion {
      throw .newerVersion(version, what: "The list \(line.path)")
    }
    guard let wire, wire.v > 0, let kind = wire.kind, let digest = wire.digest,
      let created = wire.created,
      wire.sum == Self.sum(kind, digest, created)
    else {
      throw Self.damaged(line.path, at: line.position.offset)
    }
    self.kind = kind
    self.digest = digest
    self.created = created
  }

  static func damaged(_ path: String, at offset: Int) -> ArchiveError {
    ArchiveError(
      .damaged,
      """
      This line is no tombstone, so it is not known what was to be forgotten. Restore the file \
      from a copy, or give the same `roost forget` again after `roost repair`.
      """, path: path, offset: offset)
  }

  var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("v", Archive.formatVersion)
      $0.member("kind", kind.rawValue)
      $0.member("digest", digest)
      $0.member("created", created)
      $0.member("sum", Self.sum(kind, digest, created))
    }
    return writer.bytes
  }

  static func digest(ofAccount handle: String, platform: PlatformID?) -> String {
    let name = handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
    return digest(of: [Kind.account.rawValue, platform?.rawValue ?? "*", name.lowercased()])
  }

  static func digest(ofPost key: String) -> String {
    digest(of: [Kind.post.rawValue, key])
  }

  private static func digest(of parts: [String]) -> String {
    String(SHA256Digest.hexDigits(of: parts.joined(separator: "\n").utf8).prefix(32))
  }

  private static func sum(_ kind: Kind, _ digest: String, _ created: String) -> String {
    let content = [kind.rawValue, digest, created].joined(separator: "\n")
    return String(SHA256Digest.hexDigits(of: content.utf8).prefix(8))
  }

  private struct Wire: Decodable {
    let v: Int
    let kind: Kind?
    let digest: String?
    let created: String?
    let sum: String?
  }
}
