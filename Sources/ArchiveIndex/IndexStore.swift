import Archive
import FoundationEssentials
import GRDB

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Finds or makes the database of an index.
///
/// The file has a rollback journal and no write-ahead log: so it is one file, which may be deleted or
/// copied at any time and read from where nothing can be written.
struct IndexStore {
  /// A database and whether it is in memory.
  struct Opened {
    let database: DatabaseQueue
    let isTemporary: Bool
  }

  private let archive: Archive
  private let reader: ArchiveReader
  private let path: String

  init(_ archive: Archive) {
    self.archive = archive
    reader = ArchiveReader(archive)
    path = archive.indexPath
  }

  /// The index, up to date.
  func open() throws(IndexError) -> Opened {
    do {
      return try IndexError.wrapping(path) {
        if let database = try existing() { return Opened(database: database, isTemporary: false) }
        try make()
        return Opened(database: try queue(at: path), isTemporary: false)
      }
    } catch {
      guard error.code == .notWritable else { throw error }
      return Opened(database: try inMemory(), isTemporary: true)
    }
  }

  /// An index that no file keeps.
  func inMemory() throws(IndexError) -> DatabaseQueue {
    try IndexError.wrapping(path) {
      let database = try DatabaseQueue()
      try builder(database, folder: FileManager.default.temporaryDirectory.path).build()
      return database
    }
  }

  /// Makes the file anew.
  func rebuild() throws(IndexError) {
    try IndexError.wrapping(path) { try make() }
  }

  /// The database in the file once it has caught up; `nil` where there is none that fits.
  private func existing() throws -> DatabaseQueue? {
    guard access(path, F_OK) == 0 else { return nil }
    do {
      let database = try queue(at: path)
      guard try database.read(fits) else { return nil }
      try builder(database, folder: archive.path).catchUp()
      return database
    } catch let error as DatabaseError where Self.isUnusable(error) {
      return nil
    }
  }

  private func fits(_ database: Database) throws -> Bool {
    guard try Int.fetchOne(database, sql: "PRAGMA user_version") == IndexSchema.version,
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'created'")
        == archive.created,
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'tombstones'")
        == archive.tombstones().fingerprint
    else { return false }
    let state = try IndexState(of: database)
    let sizes = try reader.segmentSizes()
    return try state.holds(in: reader, sizes) && state.isWorthCatchingUp(sizes)
  }

  private func builder(_ database: DatabaseQueue, folder: String) -> IndexBuilder {
    IndexBuilder(reader: reader, database: database, folder: folder)
  }

  /// What is wrong with the content of the file, rather than with the world.
  private static func isUnusable(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_SCHEMA]
      .contains(error.resultCode)
  }

  /// Fills a file of another name, then puts it in the place of the old one; so there is never a
  /// half-made index, and what reads the old one is not disturbed.
  private func make() throws {
    removeLeftovers()
    let temporary = "\(path).new-\(getpid())"
    unlink(temporary)
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { database in
        try database.execute(
          sql: """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA threads = 2; PRAGMA page_size = 8192
            """)
      }
      let database = try DatabaseQueue(path: temporary, configuration: configuration)
      try builder(database, folder: archive.path).build()
      try database.close()
    } catch {
      unlink(temporary)
      throw error
    }
    // The journal of the old file would be taken for one of the new.
    unlink(path + "-journal")
    guard rename(temporary, path) == 0 else {
      throw IndexError(
        .database,
        "The new index could not be put in its place: \(String(cString: strerror(errno))).",
        path: path)
    }
  }

  /// Removes what killed runs left half made.
  private func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: archive.path)) ?? []
    for name in names where name.hasPrefix("index.sqlite.new-") {
      let owner = Int32(name.drop { $0 != "-" }.dropFirst()) ?? 0
      if owner <= 0 || (kill(owner, 0) != 0 && errno == ESRCH) { unlink(archive.path + "/" + name) }
    }
  }

  private func queue(at path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(60)
    // A machine that stops may spoil the index, which is then made anew; the archive is the truth.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
