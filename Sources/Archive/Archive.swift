import FoundationEssentials

/// A folder of citations, one JSON line each, that only ever grows.
///
///     news.archive/
///       archive.json            format, version, when it was created
///       citations/000001.jsonl  sealed: never written again
///       citations/000001.seal   its count, length, SHA-256 and the identifiers in it
///       citations/000002.jsonl  the open tail
///       journal.jsonl           checkpoints: how far each source was read
///       tombstones.jsonl        digests of what is to be forgotten, where there is any
///       lock                    held by the one process that writes
///       index.sqlite            made from the rest; may be deleted
///
/// The value is a name and may be copied; open it for writing by `ArchiveWriter`, for reading by
/// `ArchiveReader`.
public struct Archive: Sendable, Hashable {
  /// The version of the folder's format that this build writes.
  public static let formatVersion = 1

  /// The folder.
  public let path: String
  /// The version of the folder's format.
  public let version: Int
  /// When the archive was made, as `YYYY-MM-DDTHH:MM:SSZ`.
  public let created: String

  /// Opens an archive that exists.
  public static func open(at path: String) throws(ArchiveError) -> Archive {
    let description = path + "/archive.json"
    guard Folder.exists(path) else {
      throw ArchiveError(
        .notFound,
        "There is no archive here. Make one by `roost import INPUT --archive \(path)`.",
        path: path)
    }
    guard Folder.exists(description) else { throw notAnArchive(path) }
    let content = try Folder.content(of: description)
    guard let header = try? JSONDecoder().decode(Header.self, from: Data(content)),
      header.format == Header.name
    else { throw notAnArchive(path) }
    guard header.version <= formatVersion else {
      throw .newerVersion(header.version, what: "The archive \(path)")
    }
    guard let created = header.created else { throw notAnArchive(path) }
    return Archive(path: path, version: header.version, created: created)
  }

  /// Makes an empty archive in a folder that is missing or empty.
  ///
  /// `created` is the present moment, as `YYYY-MM-DDTHH:MM:SSZ`.
  public static func create(at path: String, created: String) throws(ArchiveError) -> Archive {
    try Folder.create(path)
    guard try Folder.names(in: path).allSatisfy({ $0.hasSuffix(".tmp") || $0 == "citations" })
    else {
      throw ArchiveError(
        .alreadyExists,
        "An archive can only be made in a new or empty folder. Name another folder.", path: path)
    }
    try Folder.create(path + "/citations")
    try writeDescription(at: path, created: created)
    return Archive(path: path, version: formatVersion, created: created)
  }

  static func writeDescription(at path: String, created: String) throws(ArchiveError) {
    var writer = JSONWriter()
    writer.object {
      $0.member("format", Header.name)
      $0.member("version", formatVersion)
      $0.member("created", created)
    }
    try Folder.writeWhole(writer.bytes + [0x0A], to: path + "/archive.json")
  }

  /// Opens the archive at a path, or makes it where the folder is missing or empty.
  ///
  /// `created` is the present moment, as `YYYY-MM-DDTHH:MM:SSZ`.
  public static func openOrCreate(
    at path: String, created: String
  ) throws(ArchiveError) -> Archive {
    Folder.exists(path + "/archive.json")
      ? try open(at: path) : try create(at: path, created: created)
  }

  /// Where the index of this archive belongs.
  public var indexPath: String { path + "/index.sqlite" }

  var citationsPath: String { path + "/citations" }
  var journalPath: String { path + "/journal.jsonl" }
  var lockPath: String { path + "/lock" }

  private struct Header: Decodable {
    static let name = "roost-archive"
    let format: String
    let version: Int
    let created: String?
  }

  private static func notAnArchive(_ path: String) -> ArchiveError {
    ArchiveError(
      .notAnArchive,
      "This is no archive of roost: it has no readable archive.json. Name the folder that has one.",
      path: path)
  }
}
